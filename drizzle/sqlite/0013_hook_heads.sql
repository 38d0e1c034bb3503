DROP INDEX `hook_events_due`;--> statement-breakpoint
ALTER TABLE `hook_events` ADD `queued_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `hook_events` ADD `head` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `hook_events_by_age` ON `hook_events` (`hook`,`queued_at`) WHERE "hook_events"."failed_at" is null;--> statement-breakpoint
CREATE INDEX `hook_events_due` ON `hook_events` (`hook`,`not_before`,`n`) WHERE "hook_events"."head" = 1;--> statement-breakpoint
ALTER TABLE `hooks` ADD `failing_since` integer;--> statement-breakpoint
ALTER TABLE `hooks` ADD `failures` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `hook_events` SET `queued_at` = unixepoch() * 1000, `head` = `failed_at` IS NULL AND NOT EXISTS (SELECT 1 FROM `hook_events` AS `b` WHERE `b`.`failed_at` IS NULL AND `b`.`hook` = `hook_events`.`hook` AND `b`.`subject` = `hook_events`.`subject` AND `b`.`n` < `hook_events`.`n`);
