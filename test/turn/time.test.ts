/** What happens when nobody says anything, by a clock that the test moves; and a claim whose agent went away. */
import { describe, expect, it, vi } from "vitest";
import type { OfficeSettings } from "../../src/office.ts";
import { endLeases } from "../../src/schedule/clock.ts";
import { StoreError } from "../../src/store/engine.ts";
import { type Customer, customers } from "../faults/story.ts";
import { type BenchOffice, noura, openBenchOffice, salem } from "./bench-office.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const clockTime = (time: string) => Date.parse(`2026-11-22T${time}:00+03:00`);

/** A form that was begun at a time of day in Riyadh, and its number of messages so far. */
async function begunAt(time: string): Promise<BenchOffice> {
  const bench = await openBenchOffice();
  bench.clock.at = clockTime(time);
  await bench.say("a", "m0", "bench form please");
  await bench.office().idle();
  expect(bench.to("a")).toHaveLength(1);
  return bench;
}

async function tickAt(bench: BenchOffice, at: number): Promise<number> {
  bench.clock.at = at;
  await bench.office().engine.tick();
  await bench.office().idle();
  return bench.to("a").length;
}

describe("tick", { timeout: 60_000 }, () => {
  it("reminds once, two hours after the customer's last word", async () => {
    const bench = await begunAt("12:00");
    expect(await tickAt(bench, clockTime("13:59"))).toBe(1);
    expect(await tickAt(bench, clockTime("14:00"))).toBe(2);
    expect(bench.to("a")[1]?.text).toMatch(/is kept as it is/);
    expect(await tickAt(bench, clockTime("14:00"))).toBe(2);
    expect(await tickAt(bench, clockTime("18:00"))).toBe(2);
  });

  it("counts from the newest word", async () => {
    const bench = await begunAt("12:00");
    bench.clock.at = clockTime("13:30");
    await bench.say("a", "m1", "12");
    expect(await tickAt(bench, clockTime("14:00"))).toBe(2);
    expect(await tickAt(bench, clockTime("15:30"))).toBe(3);
  });

  it.each([["20:30"], ["23:10"]])("is silent at night and reminds at nine (begun at %s)", async (time) => {
    const bench = await begunAt(time);
    const nine = clockTime("09:00") + 24 * hourMs;
    for (let at = clockTime(time); at < nine; at += 20 * minuteMs) expect(await tickAt(bench, at)).toBe(1);
    expect(await tickAt(bench, nine)).toBe(2);
  });

  it("closes the form after a day without a word, and one word takes it up again", async () => {
    const bench = await begunAt("12:00");
    await tickAt(bench, clockTime("14:00"));
    expect(await tickAt(bench, clockTime("12:00") + 24 * hourMs)).toBe(2);
    const closed = await bench.chat("a");
    expect(closed).toMatchObject({ drafts: [{ abandoned: true }] });
    expect(closed.wake).toBeUndefined();
    await bench.say("a", "m1", "continue");
    expect((await bench.chat("a")).drafts[0]).not.toHaveProperty("abandoned");
  });

  it("drops a reminder that a stop made more than two hours late, and closes all the same", async () => {
    const bench = await begunAt("12:00");
    await bench.office().close();
    bench.clock.at = clockTime("16:01");
    await bench.reopen();
    expect(await tickAt(bench, clockTime("16:01"))).toBe(1);
    expect(await tickAt(bench, clockTime("12:00") + 24 * hourMs)).toBe(1);
    expect((await bench.chat("a")).drafts[0]?.abandoned).toBe(true);
  });

  it("sends a reminder that a stop made a little late", async () => {
    const bench = await begunAt("12:00");
    bench.clock.at = clockTime("15:30");
    await bench.reopen();
    expect(await tickAt(bench, clockTime("15:30"))).toBe(2);
  });

  it("fires every timer once when the clock jumps a day ahead, and none when it jumps an hour back", async () => {
    const bench = await begunAt("12:00");
    const tomorrow = clockTime("12:30") + 24 * hourMs;
    for (const at of [tomorrow, tomorrow, tomorrow - hourMs, tomorrow])
      expect(await tickAt(bench, at)).toBe(1);
    expect(await tickAt(bench, tomorrow + minuteMs)).toBe(1);
    expect((await bench.chat("a")).drafts[0]?.abandoned).toBe(true);
    const { version } = await bench.chat("a");
    await tickAt(bench, tomorrow + hourMs);
    expect((await bench.chat("a")).version).toBe(version);
  });

  it("reminds once when the clock jumps an hour back between two ticks", async () => {
    const bench = await begunAt("12:00");
    expect(await tickAt(bench, clockTime("14:00"))).toBe(2);
    for (const time of ["13:00", "14:00", "15:00"]) expect(await tickAt(bench, clockTime(time))).toBe(2);
  });

  it.each(["dueConversations", "nextWake"] as const)("goes on after an error in %s", async (method) => {
    const bench = await begunAt("12:00");
    const { engine } = bench.office().store;
    vi.spyOn(engine, method).mockImplementationOnce(() => {
      throw new StoreError("busy", "held by another program");
    });
    bench.clock.at = clockTime("14:00");
    await expect(bench.office().engine.tick()).rejects.toThrow("held by another program");
    expect(await tickAt(bench, clockTime("14:00"))).toBe(2);
    expect(await tickAt(bench, clockTime("12:00") + 24 * hourMs)).toBe(2);
    expect((await bench.chat("a")).drafts[0]?.abandoned).toBe(true);
  });

  it("never forgets the timer of a chat that moves while it asks for the next", async () => {
    const bench = await begunAt("12:00");
    const { engine } = bench.office().store;
    const { nextWake } = engine;
    bench.clock.at = clockTime("14:00");
    vi.spyOn(engine, "nextWake").mockImplementationOnce(async () => {
      const found = await nextWake();
      await bench.say("b", "m0", "bench form please");
      return found;
    });
    await bench.office().engine.tick();
    await tickAt(bench, clockTime("16:00"));
    expect(bench.to("b")).toHaveLength(2);
  });

  it("reminds each of three hundred chats once, also with two ticks at the same time", async () => {
    const bench = await openBenchOffice();
    const addresses = Array.from({ length: 300 }, (_, n) => `c${n}`);
    await Promise.all(addresses.map((address) => bench.say(address, "m0", "bench form please")));
    bench.clock.at += 2 * hourMs;
    await Promise.all([bench.office().engine.tick(), bench.office().engine.tick()]);
    await bench.office().idle();
    expect(addresses.map((address) => bench.to(address).length)).toEqual(addresses.map(() => 2));
  });
});

describe("a claim", { timeout: 60_000 }, () => {
  async function claimed(settings: Partial<OfficeSettings> = {}) {
    const bench = await openBenchOffice(settings);
    const [{ address, texts }] = customers(1) as [Customer];
    for (const [n, text] of texts.entries()) await bench.say(address, `m${n}`, text);
    const [order] = await bench.orders(address);
    if (!order) throw new Error("no order");
    const { engine, store } = bench.office();
    const act = (agent: typeof noura, what: Parameters<typeof engine.act>[1]) =>
      engine.act(agent, what, { ref: order.ref });
    expect(await act(salem, { type: "claim" })).toMatchObject({ type: "done" });
    return { bench, act, ref: order.ref, engine, orders: store.orders };
  }
  const working = { type: "move", move: { to: "in_progress" } } as const;

  it("ends after fifteen minutes without an act, and what its agent does later is refused", async () => {
    const { bench, act, ref, engine, orders } = await claimed();
    bench.clock.at += 15 * minuteMs - 1;
    await endLeases(engine, orders, bench.clock.at);
    expect((await orders.get(ref))?.claim).toMatchObject({ agent: salem.id });
    bench.clock.at += 1;
    expect(await act(salem, working)).toEqual({
      type: "refused",
      refusal: { reason: "not_yours" },
      order: await orders.get(ref),
    });
    await endLeases(engine, orders, bench.clock.at);
    await endLeases(engine, orders, bench.clock.at);
    expect((await orders.get(ref))?.claim).toBeUndefined();
    expect(await act(noura, { type: "claim" })).toMatchObject({ type: "done" });
    expect(await act(salem, working)).toMatchObject({
      type: "refused",
      refusal: { reason: "not_yours", by: "Noura" },
    });
    const history = await orders.history(ref);
    expect(history.map(({ what }) => what)).toEqual(["placed", "claimed", "lease_ended", "claimed"]);
  });

  it("may be taken by a colleague at the very moment at which it runs out", async () => {
    const { bench, act, engine, orders, ref } = await claimed();
    bench.clock.at += 15 * minuteMs;
    const [taken] = await Promise.all([
      act(noura, { type: "claim" }),
      endLeases(engine, orders, bench.clock.at),
    ]);
    expect(taken).toMatchObject({ type: "done" });
    expect((await orders.get(ref))?.claim?.agent).toBe(noura.id);
  });

  it("lets one of two acts on the same state through, however close they are", async () => {
    const { act, engine, orders, ref } = await claimed();
    const version = (await orders.get(ref))?.version ?? 0;
    const correct = (text: string) =>
      engine.act(
        salem,
        { type: "correct", field: "amount", value: Number(text), text, reason: "said so" },
        { ref, expect: version },
      );
    const outcomes = await Promise.all([correct("3"), correct("4")]);
    expect(outcomes).toMatchObject([
      { type: "done" },
      { type: "refused", refusal: { reason: "stale", version: version + 1 } },
    ]);
    expect((await orders.get(ref))?.fields.amount?.value).toBe(3);
    expect(await act(salem, working)).toMatchObject({ type: "done" });
  });

  it("does not run out once its agent has acted", async () => {
    const { bench, act, engine, orders, ref } = await claimed();
    await act(salem, working);
    bench.clock.at += 48 * hourMs;
    await endLeases(engine, orders, bench.clock.at);
    expect((await orders.get(ref))?.claim?.agent).toBe(salem.id);
  });

  it("runs by the real clock, however far a rehearsal is moved", async () => {
    const real = { at: Date.UTC(2026, 10, 22) };
    const { bench, act, engine, orders, ref } = await claimed({ realClock: { now: () => real.at } });
    bench.clock.at += 48 * hourMs;
    await endLeases(engine, orders, real.at);
    expect(await act(noura, { type: "claim" })).toMatchObject({ refusal: { reason: "already_claimed" } });
    bench.clock.at -= 96 * hourMs;
    real.at += 15 * minuteMs;
    await endLeases(engine, orders, real.at);
    expect((await orders.get(ref))?.claim).toBeUndefined();
  });

  it("is not given twice when the office stood still for the length of a lease", async () => {
    const { bench, act, engine, orders, ref } = await claimed();
    bench.clock.at += 20 * minuteMs;
    const outcomes = await Promise.all([
      act(salem, working),
      act(noura, { type: "claim" }),
      act(salem, { type: "claim" }),
      endLeases(engine, orders, bench.clock.at),
      act(salem, working),
    ]);
    expect(outcomes.slice(0, 3)).toMatchObject([
      { type: "refused", refusal: { reason: "not_yours" } },
      { type: "done" },
      { type: "refused", refusal: { reason: "already_claimed", by: "Noura" } },
    ]);
    expect((await orders.get(ref))?.claim?.agent).toBe(noura.id);
  });
});
