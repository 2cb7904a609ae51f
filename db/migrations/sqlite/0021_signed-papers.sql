CREATE TABLE `signed_papers` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` text NOT NULL,
	`printed` text NOT NULL,
	`row_count` integer,
	`making` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `signed_papers_congress` ON `signed_papers` (`congress_id`);--> statement-breakpoint
ALTER TABLE `paper_steps` ADD `by_number` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `paper_steps` ADD `day` text;--> statement-breakpoint
ALTER TABLE `papers` ADD `signed_id` text;