/**
 * The tables of one office, and their one definition: `drizzle-kit generate` makes the migrations from here. A turn is one row of
 * `turns` (what came in and what goes out), one rewritten row of `conversations` and one key in `inbox`; docs/decisions/010 says
 * why there is no table of outgoing messages. Moments are epoch milliseconds.
 */
export * from "./schema/chats.ts";
export * from "./schema/folder.ts";
export * from "./schema/integrations.ts";
export * from "./schema/orders.ts";
export * from "./schema/partners.ts";
export * from "./schema/people.ts";
