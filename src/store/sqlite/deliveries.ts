/** The port of single messages on SQLite: their rows of `deliveries`, and the turns of the journal that made them. */
import type Database from "better-sqlite3";
import type { ConversationId } from "../../domain/ids.ts";
import type { DeliveryStore } from "../deliveries.ts";
import { unsureSince } from "../doubt.ts";
import type { OutboxState } from "../engine.ts";
import { guarded } from "./failure.ts";
import type { TurnBody } from "./turn-row.ts";
import { type JournalRow, toOutboxRow } from "./unfinished.ts";

type Found = JournalRow & {
  readonly seq: number;
  readonly state: OutboxState;
  readonly progress: string | null;
  readonly error: string | null;
};

export function sqliteDeliveries(db: Database.Database): DeliveryStore {
  const columns =
    "t.n, t.chat, t.version, t.body, c.id, c.channel, c.address, c.handed, d.seq, d.state, d.progress, d.error";
  const joined = "FROM conversations c JOIN deliveries d ON d.chat = c.chat JOIN turns t ON t.n = d.turn";
  const byExternalId = db.prepare<[string, string], Found>(
    `SELECT ${columns} ${joined} WHERE c.id = ? AND d.external_id = ?`,
  );
  const bySeq = db.prepare<[string, number], Found>(
    `SELECT ${columns} ${joined} WHERE c.id = ? AND d.seq = ?`,
  );
  const moveOn = db.prepare<[string, number, number]>(
    "UPDATE deliveries SET progress = ? WHERE chat = ? AND seq = ?",
  );
  const fail = db.prepare<[number, number]>(
    "UPDATE deliveries SET state = 'failed', error = 'undelivered' WHERE chat = ? AND seq = ?",
  );
  const sentIn = ({ body, seq }: Found) =>
    (JSON.parse(body) as TurnBody).sent?.find((sent) => sent.seq === seq);

  function write(work: () => void): void {
    // As with hand-overs: survives a kill; a power cut may forget it, and nothing depends on it.
    db.pragma("synchronous = NORMAL");
    try {
      work();
    } finally {
      db.pragma("synchronous = FULL");
    }
  }

  return {
    byExternalId: (conversation, externalId) =>
      guarded(() => {
        const found = byExternalId.get(conversation, externalId);
        const sent = found && sentIn(found);
        return found && sent && { seq: found.seq, key: keyOf(conversation, found.version, sent.index) };
      }),
    progress: (conversation, seq, progress) =>
      guarded(() => {
        const found = bySeq.get(conversation, seq);
        if (found?.state !== "handed_over") return false;
        if (found.progress === progress || found.progress === "read") return false;
        write(() => {
          if (progress === "failed") fail.run(found.chat, seq);
          else moveOn.run(progress, found.chat, seq);
        });
        return true;
      }),
    failed: (conversation, seq) =>
      guarded(() => {
        const found = bySeq.get(conversation, seq);
        if (found?.state !== "failed") return undefined;
        const sent = sentIn(found);
        if (!sent) return undefined;
        const row = toOutboxRow(found, sent);
        return { ...row, state: "waiting", possibleRepeat: false, ...unsureSince(found.error) };
      }),
  };
}

function keyOf(conversation: ConversationId, version: number, index: number): string {
  return `${conversation}:${version}:${index}`;
}
