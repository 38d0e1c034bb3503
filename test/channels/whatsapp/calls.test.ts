import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createCalls } from "../../../src/channels/whatsapp/calls.ts";
import type { Facts } from "../../../src/channels/whatsapp/facts.ts";
import { timings as standard, type Timings } from "../../../src/channels/whatsapp/timings.ts";
import type { Web, WebCall, WebEvents, WebMessage } from "../../../src/channels/whatsapp/web.ts";
import { fakeAccount, heard } from "./fake-web.ts";

const minute = 60_000;
const sara = { phone: "966511111111@c.us", lid: "111@lid" };

const quick = { ringMs: minute, talkMs: 10 * minute, answerMs: 1_000 };

async function openCalls(
  facts: Facts = {},
  timings: Pick<Timings, "ringMs" | "talkMs" | "answerMs"> = quick,
) {
  vi.useFakeTimers({ now: 1_000_000 });
  onTestFinished(() => void vi.useRealTimers());
  const account = fakeAccount();
  let web: Web | undefined = await account.open({} as WebEvents);
  let written = facts;
  const missed: WebCall[] = [];
  const taken: WebMessage[] = [];
  const office: { takes: Promise<boolean> } = { takes: Promise.resolve(true) };
  const calls = createCalls({
    addressOf: async (id) => id.replace(sara.phone, sara.lid),
    facts: {
      facts: () => written,
      write: async (changed) => {
        written = changed;
      },
    },
    web: () => web,
    onLog(_, message) {
      taken.push(message);
      return office.takes;
    },
    onMissed(_, call) {
      missed.push(call);
      return office.takes;
    },
    now: Date.now,
    timings,
    note: () => undefined,
  });
  const setWeb = (next: Web | undefined) => {
    web = next;
  };
  return {
    account,
    calls,
    missed,
    taken,
    office,
    setWeb,
    facts: () => written,
    newest: () => account.webs[0],
  };
}

const log = (call: string) => heard({ type: "call_log", call, chat: sara.lid, at: 1_000_000 });

describe("createCalls", () => {
  it("calls nobody missed who still talks, and nobody whose call was answered", async () => {
    const { account, calls, missed, taken } = await openCalls();
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(5 * minute);
    expect(missed).toEqual([]);
    const ended = log("Completed");
    account.chats.set(sara.lid, [ended]);
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toEqual([]);
    expect(taken).toEqual([ended]);
  });

  it("calls nobody missed who talks for long, with the office's own timings", async () => {
    const { account, calls, missed, taken } = await openCalls({}, standard);
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(100 * minute);
    expect(missed).toEqual([]);
    account.chats.set(sara.lid, [log("Completed")]);
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect([missed.length, taken.length]).toEqual([0, 1]);
  });

  it("is told by the chat, at once", async () => {
    const { calls, missed } = await openCalls();
    calls.rang({ id: "C1", from: sara.phone });
    calls.rang({ id: "C2", from: "222@lid" });
    await calls.told(log("AcceptedElsewhere"));
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toEqual([{ id: "C2", from: "222@lid" }]);
  });

  it("is not told by a call of long before, nor by one of the office's own", async () => {
    const { calls, missed } = await openCalls();
    calls.rang({ id: "C1", from: sara.phone });
    await calls.told({ ...log("Completed"), at: 500_000 });
    await calls.told({ ...log("Completed"), fromMe: true });
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toEqual([{ id: "C1", from: sara.phone }]);
  });

  it("finds in the chat what it was not told", async () => {
    const { account, calls, missed, taken } = await openCalls();
    const before = heard({ type: "call_log", call: "Connected", chat: sara.lid, at: 500_000 });
    const missedLog = log("Missed");
    account.chats.set(sara.lid, [before, missedLog]);
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(minute);
    expect(taken).toEqual([missedLog]);
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toEqual([]);
  });

  it("takes a call for missed in the end where the chat tells nothing of it", async () => {
    const { calls, missed, facts } = await openCalls();
    calls.rang({ id: "C1", from: sara.phone });
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(missed).toEqual([{ id: "C1", from: sara.phone }]);
    expect(facts().calls).toEqual([]);
  });

  it("says nothing while no browser is there to ask", async () => {
    const { calls, missed, setWeb, newest } = await openCalls();
    calls.rang({ id: "C1", from: sara.phone });
    setWeb(undefined);
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(missed).toEqual([]);
    setWeb(newest());
    await vi.advanceTimersByTimeAsync(minute);
    expect(missed).toHaveLength(1);
  });

  it("is more patient with a page that does not answer", async () => {
    const { calls, missed, newest } = await openCalls();
    const web = newest();
    if (!web) throw new Error("No browser is open.");
    web.messages = () => new Promise(() => undefined);
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toEqual([]);
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toHaveLength(1);
  });

  it("waits little longer for a page that does not show the chat, with the office's own timings", async () => {
    const { calls, missed, newest } = await openCalls({}, standard);
    const web = newest();
    if (!web) throw new Error("No browser is open.");
    web.messages = () => Promise.reject(new Error("The chat can't be shown."));
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(140 * minute);
    expect(missed).toEqual([]);
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toHaveLength(1);
  });

  it("remembers a missed call until the office has it", async () => {
    const { calls, missed, office, facts } = await openCalls();
    let take: (isTaken: boolean) => void = () => undefined;
    office.takes = new Promise((resolve) => {
      take = resolve;
    });
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(20 * minute);
    expect(missed).toHaveLength(1);
    expect(facts().calls).toHaveLength(1);
    take(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(facts().calls).toEqual([]);
  });

  it("tells the office once more what it could not take", async () => {
    const { account, calls, missed, taken, office, facts } = await openCalls();
    office.takes = Promise.resolve(false);
    calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(missed).toHaveLength(1);
    account.chats.set(sara.lid, [log("Missed")]);
    await vi.advanceTimersByTimeAsync(minute);
    expect(taken).toHaveLength(1);
    expect(facts().calls).toHaveLength(1);
    office.takes = Promise.resolve(true);
    await vi.advanceTimersByTimeAsync(minute);
    expect(taken).toHaveLength(2);
    expect(facts().calls).toEqual([]);
  });

  it("remembers over a stop which calls it knows no end of", async () => {
    const first = await openCalls();
    first.calls.rang({ id: "C1", from: sara.phone });
    await vi.advanceTimersByTimeAsync(1_000);
    first.calls.stop();
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(first.missed).toEqual([]);
    const next = await openCalls(first.facts());
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(next.missed).toEqual([{ id: "C1", from: sara.phone }]);
  });
});
