/** Flow versions, files' records and marks, on SQLite. Seldom asked, so in drizzle's own words. */
import type Database from "better-sqlite3";
import { count, eq } from "drizzle-orm";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import type { ConversationId, DocumentId } from "../../domain/ids.ts";
import type { DirectoryStore } from "../directory.ts";
import { guarded } from "./failure.ts";
import type { Reader } from "./reader.ts";
import { documents, flowVersions, marks } from "./schema.ts";

export function sqliteDirectory(
  db: Database.Database,
  reader: Pick<Reader, "unusedDocuments">,
): DirectoryStore {
  const query = drizzle(db);
  return {
    ...flowsOf(query),
    ...documentsOf(query),
    ...marksOf(query),
    unusedDocuments: (from, before) => reader.unusedDocuments(from, before),
  };
}

function flowsOf(query: BetterSQLite3Database): Pick<DirectoryStore, "pinFlow" | "pinnedFlows"> {
  return {
    pinFlow: async (version) =>
      guarded(() => {
        query.insert(flowVersions).values(version).onConflictDoNothing().run();
      }),
    pinnedFlows: async () =>
      guarded(() => query.select().from(flowVersions).orderBy(flowVersions.hash).all()),
  };
}

function documentsOf(
  query: BetterSQLite3Database,
): Pick<DirectoryStore, "putDocument" | "getDocument" | "removeDocument" | "countContent"> {
  return {
    putDocument: async (document) =>
      guarded(() => {
        query.insert(documents).values(document).onConflictDoNothing().run();
      }),
    getDocument: async (id) =>
      guarded(() => {
        const row = query.select().from(documents).where(eq(documents.id, id)).get();
        return row && { ...row, id: row.id as DocumentId, conversation: row.conversation as ConversationId };
      }),
    removeDocument: async (id) =>
      guarded(() => {
        query.delete(documents).where(eq(documents.id, id)).run();
      }),
    countContent: async (sha256) =>
      guarded(
        () =>
          query.select({ count: count() }).from(documents).where(eq(documents.sha256, sha256)).get()?.count ??
          0,
      ),
  };
}

function marksOf(query: BetterSQLite3Database): Pick<DirectoryStore, "getMark" | "setMark"> {
  return {
    getMark: async (name) =>
      guarded(() => query.select().from(marks).where(eq(marks.name, name)).get()?.value),
    setMark: async (name, value) =>
      guarded(() => {
        query
          .insert(marks)
          .values({ name, value })
          .onConflictDoUpdate({ target: marks.name, set: { value } })
          .run();
      }),
  };
}
