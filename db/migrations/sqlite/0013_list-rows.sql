CREATE TABLE `list_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`list` text NOT NULL,
	`position` integer NOT NULL,
	`row_values` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `list_rows_list` ON `list_rows` (`congress_id`,`list`);