CREATE TABLE `sensitive_data` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`ethnicity` text NOT NULL,
	`religion` text NOT NULL,
	`is_party_member` integer,
	`health` text NOT NULL,
	`diet` text NOT NULL,
	`consent_at` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sensitive_data_person` ON `sensitive_data` (`person_id`);--> statement-breakpoint
ALTER TABLE `delegates` ADD `sending_unit_id` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `standing` text DEFAULT 'listed' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegates` ADD `printed_post` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegates` ADD `presence` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `absence_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegates` ADD `answer` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `answer_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegates` ADD `answered_at` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `replaces_id` text;--> statement-breakpoint
ALTER TABLE `delegates` ADD `chosen_from_id` text;--> statement-breakpoint
CREATE INDEX `delegates_chosen_from` ON `delegates` (`chosen_from_id`);--> statement-breakpoint
ALTER TABLE `delegations` ADD `sending_unit_id` text;--> statement-breakpoint
ALTER TABLE `delegations` ADD `number` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegations` ADD `colour` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegations` ADD `head_id` text;--> statement-breakpoint
ALTER TABLE `delegations` ADD `deputy_id` text;--> statement-breakpoint
ALTER TABLE `delegations` ADD `liaison` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `delegations` ADD `liaison_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `printed_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `birth_date` text;--> statement-breakpoint
ALTER TABLE `people` ADD `titles` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `education` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `field` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `is_direct_worker` integer;