/**
 * What the store must know of a chat to write its next turn: its number, and the columns that are rewritten only when they change.
 * Kept for the chats that moved lately; what a transaction changes becomes known only once it is committed.
 */
import type Database from "better-sqlite3";
import type { ConversationId } from "../../domain/ids.ts";
import { createRecent } from "../recent.ts";
import type { Staging } from "./transaction.ts";

export type ChatFacts = {
  readonly chat: number;
  readonly wakeAt: number | null;
  readonly waitingSince: number | null;
  readonly lastTurn: number;
};

export type Chats = Staging & {
  find(id: ConversationId): ChatFacts | undefined;
  /** Known to this transaction from now on. */
  stage(id: ConversationId, facts: ChatFacts): void;
  /** A column was changed elsewhere. */
  forget(id: ConversationId): void;
};

/** Chats that are kept, about 200 bytes each. */
const mostKept = 4_000;

export function createChats(db: Database.Database): Chats {
  const read = db.prepare<[string], ChatFacts>(
    "SELECT chat, wake_at AS wakeAt, waiting_since AS waitingSince, last_turn AS lastTurn FROM conversations WHERE id = ?",
  );
  const kept = createRecent<ConversationId, ChatFacts>(mostKept);
  const staged = new Map<ConversationId, ChatFacts>();
  const keep = (facts: ChatFacts, id: ConversationId) => void kept.put(id, facts);

  return {
    find: (id) => staged.get(id) ?? kept.get(id) ?? read.get(id),
    stage: (id, facts) => void staged.set(id, facts),
    end(outcome) {
      if (outcome === "committed") staged.forEach(keep);
      staged.clear();
    },
    forget: (id) => void kept.delete(id),
  };
}
