CREATE TABLE `bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_day` text NOT NULL,
	`from_time` text NOT NULL,
	`to_day` text NOT NULL,
	`to_time` text NOT NULL,
	`repeats` text NOT NULL,
	`repeats_until` text,
	`booked_by` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bookings_venue` ON `bookings` (`venue_id`);--> statement-breakpoint
ALTER TABLE `congresses` ADD `layout` text;--> statement-breakpoint
ALTER TABLE `venues` ADD `layouts` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `contact_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `venues` ADD `contact_phone` text DEFAULT '' NOT NULL;