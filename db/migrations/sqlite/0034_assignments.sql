CREATE TABLE `assignment_exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`session_id` text NOT NULL,
	`role` text NOT NULL,
	`delegate_id` text NOT NULL,
	`is_in` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignment_exceptions_congress` ON `assignment_exceptions` (`congress_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_exceptions_delegate` ON `assignment_exceptions` (`delegate_id`,`session_id`,`role`);--> statement-breakpoint
CREATE TABLE `assignment_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`session_id` text NOT NULL,
	`role` text NOT NULL,
	`clauses` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assignment_rules_target` ON `assignment_rules` (`congress_id`,`session_id`,`role`);--> statement-breakpoint
CREATE TABLE `role_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`roles` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `role_plans_congress` ON `role_plans` (`congress_id`);