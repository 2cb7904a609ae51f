CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`code` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publications_congress` ON `publications` (`congress_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `publications_code` ON `publications` (`code`);--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`day` text NOT NULL,
	`at` text NOT NULL,
	`account_name` text NOT NULL,
	`content` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_number` ON `releases` (`congress_id`,`number`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`session_id` text,
	`item_id` text,
	`text` text NOT NULL,
	`account_id` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`settled_by` text,
	`answer` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `remarks_congress` ON `remarks` (`congress_id`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`state` text NOT NULL,
	`withdrawn_on` text,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speakers_congress` ON `speakers` (`congress_id`);--> statement-breakpoint
CREATE TABLE `tellings` (
	`id` text PRIMARY KEY NOT NULL,
	`release_id` text NOT NULL,
	`who` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tellings_who` ON `tellings` (`release_id`,`who`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_items` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text,
	`tray_congress_id` text,
	`position` integer NOT NULL,
	`kind` text DEFAULT 'item' NOT NULL,
	`title` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`fixed_start` text,
	`presenter` text NOT NULL,
	`speaker_ids` text DEFAULT '[]' NOT NULL,
	`note` text NOT NULL,
	`presidium_words` text DEFAULT '' NOT NULL,
	`announcer_words` text DEFAULT '' NOT NULL,
	`batches` text DEFAULT '[]' NOT NULL,
	`cues` text DEFAULT '[]' NOT NULL,
	`started_at` text,
	`ended_at` text,
	`interchange` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tray_congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_items`("id", "session_id", "position", "title", "duration_minutes", "fixed_start", "presenter", "note", "version") SELECT "id", "session_id", "position", "title", "duration_minutes", "fixed_start", "presenter", "note", "version" FROM `items`;--> statement-breakpoint
DROP TABLE `items`;--> statement-breakpoint
ALTER TABLE `__new_items` RENAME TO `items`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `items_session` ON `items` (`session_id`);--> statement-breakpoint
CREATE INDEX `items_tray` ON `items` (`tray_congress_id`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `fixed_end` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `attendance` integer;--> statement-breakpoint
ALTER TABLE `venues` ADD `rooms` text DEFAULT '[]' NOT NULL;