/** Which partners an order may go to, in which order, and why each other one is left out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choose, type Known, leftReasons, type Wanted } from "../../src/dispatch/choose.ts";
import type { Load } from "../../src/dispatch/rank.ts";
import { type WeekHours, weekdays } from "../../src/domain/hours.ts";
import type { Partner } from "../../src/domain/partner.ts";
import { type Standing, unseen } from "../../src/domain/standing.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";

const zone = "Asia/Riyadh";
/** A Sunday, in the office's hours. */
const at = Date.parse("2026-11-22T10:00:00+03:00");
const daily = (from: string, to: string): WeekHours =>
  Object.fromEntries(weekdays.map((day) => [day, [[from, to]]])) as unknown as WeekHours;
const office = { hours: daily("08:00", "20:00"), holidays: [] };

const wanted: Wanted = {
  ...{ service: "parcel_delivery", places: ["Riyadh"], licences: ["transport"] as const },
  ...{ asked: new Set<never>(), at },
};
const known: Known = { office, zone, standing: () => undefined, load: () => undefined };
const load = (orders: number, offers = 0): Load => ({ orders, offers });
const courier = (name: string, change: Partial<Partner> = {}) =>
  samplePartner(name, { licences: [{ kind: "transport", number: "7001" }], ...change });

const namesOf = (partners: readonly Partner[]) => partners.map(({ id }) => id.slice(2));
const chosenOf = (partners: readonly Partner[], want = wanted, know = known, most = 5) =>
  namesOf(choose(partners, want, know, most).chosen.map(({ partner }) => partner));

/** The only reason for which a partner is left out. */
function reasonFor(partner: Partner, want = wanted, know = known): string | undefined {
  const { chosen, left } = choose([partner], want, know, 5);
  expect(chosen.length + [...left.values()].flat().length).toBe(1);
  return [...left.keys()][0];
}

describe("choose", () => {
  const morning = daily("06:00", "09:00");
  it.each<[string, Partner, string | undefined]>([
    ["ready and everywhere", courier("a"), undefined],
    ["in the city", courier("a", { cities: ["Jeddah", "Riyadh"] }), undefined],
    ["in the country", courier("a", { areas: ["Saudi Arabia"] }), undefined],
    ["of another service", courier("a", { services: ["hotel_booking"] }), "other_service"],
    ["paused", courier("a", { state: { status: "paused_by_itself", at } }), "paused"],
    [
      "with an expired licence",
      courier("a", { licences: [{ kind: "transport", number: "1", expires: "2026-11-21" }] }),
      "licence_expired",
    ],
    [
      "on its licence's last day",
      courier("a", { licences: [{ kind: "transport", number: "1", expires: "2026-11-22" }] }),
      undefined,
    ],
    ["without the licence", samplePartner("a"), "licence_missing"],
    ["in another city", courier("a", { cities: ["Jeddah"] }), "elsewhere"],
    ["in another region", courier("a", { areas: ["Eastern Province"] }), "elsewhere"],
    ["closed by its own hours", courier("a", { hours: morning }), "closed"],
    ["on holiday", courier("a", { holidays: [{ date: "2026-11-20", until: "2026-11-25" }] }), "closed"],
  ])("tells of a partner %s", (_, partner, reason) => {
    expect(reasonFor(partner)).toBe(reason);
  });

  it("leaves out who has as many orders as it can have", () => {
    const busy = (orders: number) => ({ ...known, load: () => load(orders) });
    expect(reasonFor(courier("a", { capacity: 3 }), wanted, busy(2))).toBeUndefined();
    expect(reasonFor(courier("a", { capacity: 3 }), wanted, busy(3))).toBe("full");
    expect(reasonFor(courier("a"), wanted, busy(300))).toBeUndefined();
  });

  it("offers nothing to departments of the office, which orders are handed to", () => {
    expect(reasonFor(courier("a", { kind: "office" }))).toBe("own_department");
  });

  it("asks nobody twice in one search", () => {
    expect(reasonFor(courier("a"), { ...wanted, asked: new Set([partnerIdOf("a")]) })).toBe("asked_before");
  });

  it("wants every place of the order served, and none where it names none", () => {
    const partner = courier("a", { cities: ["Riyadh"] });
    expect(reasonFor(partner, { ...wanted, places: ["Riyadh", "Jeddah"] })).toBe("elsewhere");
    expect(reasonFor(partner, { ...wanted, places: [] })).toBeUndefined();
  });

  it("goes by the office's hours and holidays where a partner has none of its own", () => {
    const night = { ...wanted, at: Date.parse("2026-11-22T23:00:00+03:00") };
    const feast = { ...known, office: { ...office, holidays: [{ date: "2026-11-22" }] } };
    expect(reasonFor(courier("a"), night)).toBe("closed");
    expect(reasonFor(courier("a"), wanted, feast)).toBe("closed");
    expect(reasonFor(courier("a", { officeHolidays: false }), wanted, feast)).toBeUndefined();
  });

  it("puts the better rank first, of equal ones the less busy, then the lower id", () => {
    const slow: Standing = { ...unseen, offered: 20, answered: 20, answerMs: 20 * 3_600_000 };
    const standing = (id: string) => (id === "p_a" ? slow : undefined);
    const loads = (id: string) => (id === "p_b" ? load(1, 1) : load(0));
    const partners = [courier("a"), courier("b"), courier("d"), courier("c")];
    expect(chosenOf(partners, wanted, { ...known, standing, load: loads })).toEqual(["c", "d", "b", "a"]);
  });

  it("compares ranks as staff read them: what differs by less than a hundredth is the same", () => {
    const marks: Record<string, number> = { p_a: 450, p_b: 451 };
    const standing = (id: string) => ({ ...unseen, ratings: 100, ratingSum: marks[id] ?? 0 });
    const loads = (id: string) => load(id === "p_b" ? 1 : 0);
    expect(chosenOf([courier("a"), courier("b")], wanted, { ...known, standing, load: loads })).toEqual([
      "a",
      "b",
    ]);
  });

  it("asks who has as many unanswered offers as it can take orders behind all who have room, and never nobody", () => {
    const loads: Record<string, Load> = {
      p_a: load(0, 2),
      p_b: load(1, 1),
      p_c: load(1, 0),
      p_d: load(0, 9),
    };
    const know: Known = { ...known, load: (id) => loads[id] };
    const two = (name: string) => courier(name, { capacity: 2 });
    expect(chosenOf([two("a"), two("b"), two("c"), courier("d")], wanted, know)).toEqual([
      "c",
      "d",
      "a",
      "b",
    ]);
    const { chosen } = choose([two("a"), two("b")], wanted, know, 5);
    expect(chosen.map(({ pressed }) => pressed)).toEqual([true, true]);
  });

  it("counts those that would do and stand behind the chosen ones", () => {
    const partners = ["a", "b", "c", "d"].map((name) => courier(name));
    expect(choose(partners, wanted, known, 2)).toMatchObject({ more: 2 });
    expect(chosenOf(partners, wanted, known, 2)).toEqual(["a", "b"]);
    expect(choose([], wanted, known, 2)).toEqual({ chosen: [], left: new Map(), more: 0 });
  });

  it("parts all partners without a rest, and chooses the same whatever the order in which they come", () => {
    const some = fc.record({
      services: fc.subarray(["parcel_delivery", "hotel_booking"]),
      cities: fc.subarray(["Riyadh", "Jeddah"]),
      capacity: fc.integer({ min: 1, max: 3 }),
      licences: fc.subarray([{ kind: "transport", number: "1", expires: "2027-01-01" } as const]),
      offered: fc.nat({ max: 30 }),
      load: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), fc.integer({ min: 1, max: 10 }), (made, most) => {
        const partners = made.map(({ offered: _, load: __, ...one }, n) => samplePartner(String(n), one));
        const of = (id: string) => made[Number(id.slice(2))];
        const know: Known = {
          ...{ office, zone },
          standing: (id) => ({ ...unseen, offered: of(id)?.offered ?? 0 }),
          load: (id) => load(of(id)?.load ?? 0, of(id)?.offered ?? 0),
        };
        const { chosen, left, more } = choose(partners, wanted, know, most);
        expect(chosen.length + more + [...left.values()].flat().length).toBe(partners.length);
        expect([...left.keys()].every((reason) => leftReasons.includes(reason))).toBe(true);
        const turned = choose(partners.toReversed(), wanted, know, most).chosen;
        expect(turned.map(({ partner }) => partner.id)).toEqual(chosen.map(({ partner }) => partner.id));
      }),
    );
  });
});
