CREATE TABLE `forms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`cycle_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`congress_id` text NOT NULL,
	`issue` integer NOT NULL,
	`batch_id` text NOT NULL,
	`prefilled` text NOT NULL,
	`deadline` text,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	`answered_at` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forms_issue` ON `forms` (`congress_id`,`unit_id`,`kind`,`issue`);--> statement-breakpoint
CREATE INDEX `forms_cycle` ON `forms` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `forms_batch` ON `forms` (`batch_id`);--> statement-breakpoint
CREATE TABLE `returns` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`cycle_id` text NOT NULL,
	`unit_ids` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL
);
