CREATE TABLE `door_keys` (
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`chat` integer NOT NULL,
	`until` integer,
	PRIMARY KEY(`kind`, `key`, `chat`),
	FOREIGN KEY (`chat`) REFERENCES `conversations`(`chat`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "door_keys_kind" CHECK("door_keys"."kind" in ('phone', 'code'))
);
--> statement-breakpoint
CREATE INDEX `door_keys_by_chat` ON `door_keys` (`chat`);--> statement-breakpoint
CREATE TABLE `joins` (
	`chat` integer NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`what` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`chat`, `version`),
	FOREIGN KEY (`chat`) REFERENCES `conversations`(`chat`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "joins_what" CHECK("joins"."what" in ('joined', 'split'))
);
