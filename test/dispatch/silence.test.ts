/** Partners that let offers go by are paused after the third in a row; an answer begins the count anew. */
import { describe, expect, it } from "vitest";
import { counted, createSilence } from "../../src/dispatch/silence.ts";
import { openSilentBook } from "../../src/dispatch/silent-book.ts";
import { type ConversationId, type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Offer } from "../../src/domain/offer.ts";
import type { HistoryRow, OrderChange } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import type { PartnerStore } from "../../src/store/partners.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { newOrder } from "../store/sample-turns.ts";

const { id, name } = samplePartner("a");
const ref = "BR-10001" as OrderRef;
const minute = 60_000;
const chats = ["c_one" as ConversationId];
const row = (
  what: HistoryRow["what"],
  type: HistoryRow["by"]["type"],
  at = 1,
  offers: readonly Offer[] = [],
): OrderChange => {
  const made = newOrder("x", 10_001);
  const order = { ...made.order, offers };
  return { ...made, order, history: [{ at, to: "seeking", by: { type }, what, partner: { id, name } }] };
};
/** An offer of ten minutes that its partner let go by, as the office saw it at `at`. */
const expired = (madeAt: number, change: Partial<Offer> = {}, at = madeAt + 10 * minute): OrderChange => {
  const partner = { id, name, chats };
  const times = {
    madeAt,
    until: madeAt + 10 * minute,
    state: { type: "expired", at, missed: true },
  } as const;
  return row("offer_expired", "office", at, [
    { id: offerIdOf(ref, "x".repeat(16)), partner, ...times, ...change },
  ]);
};
const [first, second, third] = [expired(0), expired(20 * minute), expired(40 * minute)];
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A directory of one partner; `race` changes it once between a look and a save. */
function directory(race = 0) {
  let partner: Partner = { ...samplePartner("a"), version: 1 };
  let races = race;
  const partners: Pick<PartnerStore, "get" | "getMany" | "save" | "list"> = {
    get: async () => partner,
    getMany: async () => new Map([[partner.id, partner]]),
    list: async () => ({ type: "page", partners: [partner] }),
    save: async ([next]) => {
      if (races > 0) {
        races -= 1;
        partner = { ...partner, version: partner.version + 1, languages: ["en"] };
      }
      if (!next || next.version !== partner.version) return { type: "stale", ids: [id] };
      partner = { ...next, version: next.version + 1 };
      return { type: "saved", partners: [partner] };
    },
  };
  return { partners, partner: () => partner };
}

/** What is kept beside the directory. */
function markStore() {
  const kept = new Map<string, string>();
  return {
    getMark: async (name: string) => kept.get(name),
    setMark: async (name: string, value: string) => void kept.set(name, value),
  };
}

const paused: string[] = [];
const tell = async (partner: Partner) => paused.push(partner.id);

const now = 60 * minute;

/** The partner after these. */
async function partnerAfter(changes: readonly OrderChange[], race = 0) {
  const { partners, partner } = directory(race);
  const book = await openSilentBook({ partners, marks: markStore() });
  const silence = createSilence({ partners, now: () => now, tell, book, log: silentLog });
  silence.committed(changes);
  await silence.idle();
  return partner();
}

/** Comes back, and says later that it is busy. */
const busy = { status: "paused_by_itself", at: now + 60 * minute } as const;

describe("openSilentBook", () => {
  it("shows a partner for as long as that pause lasts, and never for another one", async () => {
    const { partners, partner } = directory();
    const marks = markStore();
    const book = await openSilentBook({ partners, marks });
    const silence = createSilence({ partners, now: () => now, tell, book, log: silentLog });
    silence.committed([first, second, third]);
    await silence.idle();
    expect((await (await openSilentBook({ partners, marks })).open()).map((one) => one.id)).toEqual([id]);
    await partners.save([{ ...partner(), state: { status: "active" } }]);
    expect(await book.open()).toEqual([]);
    await partners.save([{ ...partner(), state: busy }]);
    expect(await book.open()).toEqual([]);
  });

  it("shows none that was put away", async () => {
    const { partners, partner } = directory();
    const book = await openSilentBook({ partners, marks: markStore() });
    await partners.save([{ ...partner(), state: busy }]);
    await book.note(partner(), "told");
    await book.putAway([id]);
    expect(await book.open()).toEqual([]);
    expect(await book.untold([partner()])).toEqual([]);
  });
});

describe("createSilence after a stop", () => {
  it("tells of a pause that nobody was told of, once", async () => {
    const { partners } = directory();
    const marks = markStore();
    const killed = async () => Promise.reject(new Error("killed"));
    const before = await openSilentBook({ partners, marks });
    const dying = createSilence({ partners, now: () => now, tell: killed, book: before, log: silentLog });
    dying.committed([first, second, third]);
    await dying.idle();
    // Heads read of it all the same.
    expect((await before.open()).map((one) => one.id)).toEqual([id]);
    await dying.resume();
    paused.length = 0;
    for (const _ of ["the first start", "the next one"]) {
      const book = await openSilentBook({ partners, marks });
      await createSilence({ partners, now: () => now, tell, book, log: silentLog }).resume();
      expect((await book.open()).map((one) => one.id)).toEqual([id]);
    }
    expect(paused).toEqual([id]);
  });

  it("tells nobody who said that they are busy", async () => {
    const { partners, partner } = directory();
    await partners.save([{ ...partner(), state: busy }]);
    paused.length = 0;
    const book = await openSilentBook({ partners, marks: markStore() });
    await createSilence({ partners, now: () => now, tell, book, log: silentLog }).resume();
    expect(paused).toEqual([]);
  });
});

describe("createSilence", () => {
  it("pauses a partner after the third offer in a row that went by", async () => {
    paused.length = 0;
    expect(await partnerAfter([first, second])).toMatchObject({ silent: 2, state: { status: "active" } });
    expect(paused).toEqual([]);
    const partner = await partnerAfter([first, second, third]);
    expect(partner.state).toMatchObject({ status: "paused_by_itself", at: now });
    expect(partner).not.toHaveProperty("silent");
    expect(partner).not.toHaveProperty("silentAt");
    expect(paused).toEqual([id]);
  });

  it.each([
    ["an acceptance", row("given", "partner")],
    ["a refusal", row("offer_declined", "partner")],
    ["a price", row("quoted", "partner")],
    ["an answer that came late", row("answered_late", "partner")],
  ])("begins anew after %s", async (_, answer) => {
    const later = [expired(45 * minute), expired(55 * minute)];
    const partner = await partnerAfter([first, second, answer, ...later]);
    expect(partner).toMatchObject({ silent: 2, state: { status: "active" } });
  });

  it("takes what staff did for no answer, and loses no count to their changes", async () => {
    const partner = await partnerAfter([first, row("given", "agent")], 1);
    expect(partner).toMatchObject({ silent: 1, languages: ["en"] });
  });

  it("counts none that it could not have answered", async () => {
    const state = { type: "expired", at: 10 * minute } as const;
    expect(await partnerAfter([expired(0, { state })])).not.toHaveProperty("silent");
  });

  it("counts offers of the same minutes once", async () => {
    expect(await partnerAfter([first, expired(1), expired(5 * minute), expired(9 * minute)])).toMatchObject({
      silent: 1,
    });
  });
});

describe("counted", () => {
  const passed = { madeAt: 0, until: 10 * minute };

  it("leaves a partner that answers, and never let one go by, the very same", () => {
    const partner = samplePartner("a");
    expect(counted(partner, undefined, 1)).toBe(partner);
  });

  it("counts nothing while the partner is paused", () => {
    const partner = samplePartner("a", { state: { status: "paused_by_itself", at: 0 } });
    expect(counted(partner, passed, now)).toBe(partner);
  });

  it("counts again after a clock that was ahead", () => {
    const partner = samplePartner("a", { silent: 1, silentAt: now + minute });
    expect(counted(partner, passed, now)).toMatchObject({ silent: 2, silentAt: passed.until });
  });
});
