CREATE TABLE `quota_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`maximum` integer,
	`targets` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quota_plans_congress` ON `quota_plans` (`congress_id`);--> statement-breakpoint
CREATE TABLE `quotas` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`position` integer NOT NULL,
	`unit_id` text,
	`name` text NOT NULL,
	`official` integer NOT NULL,
	`guests` integer NOT NULL,
	`weight` integer,
	`aims` text NOT NULL,
	`set_by` text NOT NULL,
	`note` text NOT NULL,
	`excess_reason` text NOT NULL,
	`sent_official` integer,
	`sent_guests` integer,
	`sent_at` text,
	`sent_by` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quotas_congress` ON `quotas` (`congress_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `quotas_unit` ON `quotas` (`congress_id`,`unit_id`);
--> statement-breakpoint
INSERT INTO `quotas` (`id`, `congress_id`, `position`, `unit_id`, `name`, `official`, `guests`, `weight`, `aims`, `set_by`, `note`, `excess_reason`, `sent_official`, `sent_guests`, `sent_at`, `sent_by`, `version`)
SELECT `id`, `congress_id`, `position`, CASE WHEN `id` = (SELECT min(`twin`.`id`) FROM `list_rows` AS `twin` WHERE `twin`.`list` = 'quotas' AND `twin`.`congress_id` = `read`.`congress_id` AND coalesce(json_extract(`twin`.`row_values`, '$.unit'), '') = `unit_text`) THEN (SELECT CASE WHEN count(*) = 1 THEN min(`units`.`id`) END FROM `units` WHERE `units`.`name` = `unit_text` AND `units`.`parent_id` = `read`.`holder_id`) END, `unit_text`, coalesce(`official`, CASE WHEN `total` - coalesce(`guests`, 0) > 0 THEN `total` - coalesce(`guests`, 0) ELSE 0 END), coalesce(`guests`, CASE WHEN `total` - `official` > 0 THEN `total` - `official` ELSE 0 END), NULL, CASE WHEN `women` > 0 AND `workers` > 0 THEN json_array(json_object('attribute', 'women', 'value', '', 'op', 'at-least', 'amount', `women`, 'isPercent', json('false')), json_object('attribute', 'workers', 'value', '', 'op', 'at-least', 'amount', `workers`, 'isPercent', json('false'))) WHEN `women` > 0 THEN json_array(json_object('attribute', 'women', 'value', '', 'op', 'at-least', 'amount', `women`, 'isPercent', json('false'))) WHEN `workers` > 0 THEN json_array(json_object('attribute', 'workers', 'value', '', 'op', 'at-least', 'amount', `workers`, 'isPercent', json('false'))) ELSE '[]' END, 'by-hand', ltrim(`note_text` || CASE WHEN `total_text` <> '' AND `total` IS NULL THEN '; Tổng số: ' || `total_text` ELSE '' END || CASE WHEN `official_text` <> '' AND `official` IS NULL THEN '; Chính thức: ' || `official_text` ELSE '' END || CASE WHEN `guests_text` <> '' AND `guests` IS NULL THEN '; Khách mời: ' || `guests_text` ELSE '' END || CASE WHEN `women_text` <> '' AND `women` IS NULL THEN '; Nữ: ' || `women_text` ELSE '' END || CASE WHEN `workers_text` <> '' AND `workers` IS NULL THEN '; Trực tiếp lao động: ' || `workers_text` ELSE '' END || CASE WHEN `total` <> `official` + `guests` OR (`guests` IS NULL AND `total` < `official`) OR (`official` IS NULL AND `total` < `guests`) THEN '; Tổng số: ' || `total_text` ELSE '' END, '; '), '', NULL, NULL, NULL, '', `version`
FROM (SELECT `said`.*, CASE WHEN `total_text` <> '' AND length(`total_text`) <= 6 AND `total_text` NOT GLOB '*[^0-9]*' THEN CAST(`total_text` AS integer) WHEN `total_text` GLOB '[0-9].[0-9][0-9][0-9]' OR `total_text` GLOB '[0-9][0-9].[0-9][0-9][0-9]' OR `total_text` GLOB '[0-9][0-9][0-9].[0-9][0-9][0-9]' THEN CAST(replace(`total_text`, '.', '') AS integer) END AS `total`, CASE WHEN `official_text` <> '' AND length(`official_text`) <= 6 AND `official_text` NOT GLOB '*[^0-9]*' THEN CAST(`official_text` AS integer) WHEN `official_text` GLOB '[0-9].[0-9][0-9][0-9]' OR `official_text` GLOB '[0-9][0-9].[0-9][0-9][0-9]' OR `official_text` GLOB '[0-9][0-9][0-9].[0-9][0-9][0-9]' THEN CAST(replace(`official_text`, '.', '') AS integer) END AS `official`, CASE WHEN `guests_text` <> '' AND length(`guests_text`) <= 6 AND `guests_text` NOT GLOB '*[^0-9]*' THEN CAST(`guests_text` AS integer) WHEN `guests_text` GLOB '[0-9].[0-9][0-9][0-9]' OR `guests_text` GLOB '[0-9][0-9].[0-9][0-9][0-9]' OR `guests_text` GLOB '[0-9][0-9][0-9].[0-9][0-9][0-9]' THEN CAST(replace(`guests_text`, '.', '') AS integer) END AS `guests`, CASE WHEN `women_text` <> '' AND length(`women_text`) <= 6 AND `women_text` NOT GLOB '*[^0-9]*' THEN CAST(`women_text` AS integer) WHEN `women_text` GLOB '[0-9].[0-9][0-9][0-9]' OR `women_text` GLOB '[0-9][0-9].[0-9][0-9][0-9]' OR `women_text` GLOB '[0-9][0-9][0-9].[0-9][0-9][0-9]' THEN CAST(replace(`women_text`, '.', '') AS integer) END AS `women`, CASE WHEN `workers_text` <> '' AND length(`workers_text`) <= 6 AND `workers_text` NOT GLOB '*[^0-9]*' THEN CAST(`workers_text` AS integer) WHEN `workers_text` GLOB '[0-9].[0-9][0-9][0-9]' OR `workers_text` GLOB '[0-9][0-9].[0-9][0-9][0-9]' OR `workers_text` GLOB '[0-9][0-9][0-9].[0-9][0-9][0-9]' THEN CAST(replace(`workers_text`, '.', '') AS integer) END AS `workers` FROM (SELECT `list_rows`.`id` AS `id`, `list_rows`.`congress_id` AS `congress_id`, `list_rows`.`position` AS `position`, `list_rows`.`version` AS `version`, `congresses`.`unit_id` AS `holder_id`, coalesce(json_extract(`row_values`, '$.unit'), '') AS `unit_text`, coalesce(json_extract(`row_values`, '$.note'), '') AS `note_text`, coalesce(json_extract(`row_values`, '$.total'), '') AS `total_text`, coalesce(json_extract(`row_values`, '$.official'), '') AS `official_text`, coalesce(json_extract(`row_values`, '$.guests'), '') AS `guests_text`, coalesce(json_extract(`row_values`, '$.women'), '') AS `women_text`, coalesce(json_extract(`row_values`, '$.workers'), '') AS `workers_text` FROM `list_rows` INNER JOIN `congresses` ON `congresses`.`id` = `list_rows`.`congress_id` WHERE `list` = 'quotas') AS `said`) AS `read`;
--> statement-breakpoint
DELETE FROM `list_rows` WHERE `list` = 'quotas';