CREATE TABLE `department_members` (
	`agent` text NOT NULL,
	`department` text NOT NULL,
	PRIMARY KEY(`agent`, `department`),
	FOREIGN KEY (`agent`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department`) REFERENCES `partners`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_looks` (
	`agent` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`agent`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `orders` ADD `department` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `handed_from` text;--> statement-breakpoint
CREATE INDEX `orders_by_department` ON `orders` (`department`,`status`,`held`) WHERE "orders"."department" is not null;--> statement-breakpoint
CREATE INDEX `orders_by_giver` ON `orders` (`handed_from`,`status`,`held`) WHERE "orders"."handed_from" is not null;--> statement-breakpoint
CREATE INDEX `partners_departments` ON `partners` (`id`) WHERE json_extract("partners"."body", '$.kind') = 'office';