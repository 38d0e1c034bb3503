CREATE TABLE `open_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`partner` text NOT NULL,
	`until` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `open_offers_standing` ON `open_offers` (`until`,`partner`);--> statement-breakpoint
INSERT INTO `open_offers` (`id`, `partner`, `until`)
SELECT json_extract(`offer`.`value`, '$.id'), json_extract(`offer`.`value`, '$.partner.id'), json_extract(`offer`.`value`, '$.until')
FROM `orders` JOIN json_each(`orders`.`body`, '$.offers') AS `offer`
WHERE `orders`.`status` NOT IN ('done', 'cancelled', 'failed') AND json_extract(`offer`.`value`, '$.state.type') = 'open';--> statement-breakpoint
CREATE TABLE `partner_days` (
	`day` integer NOT NULL,
	`partner` text NOT NULL,
	`offered` integer NOT NULL,
	`accepted` integer NOT NULL,
	`declined` integer NOT NULL,
	`answered` integer NOT NULL,
	`answer_ms` integer NOT NULL,
	`finished` integer NOT NULL,
	`in_time` integer NOT NULL,
	`given_back` integer NOT NULL,
	`ratings` integer NOT NULL,
	`rating_sum` integer NOT NULL,
	PRIMARY KEY(`day`, `partner`)
) WITHOUT ROWID;
--> statement-breakpoint
-- Marks that customers gave before go on counting; of offers and ends nothing was added up.
INSERT INTO `partner_days` (`day`, `partner`, `offered`, `accepted`, `declined`, `answered`, `answer_ms`, `finished`, `in_time`, `given_back`, `ratings`, `rating_sum`)
SELECT `rated_at` / 86400000, `partner`, 0, 0, 0, 0, 0, 0, 0, 0, count(*), sum(`rating`) FROM `orders`
WHERE `rating` IS NOT NULL AND `rated_at` IS NOT NULL AND `partner` IS NOT NULL GROUP BY 1, 2;--> statement-breakpoint
DROP INDEX `orders_rated`;--> statement-breakpoint
ALTER TABLE `orders` DROP COLUMN `rating`;--> statement-breakpoint
ALTER TABLE `orders` DROP COLUMN `rated_at`;
