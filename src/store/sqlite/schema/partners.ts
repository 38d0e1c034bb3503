/** Who carries orders out, and how they have done so. */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { partnerStatuses } from "../../../domain/partner.ts";
import { oneOf } from "./one-of.ts";

/** Names are folded, to sort by; `searched` is what a search looks at. All of it stands in the indices, so a list reads only what it shows. */
export const partners = sqliteTable(
  "partners",
  {
    id: text("id").primaryKey(),
    version: integer("version").notNull(),
    status: text("status").notNull(),
    nameAr: text("name_ar").notNull(),
    nameEn: text("name_en").notNull(),
    searched: text("searched").notNull(),
    linkCode: text("link_code"),
    chat: text("chat"),
    secret: text("secret"),
    body: text("body").notNull(),
  },
  (table) => [
    index("partners_by_name_ar").on(table.nameAr, table.id, table.status, table.searched),
    index("partners_by_name_en").on(table.nameEn, table.id, table.status, table.searched),
    index("partners_by_link_code").on(table.linkCode),
    index("partners_by_chat").on(table.chat),
    index("partners_departments").on(table.id).where(sql`json_extract(${table.body}, '$.kind') = 'office'`),
    check("partners_status", sql`${table.status} in (${oneOf(partnerStatuses)})`),
  ],
);

export const partnerServices = sqliteTable(
  "partner_services",
  {
    service: text("service").notNull(),
    partner: text("partner")
      .notNull()
      .references(() => partners.id),
  },
  (table) => [
    primaryKey({ columns: [table.service, table.partner] }),
    index("partner_services_by_partner").on(table.partner),
  ],
);

/** What was seen of partners on a day, or long ago (`store/standings.ts`). WITHOUT ROWID by the migration, as `open_offers`. */
export const partnerDays = sqliteTable(
  "partner_days",
  {
    day: integer("day").notNull(),
    partner: text("partner").notNull(),
    offered: integer("offered").notNull(),
    accepted: integer("accepted").notNull(),
    declined: integer("declined").notNull(),
    answeredLate: integer("answered_late").notNull().default(0),
    answered: integer("answered").notNull(),
    answerMs: integer("answer_ms").notNull(),
    finished: integer("finished").notNull(),
    inTime: integer("in_time").notNull(),
    givenBack: integer("given_back").notNull(),
    ratings: integer("ratings").notNull(),
    ratingSum: integer("rating_sum").notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.partner] })],
);

/** Offers that nobody has answered yet; once their time has passed they count no more, also before that is written down. */
export const openOffers = sqliteTable(
  "open_offers",
  {
    id: text("id").primaryKey(),
    partner: text("partner").notNull(),
    until: integer("until").notNull(),
  },
  (table) => [index("open_offers_standing").on(table.until, table.partner)],
);
