ALTER TABLE `deliveries` ADD `progress` text;--> statement-breakpoint
CREATE INDEX `deliveries_by_external_id` ON `deliveries` (`chat`,`external_id`) WHERE "deliveries"."external_id" is not null;