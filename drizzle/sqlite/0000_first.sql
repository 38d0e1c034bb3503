CREATE TABLE `agent_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`agent` text NOT NULL,
	`epoch` integer NOT NULL,
	`csrf` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	FOREIGN KEY (`agent`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`disabled` integer NOT NULL,
	`demo` integer NOT NULL,
	`epoch` integer NOT NULL,
	`created_at` integer NOT NULL,
	`password_hash` text NOT NULL,
	CONSTRAINT "agents_role" CHECK("agents"."role" in ('agent', 'head', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `agents_by_email` ON `agents` (lower("email"));--> statement-breakpoint
CREATE TABLE `chat_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`chat` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`customer` text NOT NULL,
	`version` integer NOT NULL,
	`wake_at` integer,
	`waiting_since` integer,
	`handed` integer DEFAULT 0 NOT NULL,
	`last_turn` integer NOT NULL,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_id` ON `conversations` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_address` ON `conversations` (`channel`,`address`);--> statement-breakpoint
CREATE INDEX `conversations_by_customer` ON `conversations` (`customer`);--> statement-breakpoint
CREATE INDEX `conversations_to_wake` ON `conversations` (`wake_at`) WHERE "conversations"."wake_at" is not null;--> statement-breakpoint
CREATE INDEX `conversations_waiting` ON `conversations` (`waiting_since`) WHERE "conversations"."waiting_since" is not null;--> statement-breakpoint
CREATE TABLE `deliveries` (
	`chat` integer NOT NULL,
	`seq` integer NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`not_before` integer,
	`external_id` text,
	`error` text,
	PRIMARY KEY(`chat`, `seq`),
	FOREIGN KEY (`chat`) REFERENCES `conversations`(`chat`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_state" CHECK("deliveries"."state" in ('in_flight', 'waiting', 'handed_over', 'failed'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `deliveries_unfinished` ON `deliveries` (`chat`) WHERE "deliveries"."state" in ('in_flight', 'waiting');--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`conversation` text NOT NULL,
	`sha256` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `flow_versions` (
	`hash` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`format` integer NOT NULL,
	`canonical` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `history` (
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`i` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`number`, `version`, `i`),
	FOREIGN KEY (`number`) REFERENCES `orders`(`number`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `inbox` (
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`id` text NOT NULL,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`turn` integer,
	PRIMARY KEY(`channel`, `address`, `id`),
	CONSTRAINT "inbox_state" CHECK("inbox"."state" in ('pending', 'done', 'failed'))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `orders` (
	`number` integer PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`draft` text NOT NULL,
	`service` text NOT NULL,
	`status` text NOT NULL,
	`held` integer NOT NULL,
	`claimed_by` text,
	`claim_until` integer,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `conversations`(`chat`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_status" CHECK("orders"."status" in ('placed', 'quoted', 'approved', 'awaiting_payment', 'paid', 'seeking', 'assigned', 'in_progress', 'done', 'cancelled', 'failed')),
	CONSTRAINT "orders_held" CHECK("orders"."held" = ("orders"."claimed_by" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_by_draft` ON `orders` (`chat`,`draft`);--> statement-breakpoint
CREATE INDEX `orders_by_status` ON `orders` (`status`,`held`);--> statement-breakpoint
CREATE INDEX `orders_by_service` ON `orders` (`service`,`status`,`held`);--> statement-breakpoint
CREATE INDEX `orders_by_agent` ON `orders` (`claimed_by`,`status`) WHERE "orders"."claimed_by" is not null;--> statement-breakpoint
CREATE INDEX `orders_by_lease` ON `orders` (`claim_until`) WHERE "orders"."claim_until" is not null;--> statement-breakpoint
CREATE TABLE `partners` (
	`id` text PRIMARY KEY NOT NULL,
	`active` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pending` (
	`seq` integer PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`id` text NOT NULL,
	`conversation` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`n` integer PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`prev` integer NOT NULL,
	`version` integer NOT NULL,
	`seq` integer NOT NULL,
	`inbox_seq` integer,
	`body` text NOT NULL,
	FOREIGN KEY (`chat`) REFERENCES `conversations`(`chat`) ON UPDATE no action ON DELETE no action
);
