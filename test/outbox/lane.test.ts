import { describe, expect, it, vi } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import type { OutboxRow } from "../../src/store/engine.ts";
import { chat, lineThat, rowOf } from "./some-rows.ts";

/** News of an order, as a partner's chat, mailbox and system get them. */
function newsOf(ref: string, seq: number): OutboxRow {
  const made = rowOf(seq, "news");
  return {
    ...made,
    effect: { ...made.effect, notice: { type: "offer.made", at: 0, order: { ref: ref as OrderRef } } },
  };
}

describe("news of several orders in one chat", () => {
  it("keep the pace of the chat and stand behind each other", async () => {
    const rate = { most: 1, everyMs: 3_600_000 };
    const { deliverer, sent } = lineThat(() => undefined, {
      rates: { chat: rate, line: { most: 30, everyMs: 1 } },
    });
    deliverer.push([newsOf("BR-10001", 1), newsOf("BR-10002", 2), rowOf(3)]);
    expect(sent).toEqual(["news 1"]);
    await deliverer.stop();
  });

  it("are withdrawn with it while they wait", () => {
    let away = true;
    const { deliverer, sent, became } = lineThat(() => undefined, { isAway: () => away });
    deliverer.push([newsOf("BR-10001", 1), newsOf("BR-10002", 2)]);
    deliverer.takeRecords();
    deliverer.withdraw(chat, Date.now() + 1);
    away = false;
    deliverer.wake("test");
    expect(sent).toEqual([]);
    expect(became()).toEqual([
      [1, "failed", "opted_out"],
      [2, "failed", "opted_out"],
    ]);
  });
});

describe("a message that has nothing to say any more", () => {
  it("is not told as handed over, and holds up nothing", () => {
    const { deliverer, became } = lineThat(({ text }) => (text === "news 1" ? { moot: true } : undefined));
    deliverer.push([
      newsOf("BR-10001", 1),
      newsOf("BR-10001", 2),
      rowOf(3, "news", { possibleRepeat: true }),
    ]);
    expect(became()).toEqual([
      [1, "failed", "moot"],
      [2, "handed_over", undefined],
      [3, "handed_over", "repeated"],
    ]);
  });

  it("may have arrived at an earlier try all the same", () => {
    const { deliverer, became } = lineThat(() => ({ moot: true }));
    deliverer.push([rowOf(1, "news", { possibleRepeat: true })]);
    expect(became()).toEqual([[1, "failed", "unsure"]]);
  });
});

describe("a channel that holds orders apart", () => {
  it("goes on with one order while it takes nothing of another", async () => {
    const { deliverer, sent } = lineThat(
      ({ text }) => (text === "news 1" ? { type: "retry_later", afterMs: 3_600_000 } : undefined),
      { ordersApart: true },
    );
    deliverer.push([newsOf("BR-10001", 1), newsOf("BR-10001", 2), newsOf("BR-10002", 3)]);
    await vi.waitFor(() => expect(sent).toEqual(["news 3"]));
    await deliverer.stop();
  });
});
