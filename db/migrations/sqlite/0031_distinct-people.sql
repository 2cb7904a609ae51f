CREATE TABLE `distinct_people` (
	`id` text PRIMARY KEY NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `distinct_people_pair` ON `distinct_people` (`first_id`,`second_id`);