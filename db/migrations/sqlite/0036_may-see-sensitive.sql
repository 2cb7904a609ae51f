ALTER TABLE `grants` ADD `may_see_sensitive` integer DEFAULT false NOT NULL;--> statement-breakpoint
-- Organizers knew the needs of their delegates until now: what they may see is not taken from them.
UPDATE `grants` SET `may_see_sensitive` = 1 WHERE `role` IN ('organizer', 'administrator');
