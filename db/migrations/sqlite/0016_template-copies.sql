CREATE TABLE `template_copies` (
	`id` text PRIMARY KEY NOT NULL,
	`place` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`unit_id` text NOT NULL,
	`level_id` text,
	`last_number` integer NOT NULL,
	`in_force` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`level_id`) REFERENCES `levels`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `template_copies_place` ON `template_copies` (`place`);--> statement-breakpoint
CREATE INDEX `template_copies_unit` ON `template_copies` (`unit_id`);--> statement-breakpoint
CREATE TABLE `template_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`number` integer NOT NULL,
	`files` text NOT NULL,
	`is_draft` integer NOT NULL,
	`restored` integer,
	`shipped_hash` text NOT NULL,
	`note` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`copy_id`) REFERENCES `template_copies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `template_versions_number` ON `template_versions` (`copy_id`,`number`);