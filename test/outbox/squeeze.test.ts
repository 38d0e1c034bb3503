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
const order = "BR-10001" as NonNullable<OutboxRow["effect"]["order"]>;

describe("isOvertaken", () => {
  it.each<readonly [string, readonly OutboxRow[], boolean]>([
    ["an answer with a later answer behind it", [row("reply"), row("reply")], true],
    ["… with news between them", [row("reply"), row("news"), row("reply")], true],
    ["an answer alone", [row("reply")], false],
    ["an answer before news alone", [row("reply"), row("news")], false],
    ["news", [row("news"), row("reply")], false],
    ["words of staff", [row("staff"), row("reply")], false],
    ["an answer about an order", [row("reply", { order }), row("reply")], false],
    ["an answer of just now", [row("reply", {}, now - staleAfterMs + 1), row("reply")], false],
    ["nothing", [], false],
  ])("%s", (_, rows, overtaken) => {
    expect(isOvertaken(rows, now)).toBe(overtaken);
  });
});
