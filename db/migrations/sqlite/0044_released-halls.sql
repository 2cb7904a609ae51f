ALTER TABLE `seat_releases` ADD `hall_id` text REFERENCES halls(id);--> statement-breakpoint
UPDATE `seat_releases` SET `hall_id` = (SELECT `hall_id` FROM `seating_plans` WHERE `seating_plans`.`id` = `seat_releases`.`plan_id`);
