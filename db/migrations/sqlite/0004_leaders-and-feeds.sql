CREATE TABLE `change_times` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`fetched_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_token` ON `feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `feeds_unit` ON `feeds` (`unit_id`);--> statement-breakpoint
CREATE TABLE `leaves` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`from_half` text NOT NULL,
	`to_day` text NOT NULL,
	`to_half` text NOT NULL,
	`reason` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `leaves_person` ON `leaves` (`person_id`);--> statement-breakpoint
CREATE TABLE `replacements` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`post_before_id` text NOT NULL,
	`post_before` text NOT NULL,
	`person_before` text NOT NULL,
	`post_after_id` text NOT NULL,
	`post_after` text NOT NULL,
	`person_after` text NOT NULL,
	`reason` text NOT NULL,
	`paper_number` text NOT NULL,
	`source` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replacements_congress` ON `replacements` (`congress_id`);--> statement-breakpoint
ALTER TABLE `levels` ADD `lowest_leader_rank` text;--> statement-breakpoint
ALTER TABLE `posts` ADD `rank` text;