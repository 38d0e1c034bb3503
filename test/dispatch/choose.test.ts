/** Which partners an order may go to, in which order, and why each other one is left out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Choice,
  choose,
  type Known,
  type LeftReason,
  leftReasons,
  type Wanted,
} from "../../src/dispatch/choose.ts";
import { type Load, rankOf, rankPercent } from "../../src/dispatch/rank.ts";
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

describe("a price that is looked for before anybody is asked", () => {
  const price = { prices: { parcel_delivery: { amountMinor: 3_000, currency: "SAR" } } } as const;
  const whenever = { ...wanted, atMost: Number.POSITIVE_INFINITY, whenever: true };
  const night = Date.parse("2026-11-22T23:30:00+03:00");

  it("counts whoever has a fixed one, at night and however busy, who serve best first", () => {
    const past: Record<string, Standing> = {
      p_best: { ...unseen, offered: 40, accepted: 40, answered: 40, finished: 40, inTime: 40 },
      p_worst: { ...unseen, offered: 40, accepted: 1, answered: 1, finished: 1, inTime: 0 },
    };
    const partners = [
      courier("worst", { ...price, capacity: 1 }),
      courier("best", { ...price, capacity: 1 }),
      courier("unpriced"),
    ];
    const busy: Known = { ...known, standing: (id) => past[id], load: () => load(1), hasRoom: () => false };
    const asked = { ...whenever, at: night };
    expect(chosenOf(partners, asked, busy)).toEqual(["best", "worst"]);
    expect(chosenOf(partners, { ...asked, whenever: false }, busy)).toEqual([]);
  });
});

describe("a list of the directory that stays the same", () => {
  it("is parted for each service, place, licence and day of its own", () => {
    const partners = [
      courier("a", { cities: ["Riyadh"] }),
      courier("b", { cities: ["Jeddah"], services: ["hotel_booking", "parcel_delivery"] }),
      courier("c", { licences: [{ kind: "transport", number: "1", expires: "2026-11-22" }] }),
    ];
    const day = 24 * 60 * 60_000;
    expect(chosenOf(partners)).toEqual(["a", "c"]);
    expect(chosenOf(partners, { ...wanted, places: ["Jeddah"] })).toEqual(["b", "c"]);
    expect(chosenOf(partners, { ...wanted, service: "hotel_booking", places: [] })).toEqual(["b"]);
    expect(chosenOf(partners, { ...wanted, licences: ["tourism"] })).toEqual([]);
    expect(chosenOf(partners, { ...wanted, at: at + day })).toEqual(["a"]);
    expect(chosenOf(partners, { ...wanted, asked: new Set([partnerIdOf("a")]) })).toEqual(["c"]);
    expect(chosenOf(partners)).toEqual(["a", "c"]);
  });
});

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

  it("asks at a price that was approved only those whose fixed one is no higher", () => {
    const upTo45 = { ...wanted, atMost: 4_500 };
    const paid = (amountMinor: number) =>
      courier("a", { prices: { [wanted.service]: { amountMinor, currency: "SAR" } } });
    expect(reasonFor(paid(4_500), upTo45)).toBeUndefined();
    expect(reasonFor(paid(4_501), upTo45)).toBe("dearer");
    expect(reasonFor(courier("a"), upTo45)).toBe("dearer");
    expect(reasonFor(courier("a"))).toBeUndefined();
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

  it("chooses as one would who looks at every partner anew and sorts them all", () => {
    const some = fc.record({
      partner: fc.record({
        services: fc.constantFrom(
          ["parcel_delivery"],
          ["parcel_delivery", "hotel_booking"],
          ["hotel_booking"],
        ),
        kind: fc.constantFrom("business" as const, "business" as const, "office" as const),
        cities: fc.constantFrom([], ["Riyadh"], ["Jeddah"]),
        licences: fc.constantFrom(
          [{ kind: "transport", number: "1", expires: "2027-01-01" } as const],
          [{ kind: "transport", number: "1", expires: "2026-01-01" } as const],
          [],
        ),
        state: fc.constantFrom(
          { status: "active" } as const,
          { status: "active" } as const,
          { status: "paused_by_itself", at } as const,
        ),
        hours: fc.constantFrom(undefined, daily("06:00", "09:00"), daily("06:00", "11:00")),
        capacity: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      }),
      offered: fc.nat({ max: 12 }),
      accepted: fc.nat({ max: 4 }),
      orders: fc.nat({ max: 3 }),
      offers: fc.nat({ max: 3 }),
      asked: fc.boolean(),
      hasRoom: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), fc.nat({ max: 8 }), (made, most) => {
        const partners = made.map(({ partner: { hours, capacity, ...one } }, n) =>
          samplePartner(String(n), { ...one, ...(hours && { hours }), ...(capacity && { capacity }) }),
        );
        const of = (id: string) => made[Number(id.slice(2))];
        const standings = made.map(({ offered, accepted }) => ({
          ...unseen,
          ...{ offered: offered + accepted, accepted },
        }));
        const know: Known = {
          ...{ office, zone },
          standing: (id) => standings[Number(id.slice(2))],
          load: (id) => load(of(id)?.orders ?? 0, of(id)?.offers ?? 0),
          hasRoom: ({ id }) => of(id)?.hasRoom === true,
        };
        const asked = new Set(partners.flatMap(({ id }) => (of(id)?.asked ? [id] : [])));
        const want = { ...wanted, asked };
        expect(choose(partners, want, know, most)).toEqual(plainly(partners, want, know, most));
      }),
      { numRuns: 300 },
    );
  });
});

/** The same said plainly: every partner is looked at whole, and all that fit are sorted. */
function plainly(partners: readonly Partner[], want: Wanted, know: Known, most: number): Choice {
  const reasonOf = (partner: Partner): LeftReason | undefined => {
    const { id, services, kind, state, licences, cities, capacity, hours } = partner;
    const against: readonly (readonly [LeftReason, boolean])[] = [
      ["other_service", !services.includes(want.service)],
      ["own_department", kind === "office"],
      ["paused", state.status !== "active"],
      ["licence_expired", licences.some(({ expires = "9999" }) => expires < "2026-11-22")],
      ["licence_missing", !licences.some((one) => one.kind === "transport")],
      ["elsewhere", cities.length > 0 && !cities.includes("Riyadh")],
      ["asked_before", want.asked.has(id)],
      ["full", capacity !== undefined && (know.load(id)?.orders ?? 0) >= capacity],
      ["closed", hours?.sunday.every(([, to]) => to <= "10:00") === true],
      ["crowded", know.hasRoom?.(partner, know.load(id) ?? load(0)) === false],
    ];
    return against.find(([, is]) => is)?.[0];
  };
  const fit = partners
    .filter((partner) => reasonOf(partner) === undefined)
    .map((partner) => {
      const its = know.load(partner.id) ?? load(0);
      const standing = know.standing(partner.id) ?? unseen;
      const all = its.orders + its.offers;
      const pressed = partner.capacity !== undefined && all >= partner.capacity;
      return { partner, standing, rank: rankOf(standing), load: its, pressed };
    })
    .sort(
      (a, b) =>
        Number(a.pressed) - Number(b.pressed) ||
        rankPercent(b.rank.value) - rankPercent(a.rank.value) ||
        a.load.orders + a.load.offers - b.load.orders - b.load.offers ||
        (a.partner.id < b.partner.id ? -1 : 1),
    );
  const left = new Map<LeftReason, Partner[]>();
  for (const partner of partners) {
    const reason = reasonOf(partner);
    if (reason !== undefined) left.set(reason, [...(left.get(reason) ?? []), partner]);
  }
  const chosen = fit.slice(0, most);
  return { chosen, left, more: fit.length - chosen.length };
}
