/** A clock that is wrong for one tick, by a day, a month or a year: at each kind of due moment nothing is done twice, and nothing is lost. */
import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import type { HistoryRow } from "../../src/domain/order.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const [hour, day] = [3_600_000, 86_400_000];
const named = (text: string) => ({ ar: text, en: text });
const at = (local: string) => Date.parse(`2026-${local}:00+03:00`);
const partner = { id: partnerIdOf("a"), name: named("شريك") };

const stages = [{ id: "asked", label: named("asked"), tell: "silent", minutes: 60 }];
const flow = madeFlow(
  "sent",
  [
    { name: "count", type: "number", min: 1 },
    { name: "day", type: "date" },
    { name: "ends", type: "date", derived: true, asked: "optional" },
  ],
  { confirm: false, stages, appointment: { date: "day" }, renewal: { expiry_field: "ends" } },
);

/** An order of a moment that wants to be done on a day. */
function placed(moment: number, on: string): Paper {
  const office = paperOffice({ catalogue: catalogueWith(flow), at: moment });
  const request = { type: "request", service: "sent", fields: {} } as const;
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const text of ["3", on]) office.says_(text);
  expect(office.orders.get(ref)).toBeDefined();
  return office;
}

function given(moment: number, on: string, stage?: string): Paper {
  const office = placed(moment, on);
  office.acts(sara, { type: "claim" }, ref);
  office.acts(sara, { type: "give", partner }, ref);
  if (stage !== undefined) office.moves(ref, "in_progress", stage);
  return office;
}

function done(moment: number, ends: string): Paper {
  const office = given(moment, "2026-12-25", "asked");
  office.moves(ref, "done");
  office.waits(hour);
  office.acts(sara, { type: "correct", field: "ends", value: ends, text: ends, reason: "x" } as never, ref);
  return office;
}

/** What happens once, as the history tells it; `by`: when it has happened at the latest without a jump. */
const kinds: readonly {
  readonly name: string;
  readonly what: HistoryRow["what"];
  readonly begin: (moment: number) => Paper;
  readonly by: number;
}[] = [
  { name: "a promise", what: "promise_missed", begin: (m) => placed(m, "2026-12-25"), by: at("11-23T12:00") },
  { name: "a claim", what: "escalated", begin: (m) => placed(m, "2026-12-25"), by: at("11-23T12:00") },
  {
    ...{ name: "a stage", what: "escalated", by: at("11-23T19:00") },
    begin: (m) => given(m, "2026-12-25", "asked"),
  },
  {
    ...{ name: "an appointment", what: "appointment_reminded", by: at("12-24T18:00") },
    begin: (m) => given(m, "2026-12-25", "asked"),
  },
  { name: "a renewal", what: "renewal_reminded", begin: (m) => done(m, "2026-12-30"), by: at("12-01T12:00") },
  {
    name: "weeks of delay",
    what: "late_offered",
    begin: (m) => placed(m, "2026-11-26"),
    by: at("12-14T12:00"),
  },
];

const jumps = [day, 30 * day, 365 * day, -day, -30 * day, -365 * day];
const count = (office: Paper, what: HistoryRow["what"]) =>
  (office.history.get(ref) ?? []).filter((row) => row.what === what).length;

describe("a clock that is wrong for a tick", () => {
  const cases = kinds.flatMap((kind) => jumps.map((ms) => [kind.name, ms / day, kind, ms] as const));

  /** How often it happens in the end, with a jump and without. */
  function both(kind: (typeof kinds)[number], from: number, until: number, ms: number) {
    const counted = (jump?: number) => {
      const office = kind.begin(from);
      office.waits(until - office.now);
      if (jump !== undefined) office.jumps(jump);
      office.waits(kind.by - office.now);
      return count(office, kind.what);
    };
    return { jumped: counted(ms), right: counted() };
  }

  it.each(cases)("at night loses nothing of %s, nor does it twice (by %i days)", (_name, _days, kind, ms) => {
    const { jumped, right } = both(kind, at("11-22T20:30"), at("11-22T23:30"), ms);
    expect(right).toBeGreaterThan(0);
    expect(jumped).toBe(right);
  });

  it.each(cases)("by day loses nothing of %s, nor does it twice (by %i days)", (_name, _days, kind, ms) => {
    const { jumped, right } = both(kind, at("11-22T10:05"), at("11-22T11:20"), ms);
    expect(right).toBeGreaterThan(0);
    expect(jumped).toBe(right);
  });
});
