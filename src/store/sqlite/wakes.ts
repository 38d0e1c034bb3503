/**
 * Timers of chats. A chat's `wake_at` may be earlier than its real moment, since a turn that moves the moment back leaves the
 * column, and its index, alone. Whoever asks for due chats pays: columns that proved too early are set right on the way.
 */
import type Database from "better-sqlite3";
import type { Conversation } from "../../domain/conversation.ts";
import type { Chats } from "./chats.ts";

type Row = { readonly chat: number; readonly wake_at: number; readonly state: string };

export type Wakes = {
  /** Chats whose moment has come, earliest first. */
  due(now: number, limit: number): readonly Conversation[];
  /** No chat's moment is earlier. */
  next(): number | undefined;
};

export function createWakes(db: Database.Database, chats: Chats): Wakes {
  const due = db.prepare<[number, number], Row>(
    "SELECT chat, wake_at, state FROM conversations WHERE wake_at <= ? ORDER BY wake_at LIMIT ?",
  );
  // Without the condition the partial index is not used, and every chat is read (SQLite 3.54).
  const next = db
    .prepare<[], number | null>("SELECT min(wake_at) FROM conversations WHERE wake_at IS NOT NULL")
    .pluck();
  const correct = db.prepare<[number | null, number]>("UPDATE conversations SET wake_at = ? WHERE chat = ?");

  /** Sets right what is too early among the first ones; says which were right. */
  const correctAll = db.transaction((rows: readonly Row[]): readonly Conversation[] =>
    rows.flatMap((row) => {
      const conversation = JSON.parse(row.state) as Conversation;
      const moment = conversation.wake?.at ?? null;
      if (moment === row.wake_at) return [conversation];
      correct.run(moment, row.chat);
      chats.forget(conversation.id);
      return [];
    }),
  );

  return {
    due(now, limit) {
      for (;;) {
        const rows = due.all(now, limit);
        const right = correctAll.immediate(rows);
        if (right.length === rows.length) return right;
      }
    },
    next: () => next.get() ?? undefined,
  };
}
