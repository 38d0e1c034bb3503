/** Programs of the office and of partners: what they sent, their keys, and what they are still to be told. */
import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Webhooks that partners' systems sent, with what they were answered; kept for a week. */
export const seenWebhooks = sqliteTable(
  "seen_webhooks",
  {
    sender: text("sender").notNull(),
    id: text("id").notNull(),
    answer: text("answer").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.id] }), index("seen_webhooks_by_age").on(table.at)],
);

/** Keys of integrators: only their hashes, and what each may do. One that was taken away stays, so that its name still means something. */
export const apiKeys = sqliteTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    hash: text("hash").notNull(),
    scopes: text("scopes").notNull(),
    createdAt: integer("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    usedAt: integer("used_at"),
    revokedAt: integer("revoked_at"),
    revokedBy: text("revoked_by"),
  },
  (table) => [uniqueIndex("api_keys_by_hash").on(table.hash)],
);

/** The office's own systems that are told what happens. */
export const hooks = sqliteTable("hooks", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  url: text("url").notNull(),
  secret: text("secret").notNull(),
  events: text("events").notNull(),
  createdAt: integer("created_at").notNull(),
  deliveredAt: integer("delivered_at"),
  failingSince: integer("failing_since"),
  failures: integer("failures").notNull().default(0),
  createdBy: text("created_by"),
});

/**
 * What these systems are still to be told, written with the turn that it tells of; a row goes once it was delivered. Events of one subject (an order,
 * a chat) keep their order: `head` is the first of those that wait. `since`: when it was first tried in vain; `failed_at`: it is not tried any more.
 */
export const hookEvents = sqliteTable(
  "hook_events",
  {
    n: integer("n").primaryKey({ autoIncrement: true }),
    hook: text("hook")
      .notNull()
      .references(() => hooks.id),
    subject: text("subject").notNull(),
    body: text("body").notNull(),
    attempts: integer("attempts").notNull().default(0),
    notBefore: integer("not_before").notNull().default(0),
    since: integer("since"),
    failedAt: integer("failed_at"),
    error: text("error"),
    queuedAt: integer("queued_at").notNull().default(0),
    head: integer("head").notNull().default(0),
  },
  (table) => [
    index("hook_events_due").on(table.hook, table.notBefore, table.n).where(sql`${table.head} = 1`),
    index("hook_events_by_age").on(table.hook, table.queuedAt).where(sql`${table.failedAt} is null`),
    index("hook_events_by_subject")
      .on(table.hook, table.subject, table.n)
      .where(sql`${table.failedAt} is null`),
    index("hook_events_by_hook").on(table.hook, table.failedAt),
  ],
);
