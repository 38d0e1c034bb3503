ALTER TABLE `orders` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `about` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `blamed` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `blamed_at` integer;--> statement-breakpoint
CREATE INDEX `orders_by_kind` ON `orders` (`kind`,`status`,`held`) WHERE "orders"."kind" is not null;--> statement-breakpoint
CREATE INDEX `orders_about` ON `orders` (`about`) WHERE "orders"."about" is not null;--> statement-breakpoint
CREATE INDEX `orders_blamed` ON `orders` (`blamed_at`,`blamed`) WHERE "orders"."blamed" is not null;