import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Facts, FactsFile } from "../../../src/channels/whatsapp/facts.ts";
import type { Intake } from "../../../src/channels/whatsapp/intake.ts";
import { createListening } from "../../../src/channels/whatsapp/listening.ts";
import type { Web, WebCall, WebEvents, WebMessage } from "../../../src/channels/whatsapp/web.ts";
import { fakeAccount, heard } from "./fake-web.ts";

const me = "966500000001@c.us";

async function openListening() {
  vi.useFakeTimers({ now: 1_000_000 });
  onTestFinished(() => void vi.useRealTimers());
  const account = fakeAccount();
  const web: Web = await account.open({} as WebEvents);
  let facts: Facts = { number: me, linkedAt: 0 };
  const file: FactsFile = {
    facts: () => facts,
    write: async (changed) => {
      facts = changed;
    },
  };
  const taken: WebMessage[] = [];
  const missed: WebCall[] = [];
  const broken = new Set<string>();
  const office = { takes: true };
  let idle = true;
  const intake: Intake = {
    async message(_, message) {
      if (broken.has(message.id)) throw new Error("database is locked");
      taken.push(message);
    },
    async missed(_, call, ended) {
      missed.push(call);
      ended?.(office.takes);
    },
    edited: async () => undefined,
    deleted: async () => undefined,
    reacted: async () => undefined,
    acked: async () => undefined,
  };
  const listening = createListening({
    intake,
    identities: {
      addressOf: async (id) => id.replace("966511111111@c.us", "111@lid"),
      learn: async () => undefined,
    },
    facts: file,
    acks: { heard: () => undefined },
    isIdle: () => idle,
    isOpen: () => true,
    now: Date.now,
    timings: { ringMs: 60_000, talkMs: 120_000, answerMs: 1_000 },
    note: () => undefined,
  });
  const ears = listening.earsOf(() => web);
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const setIdle = (is: boolean) => {
    idle = is;
  };
  return {
    account,
    web,
    listening,
    ears,
    taken,
    missed,
    office,
    broken,
    settle,
    setIdle,
    facts: () => facts,
  };
}

describe("createListening", () => {
  it("hands over what comes live behind what the sweep found", async () => {
    const { account, web, listening, ears, taken, settle } = await openListening();
    account.chats.set("111@lid", [heard({ text: "before", at: 999_000 })]);
    listening.ready(web, me);
    ears.message(heard({ text: "live", at: 999_000 }));
    await settle();
    expect(taken.map(({ text }) => text)).toEqual(["before", "live"]);
  });

  it("writes down up to when everything was handed over, and only where it was", async () => {
    const { web, listening, settle, setIdle, facts } = await openListening();
    await listening.mark();
    expect(facts().heardUntil).toBeUndefined();
    listening.ready(web, me);
    await settle();
    setIdle(false);
    await listening.mark();
    expect(facts().heardUntil).toBeUndefined();
    setIdle(true);
    await listening.mark();
    expect(facts().heardUntil).toBe(Date.now() - 60_000);
  });

  it("sweeps once more where something that it heard was not taken, and marks nothing before", async () => {
    const { account, web, listening, ears, taken, broken, settle, facts } = await openListening();
    listening.ready(web, me);
    await settle();
    const message = heard({ text: "lost?", at: 999_000 });
    account.chats.set("111@lid", [message]);
    broken.add(message.id);
    ears.message(message);
    await settle();
    broken.clear();
    await listening.mark();
    expect(facts().heardUntil).toBeUndefined();
    await settle();
    expect(taken).toEqual([message]);
    await listening.mark();
    expect(facts().heardUntil).toBeDefined();
  });

  it("begins anew with another number", async () => {
    const { account, web, listening, taken, settle, facts } = await openListening();
    account.chats.set("111@lid", [heard({ at: 900_000 })]);
    listening.ready(web, "966599999999@c.us");
    await settle();
    expect(facts()).toEqual({ number: "966599999999@c.us", linkedAt: 1_000_000 });
    expect(taken).toEqual([]);
  });

  it("hears of a call that reached nobody, and not of one that the chat knows more of", async () => {
    const { web, listening, ears, missed, settle } = await openListening();
    listening.ready(web, me);
    ears.called({ id: "C1", from: "966511111111@c.us" });
    ears.called({ id: "C2", from: "222@lid" });
    ears.message(heard({ type: "call_log", call: "Connected", chat: "111@lid", at: 1_000_000 }));
    await settle();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(missed).toEqual([{ id: "C2", from: "222@lid" }]);
  });

  it("tells of a missed call until it is taken", async () => {
    const { web, listening, ears, missed, office, facts } = await openListening();
    listening.ready(web, me);
    ears.called({ id: "C1", from: "222@lid" });
    office.takes = false;
    await vi.advanceTimersByTimeAsync(200_000);
    expect(missed).toHaveLength(2);
    expect(facts().calls).toHaveLength(1);
    office.takes = true;
    await vi.advanceTimersByTimeAsync(200_000);
    expect(missed).toHaveLength(3);
    expect(facts().calls).toEqual([]);
  });

  it("is told by a sweep, too, what became of a call", async () => {
    const { account, web, listening, ears, missed } = await openListening();
    listening.ready(web, me);
    await vi.advanceTimersByTimeAsync(0);
    ears.called({ id: "C1", from: "966511111111@c.us" });
    account.chats.set("111@lid", [
      heard({ type: "call_log", call: "Completed", chat: "111@lid", at: 1_000_000 }),
    ]);
    listening.ready(web, me);
    await vi.advanceTimersByTimeAsync(180_000);
    expect(missed).toEqual([]);
  });
});
