CREATE TABLE `results` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`present_delegates` integer,
	`present_guests` integer,
	`honours` text NOT NULL,
	`chosen_upward` integer,
	`report_number` text NOT NULL,
	`report_date` text,
	`source_kind` text NOT NULL,
	`source` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `results_congress` ON `results` (`congress_id`);--> statement-breakpoint
ALTER TABLE `congress_events` ADD `source_kind` text;--> statement-breakpoint
ALTER TABLE `congress_events` ADD `source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `cycles` ADD `honour_kinds` text DEFAULT '[]' NOT NULL;