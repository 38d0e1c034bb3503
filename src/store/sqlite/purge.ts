/**
 * What need not be kept for good: keys of deliveries that no platform repeats any more, and sessions that are over. Walks the keys
 * in small transactions with a pause between them, so that a nightly walk over millions holds no chat up.
 */
import type Database from "better-sqlite3";
import { dayOf } from "../standings.ts";
import type { Outlived } from "../store.ts";
import { guarded } from "./failure.ts";
import { foldSeen } from "./standings.ts";

/** Keys looked at in one go: about 2 ms. */
const atOnce = 1_000;

type Key = { readonly channel: string; readonly address: string; readonly id: string; readonly old: 0 | 1 };

export async function purge(db: Database.Database, outlived: Outlived): Promise<number> {
  guarded(() => purgeSessions(db, outlived));
  const next = db.prepare<[number, string, string, string, number], Key>(
    `SELECT channel, address, id, received_at < ? AND state <> 'pending' AS old FROM inbox
     WHERE (channel, address, id) > (?, ?, ?) ORDER BY channel, address, id LIMIT ?`,
  );
  const remove = db.prepare<[string, string, string]>(
    "DELETE FROM inbox WHERE channel = ? AND address = ? AND id = ?",
  );
  const removeAll = db.transaction((keys: readonly Key[]) => {
    for (const { channel, address, id } of keys) remove.run(channel, address, id);
  });
  let last = { channel: "", address: "", id: "" };
  let removed = 0;
  for (;;) {
    const keys = guarded(() =>
      next.all(outlived.deliveriesBefore, last.channel, last.address, last.id, atOnce),
    );
    const old = keys.filter((key) => key.old === 1);
    if (old.length > 0) guarded(() => removeAll.immediate(old));
    removed += old.length;
    const end = keys.at(-1);
    if (!end || keys.length < atOnce) return removed;
    last = end;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function purgeSessions(db: Database.Database, outlived: Outlived): void {
  db.prepare("DELETE FROM chat_sessions WHERE seen_at < ?").run(outlived.chatSessionsBefore);
  db.prepare("DELETE FROM door_keys WHERE kind = 'code' AND until < ?").run(outlived.deliveriesBefore);
  foldSeen(db, dayOf(outlived.seenBefore));
  db.prepare("DELETE FROM agent_sessions WHERE created_at < ?").run(outlived.agentSessionsBefore);
}
