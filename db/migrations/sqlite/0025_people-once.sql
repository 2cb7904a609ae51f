CREATE TABLE `delegates` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`person_id` text NOT NULL,
	`delegation_id` text,
	`position` integer NOT NULL,
	`class` text,
	`structure_groups` text NOT NULL,
	`post` text NOT NULL,
	`workplace` text NOT NULL,
	`number` text NOT NULL,
	`seat` text NOT NULL,
	`door` text NOT NULL,
	`introduced` text NOT NULL,
	`representative` text NOT NULL,
	`link` text NOT NULL,
	`note` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delegation_id`) REFERENCES `delegations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delegates_congress` ON `delegates` (`congress_id`);--> statement-breakpoint
CREATE INDEX `delegates_person` ON `delegates` (`person_id`);--> statement-breakpoint
CREATE INDEX `delegates_delegation` ON `delegates` (`delegation_id`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`congress_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`congress_id`) REFERENCES `congresses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delegations_congress` ON `delegations` (`congress_id`);--> statement-breakpoint
ALTER TABLE `people` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `sex` text;--> statement-breakpoint
ALTER TABLE `people` ADD `birth_year` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text DEFAULT '' NOT NULL;
--> statement-breakpoint
INSERT INTO `people` (`id`, `unit_id`, `name`, `folded`, `address`, `sex`, `birth_year`, `phone`, `version`)
SELECT `list_rows`.`id`, `congresses`.`unit_id`, coalesce(json_extract(`row_values`, '$.name'), ''), '', coalesce(json_extract(`row_values`, '$.address'), ''), CASE coalesce(json_extract(`row_values`, '$.sex'), '') WHEN 'Nam' THEN 'male' WHEN 'Nữ' THEN 'female' END, CAST(nullif(coalesce(json_extract(`row_values`, '$.birthYear'), ''), '') AS integer), coalesce(json_extract(`row_values`, '$.phone'), ''), 1
FROM `list_rows` INNER JOIN `congresses` ON `congresses`.`id` = `list_rows`.`congress_id` WHERE `list` = 'delegates';
--> statement-breakpoint
INSERT INTO `delegations` (`id`, `congress_id`, `position`, `name`, `version`)
SELECT min(`id`), `congress_id`, min(`position`), coalesce(json_extract(`row_values`, '$.delegation'), ''), 1
FROM `list_rows` WHERE `list` = 'delegates' AND coalesce(json_extract(`row_values`, '$.delegation'), '') <> '' GROUP BY `congress_id`, coalesce(json_extract(`row_values`, '$.delegation'), '');
--> statement-breakpoint
INSERT INTO `delegates` (`id`, `congress_id`, `person_id`, `delegation_id`, `position`, `class`, `structure_groups`, `post`, `workplace`, `number`, `seat`, `door`, `introduced`, `representative`, `link`, `note`, `version`)
SELECT `list_rows`.`id`, `list_rows`.`congress_id`, `list_rows`.`id`, `delegations`.`id`, `list_rows`.`position`, CASE coalesce(json_extract(`row_values`, '$.class'), '') WHEN 'Đại biểu chính thức' THEN 'official' WHEN 'Khách mời' THEN 'guest' WHEN 'Ban Tổ chức' THEN 'organizing' WHEN 'Phóng viên' THEN 'press' WHEN 'Phục vụ' THEN 'service' END, CASE coalesce(json_extract(`row_values`, '$.structure'), '') WHEN '' THEN '[]' ELSE json_array(coalesce(json_extract(`row_values`, '$.structure'), '')) END, coalesce(json_extract(`row_values`, '$.post'), ''), coalesce(json_extract(`row_values`, '$.unit'), ''), coalesce(json_extract(`row_values`, '$.number'), ''), coalesce(json_extract(`row_values`, '$.seat'), ''), coalesce(json_extract(`row_values`, '$.door'), ''), coalesce(json_extract(`row_values`, '$.introduced'), ''), coalesce(json_extract(`row_values`, '$.representative'), ''), coalesce(json_extract(`row_values`, '$.link'), ''), coalesce(json_extract(`row_values`, '$.note'), ''), `list_rows`.`version`
FROM `list_rows` LEFT JOIN `delegations` ON `delegations`.`congress_id` = `list_rows`.`congress_id` AND `delegations`.`name` = coalesce(json_extract(`row_values`, '$.delegation'), '') WHERE `list` = 'delegates';
--> statement-breakpoint
DELETE FROM `list_rows` WHERE `list` = 'delegates';