ALTER TABLE `prints` ADD `per_sheet` integer;--> statement-breakpoint
ALTER TABLE `prints` ADD `places_left` integer;