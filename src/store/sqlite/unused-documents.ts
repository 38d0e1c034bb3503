/**
 * Files that were stored and never became part of anything: the upload broke off after them, or its message was refused. Looks through
 * everything that their chat says and waits for, so it is asked in a worker and only of the files of a day.
 */
import type Database from "better-sqlite3";
import type { StoredDocument } from "../../documents/documents.ts";

/** Documents with from ≤ `at` < before whose id occurs nowhere in their chat. */
export function findUnusedDocuments(
  db: Database.Database,
  from: number,
  before: number,
): readonly StoredDocument[] {
  const stored = db
    .prepare<[number, number], StoredDocument>(
      `SELECT id, conversation, sha256, media_type AS mediaType, bytes, name, at FROM documents
       WHERE at >= ? AND at < ? ORDER BY conversation, id`,
    )
    .all(from, before);
  const texts = textsOfChats(db);
  const byChat = Map.groupBy(stored, ({ conversation }) => conversation);
  return [...byChat].flatMap(([conversation, own]) => {
    let unused: readonly StoredDocument[] = own;
    for (const text of texts(conversation)) {
      unused = unused.filter(({ id }) => !text.includes(id));
      if (unused.length === 0) break;
    }
    return unused;
  });
}

/** Everything of a chat in which a document can be named: first what is likely, then its journal from the newest turn back. */
function textsOfChats(db: Database.Database): (conversation: string) => Iterable<string> {
  const text = <Parameter>(source: string) => db.prepare<[Parameter], string>(source).pluck();
  const sources = [
    text<string>("SELECT content FROM pending WHERE conversation = ?"),
    text<string>("SELECT state FROM conversations WHERE id = ?"),
    text<string>("SELECT body FROM orders WHERE chat = (SELECT chat FROM conversations WHERE id = ?)"),
    text<string>(`SELECT h.body FROM history h JOIN orders o ON o.number = h.number
       WHERE o.chat = (SELECT chat FROM conversations WHERE id = ?)`),
    text<string>(`WITH RECURSIVE back (prev, body) AS (
       SELECT t.prev, t.body FROM conversations c JOIN turns t ON t.n = c.last_turn WHERE c.id = ?
       UNION ALL SELECT t.prev, t.body FROM back JOIN turns t ON t.n = back.prev) SELECT body FROM back`),
  ];
  return function* texts(conversation) {
    for (const source of sources) yield* source.iterate(conversation);
  };
}
