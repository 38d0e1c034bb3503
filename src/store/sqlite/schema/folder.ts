/** The data folder itself: its flows, its files, and small facts of it. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

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
