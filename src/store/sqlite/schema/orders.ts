/** Orders and what happened to them. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { overStatuses, statusNames } from "../../../domain/order.ts";
import { conversations } from "./chats.ts";
import { oneOf } from "./one-of.ts";

/** `number` is the one inside the reference; `held` says whether anybody has claimed it. Every index ends in `number` (docs/decisions/011). */
export const orders = sqliteTable(
  "orders",
  {
    number: integer("number").primaryKey(),
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    draft: text("draft").notNull(),
    service: text("service").notNull(),
    status: text("status").notNull(),
    held: integer("held").notNull(),
    claimedBy: text("claimed_by"),
    claimUntil: integer("claim_until"),
    version: integer("version").notNull(),
    body: text("body").notNull(),
    partner: text("partner"),
    dueAt: integer("due_at"),
    /** Left out: a service. */
    kind: text("kind"),
    /** The number of the order that it is about. */
    about: integer("about"),
    /** The partner in whose standing a complaint counts, and when that was decided. */
    blamed: text("blamed"),
    blamedAt: integer("blamed_at"),
    /** The department that it was handed to, and the one that handed it over. */
    department: text("department"),
    handedFrom: text("handed_from"),
  },
  (table) => [
    uniqueIndex("orders_by_draft").on(table.chat, table.draft),
    index("orders_by_status").on(table.status, table.held),
    index("orders_by_service").on(table.service, table.status, table.held),
    index("orders_by_agent").on(table.claimedBy, table.status).where(sql`${table.claimedBy} is not null`),
    index("orders_by_agent_and_service")
      .on(table.claimedBy, table.service, table.status)
      .where(sql`${table.claimedBy} is not null`),
    index("orders_by_lease").on(table.claimUntil).where(sql`${table.claimUntil} is not null`),
    index("orders_due").on(table.dueAt).where(sql`${table.dueAt} is not null`),
    // Few orders are no services.
    index("orders_by_kind").on(table.kind, table.status, table.held).where(sql`${table.kind} is not null`),
    index("orders_about").on(table.about).where(sql`${table.about} is not null`),
    index("orders_blamed").on(table.blamedAt, table.blamed).where(sql`${table.blamed} is not null`),
    // How many orders a partner has now: only those that are not over are in it.
    index("orders_open_by_partner")
      .on(table.partner)
      .where(sql`${table.partner} is not null and ${table.status} not in (${oneOf(overStatuses)})`),
    index("orders_by_department")
      .on(table.department, table.status, table.held)
      .where(sql`${table.department} is not null`),
    index("orders_by_giver")
      .on(table.handedFrom, table.status, table.held)
      .where(sql`${table.handedFrom} is not null`),
    check("orders_status", sql`${table.status} in (${oneOf(statusNames)})`),
    check("orders_held", sql`${table.held} = (${table.claimedBy} is not null)`),
  ],
);

/** What happened to an order: the rows of the change that made its `version`. WITHOUT ROWID by the migration. */
export const history = sqliteTable(
  "history",
  {
    number: integer("number")
      .notNull()
      .references(() => orders.number),
    version: integer("version").notNull(),
    i: integer("i").notNull(),
    body: text("body").notNull(),
  },
  (table) => [primaryKey({ columns: [table.number, table.version, table.i] })],
);
