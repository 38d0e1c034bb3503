ALTER TABLE `orders` ADD `due_at` integer;--> statement-breakpoint
-- What an order waits for is worked out in the program: those that are not over are looked at once, at the first start.
UPDATE `orders` SET `due_at` = 0 WHERE `status` NOT IN ('done', 'cancelled', 'failed');--> statement-breakpoint
CREATE INDEX `orders_due` ON `orders` (`due_at`) WHERE "orders"."due_at" is not null;
