CREATE TABLE `printer_lists` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`printers` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `printer_lists_unit` ON `printer_lists` (`unit_id`);--> statement-breakpoint
INSERT INTO `printer_lists` SELECT `unit_id`, `unit_id`, json_group_array(json_object('name', `name`, 'x', `x` / 100.0, 'y', `y` / 100.0)), 1 FROM (SELECT * FROM `printers` ORDER BY `name`) GROUP BY `unit_id`;--> statement-breakpoint
DROP TABLE `printers`;