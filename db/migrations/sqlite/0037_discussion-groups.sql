CREATE TABLE `discussion_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`least` integer NOT NULL,
	`most` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `discussion_groups_congress` ON `discussion_groups` (`congress_id`);--> statement-breakpoint
CREATE TABLE `group_members` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`group_id` text NOT NULL,
	`delegate_id` text NOT NULL,
	`role` text,
	`is_held` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `discussion_groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_members_congress` ON `group_members` (`congress_id`);--> statement-breakpoint
CREATE INDEX `group_members_group` ON `group_members` (`group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `group_members_delegate` ON `group_members` (`delegate_id`);--> statement-breakpoint
CREATE TABLE `group_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`is_on` integer NOT NULL,
	`classes` text NOT NULL,
	`balances` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_plans_congress` ON `group_plans` (`congress_id`);--> statement-breakpoint
CREATE TABLE `group_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`kind` text NOT NULL,
	`delegate_ids` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_rules_congress` ON `group_rules` (`congress_id`);