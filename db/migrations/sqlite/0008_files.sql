CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`congress_id` text,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`account_name` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_owner` ON `files` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `files_congress` ON `files` (`congress_id`);