ALTER TABLE `sessions` ADD `is_outside` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `travel_minutes` integer;