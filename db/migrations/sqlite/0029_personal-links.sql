CREATE TABLE `delegate_links` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`delegate_id` text,
	`delegation_id` text,
	`salt` text NOT NULL,
	`code_hash` text NOT NULL,
	`expires_on` text,
	`revoked_at` text,
	`opened_at` text,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegate_links_code` ON `delegate_links` (`code_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `delegate_links_delegate` ON `delegate_links` (`delegate_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `delegate_links_delegation` ON `delegate_links` (`delegation_id`);--> statement-breakpoint
CREATE INDEX `delegate_links_congress` ON `delegate_links` (`congress_id`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
