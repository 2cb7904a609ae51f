CREATE TABLE `calls` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`congress_id` text,
	`at` text NOT NULL,
	`account_name` text NOT NULL,
	`spoke_with` text NOT NULL,
	`phone` text NOT NULL,
	`said` text NOT NULL,
	`call_back_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calls_unit` ON `calls` (`unit_id`);--> statement-breakpoint
CREATE INDEX `calls_congress` ON `calls` (`congress_id`);