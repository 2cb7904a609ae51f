CREATE TABLE `logos` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`picture` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `logos_unit` ON `logos` (`unit_id`);