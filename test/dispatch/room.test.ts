/** Room for offers: how many a partner may have, and who comes next when one has room again. */
import { describe, expect, it } from "vitest";
import { createWaitingRoom, mostOpenOffers, placesOf, type WaitingRoom } from "../../src/dispatch/room.ts";
import type { ConversationId, OrderRef, PartnerId } from "../../src/domain/ids.ts";
import type { Order } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const limits = { chat: 20, system: 200, mail: 15 };
const chat = { conversation: "c_courier" as ConversationId } as NonNullable<Partner["contacts"]["chat"]>;
const webhook = "https://partner.example/hook";

describe("mostOpenOffers", () => {
  it.each([
    ["a chat", { contacts: { chat } }, 20],
    ["a chat beside a system", { contacts: { chat, webhook } }, 20],
    ["a system", { contacts: { webhook } }, 200],
    ["mail", { contacts: { email: "a@b.example" } }, 15],
    ["a little capacity", { contacts: { chat }, capacity: 1 }, 3],
    ["some capacity", { contacts: { chat }, capacity: 6 }, 12],
    ["more capacity than a chat can show", { contacts: { chat }, capacity: 40 }, 20],
  ] satisfies readonly (readonly [string, Partial<Partner>, number])[])(
    "follows from %s",
    (_, change, most) => {
      expect(mostOpenOffers(samplePartner("a", change), limits)).toBe(most);
    },
  );
});

describe("placesOf", () => {
  const partner = samplePartner("a", { capacity: 2, contacts: { chat } });

  it("counts what is left, and none of who has all the orders that it can carry out", () => {
    expect(placesOf(partner, { orders: 1, offers: 3 }, limits)).toBe(1);
    expect(placesOf(partner, { orders: 0, offers: 9 }, limits)).toBe(0);
    expect(placesOf(partner, { orders: 2, offers: 0 }, limits)).toBe(0);
  });
});

const [a, b] = [samplePartner("a"), samplePartner("b")];
const waits = (number: number): Order =>
  orderOf("a", number, { search: { since: 0, asked: [], noRoomSince: 1 }, placedAt: number });
const now = 1_000_000;
const nextOf = (room: WaitingRoom, places: Readonly<Record<string, number>>, at = now) =>
  room.next((partner) => places[partner.id] ?? 0, at);
const refs = (...numbers: readonly number[]) => numbers.map((number) => `BR-${number}` as OrderRef);

describe("createWaitingRoom", () => {
  it("lets as many go on as there are places, the oldest first, whenever they came", () => {
    const room = createWaitingRoom();
    for (const number of [10_003, 10_001, 10_002]) room.note(waits(number), [a], 1);
    expect(nextOf(room, { p_a: 2 })).toEqual(refs(10_001, 10_002));
    expect(nextOf(room, {})).toEqual([]);
  });

  it("takes as many places for an order as it asks partners at once, and leaves the rest to the next", () => {
    const room = createWaitingRoom();
    room.note(waits(10_001), [a, b], 2);
    room.note(waits(10_002), [a, b], 2);
    room.note(waits(10_003), [b], 1);
    expect(nextOf(room, { p_a: 1, p_b: 2 })).toEqual(refs(10_001, 10_002));
    expect(nextOf(room, { p_a: 2, p_b: 3 })).toEqual(refs(10_001, 10_002, 10_003));
  });

  it("passes over who waits for others", () => {
    const room = createWaitingRoom();
    room.note(waits(10_001), [a], 1);
    room.note(waits(10_002), [b], 1);
    expect(nextOf(room, { p_b: 5 })).toEqual(refs(10_002));
  });

  it("keeps a place for an older order, until that one waits for somebody else or no more", () => {
    const room = createWaitingRoom();
    const isWanted = (by: number) => room.isWanted("p_a" as PartnerId, waits(by));
    expect(isWanted(10_005)).toBe(false);
    room.note(waits(10_003), [a], 1);
    expect([isWanted(10_002), isWanted(10_003), isWanted(10_004)]).toEqual([false, false, true]);
    room.note(waits(10_001), [a], 1);
    expect(isWanted(10_002)).toBe(true);
    room.note(waits(10_001), [b], 1);
    expect(isWanted(10_002)).toBe(false);
    room.note(waits(10_003), [], 1);
    expect(isWanted(10_004)).toBe(false);
  });

  it("names what is to be looked at beside whom there is room for, without a place for it", () => {
    const room = createWaitingRoom();
    room.note(waits(10_002), [a], 1);
    room.noteUnlooked(waits(10_001));
    expect(room.isWanted("p_a" as PartnerId, waits(10_002))).toBe(false);
    expect(nextOf(room, {})).toEqual(refs(10_001));
    expect(nextOf(room, { p_a: 1 })).toEqual(refs(10_001, 10_002));
    room.note(waits(10_001), [a], 1);
    expect(nextOf(room, { p_a: 1 })).toEqual(refs(10_001));
    room.remove("BR-10001" as OrderRef);
    expect([room.has("BR-10001" as OrderRef), room.isEmpty()]).toEqual([false, false]);
    expect(nextOf(room, { p_a: 1 })).toEqual(refs(10_002));
  });

  it("names what came to nothing again after a minute, or once the clock has gone back", () => {
    const room = createWaitingRoom();
    room.noteUnlooked(waits(10_001), now);
    expect(nextOf(room, {}, now + 59_000)).toEqual([]);
    expect(nextOf(room, {}, now + 60_000)).toEqual(refs(10_001));
    expect(nextOf(room, {}, now - 1)).toEqual(refs(10_001));
  });
});
