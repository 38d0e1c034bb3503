DROP INDEX `hook_events_failed`;--> statement-breakpoint
CREATE INDEX `hook_events_by_hook` ON `hook_events` (`hook`,`failed_at`);