/** Offers count against partners only where they could have answered. */
import { describe, expect, it } from "vitest";
import { createMissed, type MissedDeps } from "../../src/dispatch/missed.ts";
import { offerIdOf } from "../../src/domain/ids.ts";
import type { Offer } from "../../src/domain/offer.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { orderOf } from "../store/sample-turns.ts";

const minute = 60_000;
const { ref } = orderOf("a", 10_001);
const offer = (name: string, change: Partial<Offer> = {}): Offer => ({
  id: offerIdOf(ref, name.repeat(16)),
  partner: { id: samplePartner(name).id, name: { ar: name, en: name } },
  ...{ madeAt: 0, until: 10 * minute, state: { type: "open" } },
  ...change,
});

function missedOf(
  offers: readonly Offer[],
  now: number,
  change: Partial<MissedDeps> = {},
  partner?: Partner,
) {
  const find = createMissed({
    partners: { get: async (id) => partner ?? samplePartner(id.slice(2)) },
    isOpen: () => true,
    isFull: async () => false,
    wasTold: async () => true,
    ...change,
  });
  return find(orderOf("a", 10_001, { offers }), now);
}

describe("createMissed", () => {
  it("finds the offers that were let go by, and none that stands, was answered or taken back", async () => {
    const offers = [
      offer("a"),
      offer("b", { until: 11 * minute }),
      offer("c", { state: { type: "declined", at: 1, reason: "" } }),
      offer("d", { state: { type: "withdrawn", at: 1, why: "by_staff" } }),
    ];
    expect(await missedOf(offers, 10 * minute)).toEqual([offers[0]?.id]);
    expect(await missedOf([], 10 * minute)).toEqual([]);
  });

  it.each<[string, Partial<MissedDeps>, Partner | undefined, number]>([
    ["of which its partner was never told", { wasTold: async () => false }, undefined, 10],
    ["that ended after its partner had closed", { isOpen: () => false }, undefined, 10],
    ["whose partner opened just before its end", { isOpen: (_, at) => at >= 9 * minute }, undefined, 10],
    ["whose partner had no room for it by then", { isFull: async () => true }, undefined, 10],
    ["that ended in a stop of the office", {}, undefined, 16],
    [
      "whose partner was paused",
      {},
      samplePartner("a", { state: { status: "paused_by_itself", at: 1 } }),
      10,
    ],
    ["whose partner is gone", { partners: { get: async () => undefined } }, undefined, 10],
  ])("leaves one out %s", async (_, change, partner, minutes) => {
    expect(await missedOf([offer("a")], minutes * minute, change, partner)).toEqual([]);
  });

  it("asks whether the partner was open in the last third of the time in which it could have answered", async () => {
    const asked: number[] = [];
    const third = offer("a", { until: 9 * minute });
    await missedOf([third], 12 * minute, { isOpen: (_, at) => asked.push(at) > 0 });
    expect(asked).toEqual([9 * minute - 1, 6 * minute]);
  });
});
