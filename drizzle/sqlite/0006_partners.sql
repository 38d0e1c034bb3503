CREATE TABLE `partner_services` (
	`service` text NOT NULL,
	`partner` text NOT NULL,
	PRIMARY KEY(`service`, `partner`),
	FOREIGN KEY (`partner`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partner_services_by_partner` ON `partner_services` (`partner`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_partners` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`status` text NOT NULL,
	`name_ar` text NOT NULL,
	`name_en` text NOT NULL,
	`searched` text NOT NULL,
	`link_code` text,
	`chat` text,
	`secret` text,
	`body` text NOT NULL,
	CONSTRAINT "partners_status" CHECK("__new_partners"."status" in ('active', 'paused_by_staff', 'paused_by_itself'))
);
--> statement-breakpoint
INSERT INTO `__new_partners`("id", "version", "status", "name_ar", "name_en", "searched", "body")
SELECT `id`, 1, CASE WHEN `active` THEN 'active' ELSE 'paused_by_staff' END, '', '', '', json_object(
	'id', `id`, 'version', 1, 'kind', 'business', 'name', json(`body` -> '$.name'),
	'services', json(`body` -> '$.services'), 'cities', json(`body` -> '$.cities'), 'areas', json('[]'),
	'holidays', json('[]'), 'officeHolidays', json('true'),
	'contacts', CASE WHEN `body` ->> '$.phone' IS NULL THEN json('{}') ELSE json_object('phone', `body` ->> '$.phone') END,
	'languages', json('["ar","en"]'), 'prices', json('{}'), 'licences', json('[]'),
	'state', CASE WHEN `active` THEN json_object('status', 'active')
		ELSE json_object('status', 'paused_by_staff', 'reason', 'موقوفة قبل التحديث · paused before the upgrade', 'at', 0) END,
	'demo', json(CASE WHEN `body` ->> '$.demo' THEN 'true' ELSE 'false' END))
FROM `partners`;--> statement-breakpoint
DROP TABLE `partners`;--> statement-breakpoint
ALTER TABLE `__new_partners` RENAME TO `partners`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `partners_by_name_ar` ON `partners` (`name_ar`,`id`,`status`,`searched`);--> statement-breakpoint
CREATE INDEX `partners_by_name_en` ON `partners` (`name_en`,`id`,`status`,`searched`);--> statement-breakpoint
CREATE INDEX `partners_by_link_code` ON `partners` (`link_code`);--> statement-breakpoint
CREATE INDEX `partners_by_chat` ON `partners` (`chat`);