/** A stage's sentence names the day of the appointment and its hour, also when the customer asks again. */
import { describe, expect, it } from "vitest";
import type { OrderRef } from "../../src/domain/ids.ts";
import { plain } from "../kit.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { type Paper, paperOffice, sara } from "./paper-office.ts";

const ref = "BR-10001" as OrderRef;
const request = { type: "request", service: "visit", fields: {} } as const;
const say = {
  ar: "طلبك {ref}: أكدت العيادة {appointment, select, none {الموعد} other {موعد {appointment}}}. {note}",
  en: "{ref}: the clinic has confirmed the appointment{appointment, select, none {} other { on {appointment}}}. {note}",
};
const stages = [{ id: "confirmed", label: { ar: "تأكد", en: "Confirmed" }, tell: "customer", say }];

function confirmed(answers: readonly string[], appointment?: object): Paper {
  const questions = [
    { name: "day", type: "date" },
    { name: "hour", type: "time" },
  ] as const;
  const flow = madeFlow(
    "visit",
    questions.slice(0, answers.length).map((question) => ({ ...question })),
    {
      ...{ confirm: false, stages },
      ...(appointment && { appointment }),
    },
  );
  const office = paperOffice({ catalogue: catalogueWith(flow) });
  office.says_("x", { understandings: [request], confidence: 1, by: "embedded" });
  for (const answer of answers) office.says_(answer);
  office.acts(sara, { type: "claim" }, ref);
  office.moves(ref, "in_progress", "confirmed");
  return office;
}

describe("the confirmed appointment", () => {
  it("is named by its day and its hour, in the news and when asked", () => {
    const office = confirmed(["26/11/2026", "5 العصر"], { date: "day", time: "hour" });
    const said = "طلبك BR-10001: أكدت العيادة موعد الخميس 26 نوفمبر، 5:00 عصرًا.";
    expect(plain(office.text())).toBe(said);
    office.says_("وين طلبي", { understandings: [{ type: "order_status" }], confidence: 1, by: "embedded" });
    expect(plain(office.text())).toContain(said);
  });

  it("is named by its day alone where no hour was agreed", () => {
    const office = confirmed(["26/11/2026"], { date: "day" });
    expect(plain(office.text())).toBe("طلبك BR-10001: أكدت العيادة موعد الخميس 26 نوفمبر.");
  });

  it("is not named where there is none", () => {
    expect(plain(confirmed(["26/11/2026"]).text())).toBe("طلبك BR-10001: أكدت العيادة الموعد.");
  });
});
