import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { orderRefOf } from "../../src/domain/ids.ts";
import type { EngineStore } from "../../src/store/engine.ts";
import { leftBehind, newFolder, openStore, problemsOf } from "./data-folder.ts";
import { chatId, handedOver, inboxOf, newOrder, orderOf, outboxOf, placed, turnOf } from "./sample-turns.ts";

const unfinished = async (engine: EngineStore) =>
  (await engine.unfinishedOutbox()).map(({ conversation, seq, state }) => [conversation, seq, state]);

describe("a reopened store", () => {
  it("knows everything that was committed", async () => {
    const folder = newFolder();
    const before = await openStore(folder);
    const turn = turnOf("a", 1, 41, { orderChanges: [newOrder("a", 10_001)] });
    await before.engine.commitTurns([turn, turnOf("b", 1, 42)], []);
    await before.engine.insertInbox([inboxOf("b", 43, { chatSeq: 0, state: "pending" })]);
    await before.engine.recordDeliveries([
      handedOver("b", 2, { state: "waiting", notBefore: 9, attempts: 2 }),
    ]);
    await before.directory.setMark("demo", "on");
    await before.close();

    const { engine, orders, directory } = await openStore(folder);
    expect(await engine.getConversation(chatId("a"))).toEqual(turn.conversation);
    expect(await orders.get(orderRefOf(10_001))).toEqual(orderOf("a", 10_001));
    expect(await orders.history(orderRefOf(10_001))).toEqual([placed]);
    expect(await engine.pendingInbox()).toHaveLength(1);
    expect(await engine.highest()).toEqual({ order: 10_001, inbox: 43 });
    expect(await directory.getMark("demo")).toBe("on");
    expect(await unfinished(engine)).toEqual([
      [chatId("a"), 2, "in_flight"],
      [chatId("b"), 2, "waiting"],
    ]);
    expect(await engine.commitTurns([turnOf("a", 2, 41, { inbox: inboxOf("a", 41) })], [])).toEqual([
      { type: "duplicate" },
    ]);
  });

  it("knows everything also when nobody closed it", async () => {
    const folder = newFolder();
    const { engine } = await openStore(folder);
    await engine.commitTurns([turnOf("a", 1, 1), turnOf("a", 2, 2)], []);
    await engine.recordDeliveries([handedOver("a", 2)]);
    const copy = leftBehind(folder);
    const after = await openStore(copy);
    expect(await unfinished(after.engine)).toEqual([[chatId("a"), 4, "in_flight"]]);
    expect(await after.engine.commitTurns([turnOf("a", 3, 3)], [handedOver("a", 4)])).toEqual([
      { type: "committed" },
    ]);
    expect(await unfinished(after.engine)).toEqual([[chatId("a"), 6, "in_flight"]]);
    await after.close();
    expect(problemsOf(join(copy, "wasit.db"))).toEqual([]);
  });

  it("finds an old message that never left, however many have left since", async () => {
    const folder = newFolder();
    const { engine } = await openStore(folder);
    await engine.commitTurns([turnOf("stuck", 1, 1)], []);
    for (let n = 1; n <= 1_300; n += 1)
      await engine.commitTurns([turnOf("busy", n, n + 1)], n === 1 ? [] : [handedOver("busy", (n - 1) * 2)]);
    const expected = [
      [chatId("stuck"), 2, "in_flight"],
      [chatId("busy"), 2_600, "in_flight"],
    ];
    expect(await unfinished(engine)).toEqual(expected);
    expect(await unfinished((await openStore(leftBehind(folder))).engine)).toEqual(expected);
  });

  it("does not send what left before the last thousand turns", async () => {
    const folder = newFolder();
    const { engine } = await openStore(folder);
    for (let n = 1; n <= 1_300; n += 1)
      await engine.commitTurns([turnOf("busy", n, n)], n === 1 ? [] : [handedOver("busy", (n - 1) * 2)]);
    await engine.recordDeliveries([handedOver("busy", 2_600)]);
    expect(await unfinished((await openStore(leftBehind(folder))).engine)).toEqual([]);
  });

  it("keeps what a record says that was written before its message was known to have left", async () => {
    const folder = newFolder();
    const { engine } = await openStore(folder);
    const outbox = [outboxOf("a", 1, 2), outboxOf("a", 1, 3, { index: 1 })];
    await engine.commitTurns([turnOf("a", 1, 1, { outbox })], []);
    await engine.recordDeliveries([
      handedOver("a", 2, { state: "failed", error: "refused" }),
      handedOver("a", 3),
    ]);
    const after = await openStore(leftBehind(folder));
    expect(await unfinished(after.engine)).toEqual([]);
    expect((await after.engine.lines(chatId("a"), 0, 9)).map(({ delivery }) => delivery)).toEqual([
      undefined,
      "failed",
      "handed_over",
    ]);
  });
});
