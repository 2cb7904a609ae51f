CREATE TABLE `acceptances` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`reason` text NOT NULL,
	`paper_number` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `acceptances_congress` ON `acceptances` (`congress_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text,
	`language` text NOT NULL,
	`is_disabled` integer NOT NULL,
	`created_at` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_login` ON `accounts` (`login`);--> statement-breakpoint
CREATE TABLE `acts` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`account_name` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`unit_id` text,
	`cycle_id` text,
	`congress_id` text,
	`reason` text NOT NULL,
	`change_count` integer NOT NULL,
	`changes` text NOT NULL,
	`undoes_act_id` text,
	`undone_by_act_id` text
);
--> statement-breakpoint
CREATE INDEX `acts_unit` ON `acts` (`unit_id`);--> statement-breakpoint
CREATE INDEX `acts_congress` ON `acts` (`congress_id`);--> statement-breakpoint
CREATE INDEX `acts_cycle` ON `acts` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `calendar_days` (
	`id` text PRIMARY KEY NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`unit_id` text,
	`basis` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `column_names` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`folded` text NOT NULL,
	`field` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `column_names_name` ON `column_names` (`kind`,`folded`);--> statement-breakpoint
CREATE TABLE `congress_events` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`at` text NOT NULL,
	`account_name` text NOT NULL,
	`kind` text NOT NULL,
	`state_before` text,
	`state_after` text,
	`date_before` text,
	`date_after` text,
	`reason` text NOT NULL,
	`paper_number` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `congress_events_congress` ON `congress_events` (`congress_id`);--> statement-breakpoint
CREATE TABLE `congresses` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`level_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`form` text NOT NULL,
	`title` text NOT NULL,
	`folded` text NOT NULL,
	`theme` text NOT NULL,
	`ordinal` text NOT NULL,
	`date_from` text,
	`date_to` text,
	`half_day` text NOT NULL,
	`week_of` text,
	`venue_id` text,
	`expected_delegates` integer,
	`expected_guests` integer,
	`assembly` text,
	`is_pilot` integer NOT NULL,
	`upper_congress_id` text,
	`post_ids` text NOT NULL,
	`note` text NOT NULL,
	`state` text NOT NULL,
	`is_date_invented` integer NOT NULL,
	`former_date` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`level_id`) REFERENCES `levels`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `congresses_cycle` ON `congresses` (`cycle_id`);--> statement-breakpoint
CREATE INDEX `congresses_unit` ON `congresses` (`unit_id`);--> statement-breakpoint
CREATE INDEX `congresses_venue` ON `congresses` (`venue_id`);--> statement-breakpoint
CREATE INDEX `congresses_upper` ON `congresses` (`upper_congress_id`);--> statement-breakpoint
CREATE TABLE `cycles` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`ordinal` text NOT NULL,
	`theme` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`documents` text NOT NULL,
	`stands_on` text,
	`is_example` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cycles_unit` ON `cycles` (`unit_id`);--> statement-breakpoint
CREATE TABLE `grants` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`unit_id` text,
	`role` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `grants_account` ON `grants` (`account_id`);--> statement-breakpoint
CREATE INDEX `grants_unit` ON `grants` (`unit_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text NOT NULL,
	`unit_id` text,
	`cycle_id` text,
	`file_name` text NOT NULL,
	`content` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`fixed_start` text,
	`presenter` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `items_session` ON `items` (`session_id`);--> statement-breakpoint
CREATE TABLE `levels` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`name_english` text NOT NULL,
	`forms` text NOT NULL,
	`window_from` text,
	`window_to` text,
	`max_delegates` integer,
	`max_days` integer,
	`staff_threshold` integer,
	`gap_before_upper_days` integer NOT NULL,
	`leader_max_per_day` integer NOT NULL,
	`rules_off` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `levels_cycle` ON `levels` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`unit_id` text,
	`grant_id` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `papers` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`kind` text NOT NULL,
	`fields` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `papers_kind` ON `papers` (`congress_id`,`kind`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_unit` ON `people` (`unit_id`);--> statement-breakpoint
CREATE TABLE `post_holders` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_holders_post` ON `post_holders` (`post_id`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_unit` ON `posts` (`unit_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`date` text,
	`starts_at` text NOT NULL,
	`room` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_congress` ON `sessions` (`congress_id`);--> statement-breakpoint
CREATE TABLE `shares` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`with_unit_id` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`with_unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shares_pair` ON `shares` (`unit_id`,`with_unit_id`);--> statement-breakpoint
CREATE TABLE `sign_ins` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_ins_account` ON `sign_ins` (`account_id`);--> statement-breakpoint
CREATE TABLE `stamps` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`type` text NOT NULL,
	`block` text NOT NULL,
	`staff_number` integer,
	`contact_name` text NOT NULL,
	`contact_phone` text NOT NULL,
	`address` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`window_from` text,
	`window_to` text,
	`predecessor_ids` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE INDEX `units_code` ON `units` (`code`);--> statement-breakpoint
CREATE TABLE `venues` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`address` text NOT NULL,
	`capacity` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `venues_unit` ON `venues` (`unit_id`);