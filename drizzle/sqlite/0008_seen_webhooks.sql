CREATE TABLE `seen_webhooks` (
	`sender` text NOT NULL,
	`id` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`sender`, `id`)
);
--> statement-breakpoint
CREATE INDEX `seen_webhooks_by_age` ON `seen_webhooks` (`at`);