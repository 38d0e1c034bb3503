/** What an office does because time goes by, by a clock that jumps, goes back, and runs on while the office stands still. */
import { describe, expect, it } from "vitest";
import type { HistoryRow } from "../../src/domain/order.ts";
import { sure } from "../web/tiny-office.ts";
import { type BenchOffice, noura, openBenchOffice, openWithOrder, orderIn } from "./bench-office.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function tickAt(bench: BenchOffice, at: number): Promise<void> {
  bench.clock.at = at;
  // A clock ticks on: what one tick makes due, the next one does.
  for (let ticks = 0; ticks < 3; ticks += 1) await bench.office().engine.tick();
  await bench.office().idle();
}

async function happened(bench: BenchOffice): Promise<readonly HistoryRow["what"][]> {
  const { ref } = await orderIn(bench);
  return (await bench.office().store.orders.history(ref)).map(({ what }) => what);
}

const apologies = (bench: BenchOffice): number =>
  bench.to("a").filter(({ text }) => /نعتذر عن تأخر الرد|taking longer/.test(text ?? "")).length;
const lateOffers = (bench: BenchOffice): number =>
  bench.to("a").filter(({ text }) => /أكثر من 15 يومًا|more than 15 days/.test(text ?? "")).length;
const byDay = (at: number): number => at - (at % dayMs) + 9 * hourMs;

describe("time in the whole office", { timeout: 60_000 }, () => {
  it("does once what was due when the clock jumps a year ahead, and nothing again when it goes back", async () => {
    const bench = (await openWithOrder()).bench;
    const begun = bench.clock.at;
    // 12:00 in Riyadh.
    const ahead = byDay(begun + 365 * dayMs);
    await tickAt(bench, ahead);
    expect(apologies(bench)).toBe(1);
    expect(lateOffers(bench)).toBe(1);
    expect(await happened(bench)).toEqual(["placed", "escalated", "promise_missed", "late_offered"]);
    const after = await orderIn(bench);
    expect(after.dueAt).toBeGreaterThan(ahead);
    for (const at of [ahead, ahead - dayMs, begun, ahead]) await tickAt(bench, at);
    expect(await orderIn(bench)).toEqual(after);
    await tickAt(bench, byDay(sure(after.promisedBy) + 2 * dayMs));
    expect(apologies(bench)).toBe(2);
    expect(lateOffers(bench)).toBe(1);
  });

  it.each([
    ["while it runs", async () => undefined],
    ["in a stop", (bench: BenchOffice) => bench.reopen()],
  ])(
    "waits for no moment of a clock that was a year ahead at night and went back %s",
    async (_when, stop) => {
      const { bench, order } = await openWithOrder();
      const night = byDay(bench.clock.at) + 14 * hourMs;
      await tickAt(bench, night + 365 * dayMs);
      expect((await orderIn(bench)).dueAt).toBeGreaterThan(night + 364 * dayMs);
      await stop(bench);
      for (const at of [night + 1, night + 29_000]) await tickAt(bench, at);
      expect((await orderIn(bench)).dueAt).toBeGreaterThan(night + 364 * dayMs);
      // A moment may be wrong; what lasts is taken for the time.
      await tickAt(bench, night + 31_000);
      expect((await orderIn(bench)).dueAt).toBeLessThan(night + dayMs);
      expect(apologies(bench)).toBe(0);
      await tickAt(bench, night + 12 * hourMs);
      expect(apologies(bench)).toBe(1);
      expect((await bench.office().store.orders.history(order.ref)).map(({ what }) => what)).toContain(
        "promise_missed",
      );
    },
  );

  it("is neither mute nor without its reminder in chats that spoke by a clock that was ahead", async () => {
    const bench = await openBenchOffice();
    const now = byDay(bench.clock.at);
    bench.clock.at = now + 365 * dayMs;
    await bench.say("form", "m1", "bench form please");
    await bench.say("person", "m2", "agent");
    await tickAt(bench, bench.clock.at + 1_000);
    const wakeOf = async (address: string) => sure((await bench.chat(address)).wake);
    // Before the bot speaks again it is looked at whether a colleague has.
    expect(await wakeOf("person")).toEqual({ at: now + 365 * dayMs + hourMs / 2, what: "answer" });
    const said = bench.to("form").length;
    await tickAt(bench, now);
    expect((await wakeOf("form")).at).toBeGreaterThan(now + 364 * dayMs);
    const lasts = now + 31_000;
    await tickAt(bench, lasts);
    expect(await wakeOf("person")).toEqual({ at: lasts + hourMs / 2, what: "answer" });
    expect((await bench.chat("person")).person?.mutedUntil).toBe(lasts + 2 * hourMs);
    expect(await wakeOf("form")).toEqual({ at: lasts + 2 * hourMs, what: "remind" });
    expect(bench.to("form")).toHaveLength(said);
    // Once reminded, not by another jump either.
    await tickAt(bench, lasts + 2 * hourMs);
    expect(bench.to("form")).toHaveLength(said + 1);
    for (const at of [lasts + 3 * hourMs, lasts, lasts + 32_000, lasts + 4 * hourMs]) await tickAt(bench, at);
    expect(bench.to("form")).toHaveLength(said + 1);
    expect((await wakeOf("form")).what).toBe("close");
  });

  it("makes up after a stop of eight hours what fell into it, once", async () => {
    const bench = (await openWithOrder()).bench;
    const { ref } = await orderIn(bench);
    // From noon to eight in the evening: the claim, the call of a head and the promise fall into it.
    bench.clock.at += 8 * hourMs;
    await bench.reopen();
    await tickAt(bench, bench.clock.at);
    await tickAt(bench, bench.clock.at + 1);
    expect(apologies(bench)).toBe(1);
    const chat = await bench.chat("a");
    expect(chat.person).toMatchObject({ reason: "overdue", order: ref });
    await bench.office().engine.act(noura, { type: "claim" }, { ref });
    expect((await bench.chat("a")).person).toBeUndefined();
    expect((await happened(bench)).filter((what) => what === "promise_missed")).toHaveLength(1);
  });

  it("fires nothing twice while the clock stands at the same moment in two processes, one after the other", async () => {
    const bench = (await openWithOrder()).bench;
    const at = byDay(sure((await orderIn(bench)).promisedBy) + dayMs);
    await tickAt(bench, at);
    const before = await orderIn(bench);
    await bench.reopen();
    await tickAt(bench, at);
    expect(await orderIn(bench)).toEqual(before);
    expect(apologies(bench)).toBe(1);
  });
});
