CREATE TABLE `number_series` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`congress_id` text,
	`name` text NOT NULL,
	`ending` text NOT NULL,
	`starts_at` integer NOT NULL,
	`restarts_yearly` integer NOT NULL,
	`way` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `number_series_unit` ON `number_series` (`unit_id`);--> statement-breakpoint
CREATE TABLE `paper_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`paper_id` text NOT NULL,
	`step` text NOT NULL,
	`draft` integer NOT NULL,
	`reason` text NOT NULL,
	`account_name` text NOT NULL,
	`at` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`paper_id`) REFERENCES `papers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_steps_paper` ON `paper_steps` (`paper_id`);--> statement-breakpoint
DROP INDEX `papers_kind`;--> statement-breakpoint
ALTER TABLE `papers` ADD `edition` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `papers` ADD `standing` text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE `papers` ADD `draft` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `papers` ADD `signer_post_id` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `signed_hash` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `series_id` text REFERENCES number_series(id);--> statement-breakpoint
ALTER TABLE `papers` ADD `series_year` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `number` integer;--> statement-breakpoint
ALTER TABLE `papers` ADD `number_letters` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `day` text;--> statement-breakpoint
CREATE UNIQUE INDEX `papers_edition` ON `papers` (`congress_id`,`kind`,`edition`);--> statement-breakpoint
CREATE UNIQUE INDEX `papers_number` ON `papers` (`series_id`,`series_year`,`number`,`number_letters`);