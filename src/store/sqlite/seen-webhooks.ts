/** Which webhooks came, on SQLite: the unique key is the lock. */
import type Database from "better-sqlite3";
import type { KeptAnswer, SeenWebhooks } from "../../webhooks/seen.ts";
import { guarded } from "./failure.ts";

export function sqliteSeenWebhooks(db: Database.Database): SeenWebhooks {
  const find = db
    .prepare<[string, string], string>("SELECT answer FROM seen_webhooks WHERE sender = ? AND id = ?")
    .pluck();
  const keep = db.prepare<[string, string, string, number]>(
    "INSERT INTO seen_webhooks (sender, id, answer, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const forget = db.prepare<[number]>("DELETE FROM seen_webhooks WHERE at < ?");
  const found = (sender: string, id: string): KeptAnswer | undefined => {
    const answer = find.get(sender, id);
    return answer === undefined ? undefined : (JSON.parse(answer) as KeptAnswer);
  };
  return {
    find: async (sender, id) => guarded(() => found(sender, id)),
    keep: async ({ sender, id, answer, at }) =>
      guarded(() => {
        const { changes } = keep.run(sender, id, JSON.stringify(answer), at);
        if (changes > 0) return { type: "kept" };
        return { type: "repeated", answer: found(sender, id) ?? answer };
      }),
    forget: async (before) => guarded(() => forget.run(before).changes),
  };
}
