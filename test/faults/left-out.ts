/** What an outage may leave out: bare questions that a later answer overtook, and nothing else. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import type { ChatLine } from "../../src/domain/message.ts";

type Sent = { readonly seq: number; readonly effect: { readonly kind: string; readonly bare?: true } };

/** Opens what was committed, beside the office that wrote it. */
export function openJournal(dataDir: string) {
  const db = new Database(join(dataDir, "wasit.db"), { readonly: true });
  const bodies = db
    .prepare<[string], string>(
      "SELECT t.body FROM turns t JOIN conversations c ON c.chat = t.chat WHERE c.id = ?",
    )
    .pluck();
  const sentIn = (conversation: string): readonly Sent[] =>
    bodies
      .all(conversation)
      .flatMap((body) => (JSON.parse(body) as { readonly sent?: readonly Sent[] }).sent ?? []);
  return {
    close: () => void db.close(),
    /** The lines of ours that left, after a look at each that did not. */
    leftOf(conversation: string, ours: readonly ChatLine[]): readonly ChatLine[] {
      const sent = new Map(sentIn(conversation).map(({ seq, effect }) => [seq, effect]));
      const left = ours.filter(({ delivery }) => delivery !== "failed");
      expect(left.filter(({ delivery }) => delivery === "waiting" || delivery === "in_flight")).toEqual([]);
      for (const { seq, delivery, problem, text } of ours) {
        if (delivery !== "failed") continue;
        expect([seq, text, problem]).toEqual([
          seq,
          expect.stringMatching(/[?؟]/),
          expect.stringMatching(/^(unsure_)?overtaken$/),
        ]);
        expect(sent.get(seq)).toMatchObject({ kind: "reply", bare: true });
        expect(left.some((line) => line.seq > seq && sent.get(line.seq)?.kind === "reply")).toBe(true);
      }
      return left;
    },
  };
}
