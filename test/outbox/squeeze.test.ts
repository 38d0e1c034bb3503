import { describe, expect, it } from "vitest";
import { isOvertaken, staleAfterMs } from "../../src/outbox/squeeze.ts";
import type { OutboxRow } from "../../src/store/engine.ts";
import { outboxOf } from "../store/sample-turns.ts";

const now = 10 * staleAfterMs;
const row = (kind: OutboxRow["effect"]["kind"], change: Partial<OutboxRow["effect"]> = {}, createdAt = 0) =>
  outboxOf("a", 1, 2, {
    createdAt,
    effect: { type: "say", kind, from: "office", language: "ar", text: "جواب", ...change },
  });
const ask = row("reply", { bare: true });
const order = "BR-10001" as NonNullable<OutboxRow["effect"]["order"]>;

describe("isOvertaken", () => {
  it.each<readonly [string, readonly OutboxRow[], boolean]>([
    ["a question with a later reply behind it", [ask, row("reply")], true],
    ["… with news between them", [ask, row("news"), ask], true],
    ["a question alone", [ask], false],
    ["a question before news alone", [ask, row("news")], false],
    ["an answer", [row("reply"), row("reply")], false],
    ["news", [row("news"), row("reply")], false],
    ["words of staff", [row("staff"), row("reply")], false],
    ["a question about an order", [row("reply", { order, bare: true }), row("reply")], false],
    ["a question of just now", [row("reply", { bare: true }, now - staleAfterMs + 1), row("reply")], false],
    ["a question that staff asked to be sent again", [{ ...ask, askedAt: 1 }, row("reply")], false],
    ["a question before one that staff asked to be sent again", [ask, { ...ask, askedAt: 1 }], false],
    ["nothing", [], false],
  ])("%s", (_, rows, overtaken) => {
    expect(isOvertaken(rows, now)).toBe(overtaken);
  });
});
