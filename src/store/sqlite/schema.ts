/**
 * The tables of one office, and their one definition: `drizzle-kit generate` makes the migrations from here. A turn is one row of
 * `turns` (what came in and what goes out), one rewritten row of `conversations` and one key in `inbox`; docs/decisions/010 says
 * why there is no table of outgoing messages. Moments are epoch milliseconds.
 */
import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { overStatuses, statusNames } from "../../domain/order.ts";
import { partnerStatuses } from "../../domain/partner.ts";

const oneOf = (names: readonly string[]) => sql.raw(names.map((name) => `'${name}'`).join(", "));

/**
 * One row a chat. `wake_at` is never later than the state's own `wake.at`: it is moved only when that comes earlier, or when it has
 * passed. `handed` is the `seq` up to which everything born in flight has left. `last_turn` begins the chain back through `turns`.
 */
export const conversations = sqliteTable(
  "conversations",
  {
    chat: integer("chat").primaryKey(),
    id: text("id").notNull(),
    channel: text("channel").notNull(),
    address: text("address").notNull(),
    customer: text("customer").notNull(),
    version: integer("version").notNull(),
    wakeAt: integer("wake_at"),
    waitingSince: integer("waiting_since"),
    handed: integer("handed").notNull().default(0),
    lastTurn: integer("last_turn").notNull(),
    state: text("state").notNull(),
  },
  (table) => [
    uniqueIndex("conversations_by_id").on(table.id),
    uniqueIndex("conversations_by_address").on(table.channel, table.address),
    index("conversations_by_customer").on(table.customer),
    index("conversations_to_wake").on(table.wakeAt).where(sql`${table.wakeAt} is not null`),
    index("conversations_waiting").on(table.waitingSince).where(sql`${table.waitingSince} is not null`),
  ],
);

/** The key of every delivery, which makes a repeat a repeat. The migration makes it WITHOUT ROWID: one tree instead of two. */
export const inbox = sqliteTable(
  "inbox",
  {
    channel: text("channel").notNull(),
    address: text("address").notNull(),
    id: text("id").notNull(),
    receivedAt: integer("received_at").notNull(),
    state: text("state").notNull(),
    turn: integer("turn"),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.address, table.id] }),
    check("inbox_state", sql`${table.state} in ('pending', 'done', 'failed')`),
  ],
);

/** Deliveries that wait for a reading. */
export const pending = sqliteTable("pending", {
  seq: integer("seq").primaryKey(),
  channel: text("channel").notNull(),
  address: text("address").notNull(),
  id: text("id").notNull(),
  conversation: text("conversation").notNull(),
  at: integer("at").notNull(),
  receivedAt: integer("received_at").notNull(),
  content: text("content").notNull(),
});

/**
 * The journal: one row a turn, appended, never changed. `prev` is the chat's turn before, `seq` the chat's last line after it, `body`
 * the delivery that it answers and the messages that it sends (turn-row.ts).
 */
export const turns = sqliteTable("turns", {
  n: integer("n").primaryKey(),
  chat: integer("chat")
    .notNull()
    .references(() => conversations.chat),
  prev: integer("prev").notNull(),
  version: integer("version").notNull(),
  seq: integer("seq").notNull(),
  inboxSeq: integer("inbox_seq"),
  body: text("body").notNull(),
});

/** Messages that did not simply leave: tried again, given up, or given an id by their platform. The rest is `conversations.handed`. */
export const deliveries = sqliteTable(
  "deliveries",
  {
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    seq: integer("seq").notNull(),
    turn: integer("turn").notNull(),
    state: text("state").notNull(),
    at: integer("at").notNull(),
    attempts: integer("attempts").notNull(),
    notBefore: integer("not_before"),
    externalId: text("external_id"),
    error: text("error"),
    /** What the platform told of it later. */
    progress: text("progress"),
    /** When staff asked that it leaves once more. */
    askedAt: integer("asked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.chat, table.seq] }),
    index("deliveries_by_external_id")
      .on(table.chat, table.externalId)
      .where(sql`${table.externalId} is not null`),
    index("deliveries_unfinished").on(table.chat).where(sql`${table.state} in ('in_flight', 'waiting')`),
    check("deliveries_state", sql`${table.state} in ('in_flight', 'waiting', 'handed_over', 'failed')`),
  ],
);

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

/**
 * What a chat can be found by beside its address: the phone that its platform vouches for, and a one-time code (its first half; `until`
 * is when it ends). A row is a way to look, the truth is in the chat's own state.
 */
export const doorKeys = sqliteTable(
  "door_keys",
  {
    kind: text("kind", { enum: ["phone", "code"] }).notNull(),
    key: text("key").notNull(),
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    until: integer("until"),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.key, table.chat] }),
    index("door_keys_by_chat").on(table.chat),
    check("door_keys_kind", sql`${table.kind} in ('phone', 'code')`),
  ],
);

/** The history of joins: what the turn that made a chat's `version` changed of whose it is. Appended, never changed. */
export const joins = sqliteTable(
  "joins",
  {
    chat: integer("chat")
      .notNull()
      .references(() => conversations.chat),
    version: integer("version").notNull(),
    at: integer("at").notNull(),
    what: text("what", { enum: ["joined", "split"] }).notNull(),
    body: text("body").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chat, table.version] }),
    check("joins_what", sql`${table.what} in ('joined', 'split')`),
  ],
);

export const agents = sqliteTable(
  "agents",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["agent", "head", "admin"] }).notNull(),
    language: text("language", { enum: ["ar", "en"] }).notNull(),
    disabled: integer("disabled", { mode: "boolean" }).notNull(),
    demo: integer("demo", { mode: "boolean" }).notNull(),
    epoch: integer("epoch").notNull(),
    createdAt: integer("created_at").notNull(),
    passwordHash: text("password_hash").notNull(),
  },
  (table) => [
    uniqueIndex("agents_by_email").on(sql`lower(${table.email})`),
    check("agents_role", sql`${table.role} in ('agent', 'head', 'admin')`),
  ],
);

export const agentSessions = sqliteTable("agent_sessions", {
  hash: text("hash").primaryKey(),
  agent: text("agent")
    .notNull()
    .references(() => agents.id),
  epoch: integer("epoch").notNull(),
  csrf: text("csrf").notNull(),
  createdAt: integer("created_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});

export const chatSessions = sqliteTable("chat_sessions", {
  hash: text("hash").primaryKey(),
  conversation: text("conversation").notNull(),
  createdAt: integer("created_at").notNull(),
  seenAt: integer("seen_at").notNull(),
});

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

/** Which of the office's departments (partners of that kind) its people belong to. */
export const departmentMembers = sqliteTable(
  "department_members",
  {
    agent: text("agent")
      .notNull()
      .references(() => agents.id),
    department: text("department")
      .notNull()
      .references(() => partners.id),
  },
  (table) => [primaryKey({ columns: [table.agent, table.department] })],
);

/** When agents last looked at what they asked of others. */
export const requestLooks = sqliteTable("request_looks", {
  agent: text("agent")
    .primaryKey()
    .references(() => agents.id),
  at: integer("at").notNull(),
});

/** What was seen of partners on a day, or long ago (`store/standings.ts`). WITHOUT ROWID by the migration, as `open_offers`. */
export const partnerDays = sqliteTable(
  "partner_days",
  {
    day: integer("day").notNull(),
    partner: text("partner").notNull(),
    offered: integer("offered").notNull(),
    accepted: integer("accepted").notNull(),
    declined: integer("declined").notNull(),
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

export const flowVersions = sqliteTable("flow_versions", {
  hash: text("hash").primaryKey(),
  service: text("service").notNull(),
  format: integer("format").notNull(),
  canonical: text("canonical").notNull(),
});

export const documents = sqliteTable(
  "documents",
  {
    id: text("id").primaryKey(),
    conversation: text("conversation").notNull(),
    sha256: text("sha256").notNull(),
    mediaType: text("media_type").notNull(),
    bytes: integer("bytes").notNull(),
    name: text("name").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("documents_by_content").on(table.sha256)],
);

/** Small facts of this data folder: `clock`, `settled_turn`, … */
export const marks = sqliteTable("marks", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
});

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
