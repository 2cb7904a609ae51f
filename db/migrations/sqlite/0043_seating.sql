CREATE TABLE `drawings` (
	`key` text PRIMARY KEY NOT NULL,
	`drawing` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hall_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`hall_id` text NOT NULL,
	`number` integer NOT NULL,
	`drawing_key` text NOT NULL,
	`seats` integer NOT NULL,
	`note` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hall_versions_number` ON `hall_versions` (`hall_id`,`number`);--> statement-breakpoint
CREATE TABLE `halls` (
	`id` text PRIMARY KEY NOT NULL,
	`venue_id` text NOT NULL,
	`name` text NOT NULL,
	`number` integer NOT NULL,
	`seats` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `venues`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `halls_venue` ON `halls` (`venue_id`);--> statement-breakpoint
CREATE TABLE `seat_importances` (
	`id` text PRIMARY KEY NOT NULL,
	`cycle_id` text NOT NULL,
	`importance` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`cycle_id`) REFERENCES `cycles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_importances_cycle` ON `seat_importances` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `seat_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`delegate_id` text NOT NULL,
	`rank` integer,
	`needs_step_free` integer NOT NULL,
	`needs_wheelchair` integer NOT NULL,
	`companion_of` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_needs_congress` ON `seat_needs` (`congress_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `seat_needs_delegate` ON `seat_needs` (`delegate_id`);--> statement-breakpoint
CREATE TABLE `seat_places` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`phase_id` text NOT NULL,
	`delegate_id` text NOT NULL,
	`seat_id` text,
	`former_seat` text NOT NULL,
	`is_locked` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `seating_plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_places_seat` ON `seat_places` (`plan_id`,`phase_id`,`seat_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `seat_places_delegate` ON `seat_places` (`plan_id`,`phase_id`,`delegate_id`);--> statement-breakpoint
CREATE TABLE `seat_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`hall_number` integer NOT NULL,
	`places` text NOT NULL,
	`note` text NOT NULL,
	`released_at` text NOT NULL,
	`released_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `seating_plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `seat_releases_number` ON `seat_releases` (`plan_id`,`number`);--> statement-breakpoint
CREATE TABLE `seat_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`kind` text NOT NULL,
	`delegate_ids` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seat_rules_congress` ON `seat_rules` (`congress_id`);--> statement-breakpoint
CREATE TABLE `seating_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`hall_id` text NOT NULL,
	`hall_number` integer NOT NULL,
	`phases` text NOT NULL,
	`layout` text NOT NULL,
	`delegation_order` text NOT NULL,
	`released_number` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hall_id`) REFERENCES `halls`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `seating_plans_congress` ON `seating_plans` (`congress_id`);--> statement-breakpoint
CREATE TABLE `stage_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`batches` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stage_orders_congress` ON `stage_orders` (`congress_id`);