ALTER TABLE `api_keys` ADD `revoked_by` text;--> statement-breakpoint
ALTER TABLE `hooks` ADD `created_by` text;