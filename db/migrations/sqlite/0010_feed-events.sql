CREATE TABLE `feed_events` (
	`id` text PRIMARY KEY NOT NULL,
	`feed_id` text NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer NOT NULL,
	`changed_at` text NOT NULL,
	`content` text NOT NULL,
	`gone_at` text,
	FOREIGN KEY (`feed_id`) REFERENCES `feeds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feed_events_feed` ON `feed_events` (`feed_id`);