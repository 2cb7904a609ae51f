ALTER TABLE `congresses` ADD `host_unit_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `congresses` ADD `host_block` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `congresses` ADD `combined_with` text DEFAULT '' NOT NULL;