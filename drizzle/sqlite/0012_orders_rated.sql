ALTER TABLE `orders` ADD `rating` integer;--> statement-breakpoint
ALTER TABLE `orders` ADD `rated_at` integer;--> statement-breakpoint
CREATE INDEX `orders_rated` ON `orders` (`rated_at`,`partner`,`rating`) WHERE "orders"."rating" is not null;