CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_by_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `hook_events` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`hook` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`since` integer,
	`failed_at` integer,
	`error` text,
	FOREIGN KEY (`hook`) REFERENCES `hooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hook_events_due` ON `hook_events` (`hook`,`not_before`) WHERE "hook_events"."failed_at" is null;--> statement-breakpoint
CREATE INDEX `hook_events_by_subject` ON `hook_events` (`hook`,`subject`,`n`) WHERE "hook_events"."failed_at" is null;--> statement-breakpoint
CREATE INDEX `hook_events_failed` ON `hook_events` (`hook`,`failed_at`) WHERE "hook_events"."failed_at" is not null;--> statement-breakpoint
CREATE TABLE `hooks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`events` text NOT NULL,
	`created_at` integer NOT NULL,
	`delivered_at` integer
);
