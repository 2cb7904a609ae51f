CREATE TABLE `refusals` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`is_of_unit` integer NOT NULL,
	`unit_text` text NOT NULL,
	`kind` text,
	`congress_id` text,
	`file_name` text NOT NULL,
	`verdict` text NOT NULL,
	`details` text NOT NULL,
	`cells` text NOT NULL,
	`at` text NOT NULL,
	`account_name` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `refusals_cycle` ON `refusals` (`cycle_id`);