/** A chat as it is read back: its turns from the newest to the first that is wanted, unfolded into lines. */
import type Database from "better-sqlite3";
import type { ConversationId } from "../../domain/ids.ts";
import type { ChatLine } from "../../domain/message.ts";
import type { OutboxState } from "../engine.ts";
import { type Became, saidLine, sentLine } from "../turn-lines.ts";
import type { TurnBody } from "./turn-row.ts";

type ReadLines = (conversation: ConversationId, after: number, limit: number) => readonly ChatLine[];

/** Lines that are walked back in under a millisecond; a longer way is no work for the thread on which every chat waits. */
const mostAtOnce = 2_000;

/** Is it so far back to the line that the walk holds others up? */
export function createIsLongWalk(
  db: Database.Database,
): (conversation: ConversationId, after: number) => boolean {
  const last = db
    .prepare<[string], number>(
      "SELECT t.seq FROM conversations c JOIN turns t ON t.n = c.last_turn WHERE c.id = ?",
    )
    .pluck();
  return (conversation, after) => (last.get(conversation) ?? 0) - after > mostAtOnce;
}

type Delivered = {
  readonly seq: number;
  readonly state: OutboxState;
  readonly progress: "delivered" | "read" | null;
  readonly error: string | null;
};

/** Lines with `seq` > after, in order, at most `limit`. */
export function createLines(db: Database.Database): ReadLines {
  const chat = db.prepare<[string], { chat: number; handed: number }>(
    "SELECT chat, handed FROM conversations WHERE id = ?",
  );
  // A turn has at least one line unless its `seq` is that of the turn before: so `limit` + 1 steps of the oldest are always enough.
  const bodies = db.prepare<[{ chat: number; after: number; limit: number }], { body: string }>(
    `WITH RECURSIVE back (n, prev, seq) AS (
       SELECT t.n, t.prev, t.seq FROM conversations c JOIN turns t ON t.n = c.last_turn WHERE c.chat = @chat AND t.seq > @after
       UNION ALL SELECT t.n, t.prev, t.seq FROM back JOIN turns t ON t.n = back.prev WHERE t.seq > @after)
     SELECT body FROM turns WHERE n IN (SELECT min(n) FROM back GROUP BY seq ORDER BY seq LIMIT @limit) ORDER BY n`,
  );
  const records = db.prepare<[number, number], Delivered>(
    "SELECT seq, state, progress, error FROM deliveries WHERE chat = ? AND seq > ?",
  );

  return (conversation, after, limit) => {
    const found = chat.get(conversation);
    if (!found) return [];
    const recorded = new Map(records.all(found.chat, after).map((record) => [record.seq, becameOf(record)]));
    const stateOf = (seq: number): Became =>
      recorded.get(seq) ?? { delivery: seq <= found.handed ? "handed_over" : "in_flight" };
    return bodies
      .all({ chat: found.chat, after, limit })
      .flatMap(({ body }) => linesOf(JSON.parse(body) as TurnBody, stateOf))
      .filter(({ seq }) => seq > after)
      .slice(0, limit);
  };
}

function becameOf({ state, progress, error }: Delivered): Became {
  const delivery = state === "handed_over" && progress !== null ? progress : state;
  return error === null ? { delivery } : { delivery, problem: error };
}

function linesOf({ said, sent = [] }: TurnBody, stateOf: (seq: number) => Became): readonly ChatLine[] {
  const own = sent.map((one) => sentLine(one, stateOf(one.seq)));
  return said ? [saidLine(said), ...own] : own;
}
