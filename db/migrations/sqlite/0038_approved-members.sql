ALTER TABLE `delegate_lists` ADD `approved_members` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- What was approved until now is known as it was submitted.
UPDATE `delegate_lists` SET `approved_members` = `members` WHERE `state` = 'approved';
