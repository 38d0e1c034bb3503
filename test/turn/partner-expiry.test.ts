/** A partner that got something which can be renewed says until when it lasts: in its chat, by its system, once and not for others. */
import { describe, expect, it } from "vitest";
import { partnerIdOf } from "../store/sample-partner.ts";
import { customerOf, openPartnerOffice as open } from "./partner-office.ts";

async function withPolicy() {
  const office = await open();
  const { joins, offer, order, says } = office;
  const licences = [{ kind: "insurance", number: "1" }] as const;
  await office.code("a", { services: ["insurance_request"], licences });
  await joins("a", "insurer");
  const placed = await order("insurance_request");
  await offer(placed, "a");
  await says("insurer", "قبول");
  return { ...office, placed };
}

describe("the last day of what a partner got", { timeout: 60_000 }, () => {
  it("is asked for with the last step in its chat, taken as a date, told to the customer, and reminded of", async () => {
    const { bench, newest, placed, says, stored } = await withPolicy();
    await bench.office().engine.partnerReports(placed.ref, partnerIdOf("a"), {
      ...{ type: "move", move: { to: "in_progress", stage: "issued" } },
    });
    await says("insurer", "تم");
    const choices = bench.to("insurer").at(-1)?.choices ?? [];
    const done = await says("insurer", String(1 + choices.findIndex(({ value }) => value.includes("done"))));
    expect(done).toContain("حتى أي تاريخ تسري الوثيقة");
    expect((await stored(placed)).state.status).toBe("done");
    expect(await says("insurer", "2020-01-01")).toContain("يوم بعد اليوم");
    expect(await says("insurer", "15 مارس 2027")).toContain("15 مارس 2027");
    await bench.office().idle();
    const after = await stored(placed);
    expect(after.fields.valid_until?.value).toBe("2027-03-15");
    expect(newest(await customerOf(bench, placed))).toContain("يصلك تذكير قبل ذلك");
    const history = await bench.office().store.orders.history(placed.ref);
    expect(history.at(-1)).toMatchObject({
      what: "corrected",
      by: { type: "partner", id: partnerIdOf("a") },
    });
    // Its own date is no change that it has to confirm.
    expect(after.confirmation).toBeUndefined();
    expect(newest("insurer")).toContain("15 مارس 2027");
  });

  it("is refused from others, before work has begun, and where it has passed; again it changes nothing", async () => {
    const { bench, placed, stored } = await withPolicy();
    const { engine } = bench.office();
    const says = (partner: string, date: string) =>
      engine.partnerReports(placed.ref, partnerIdOf(partner), { type: "expiry", date });
    expect(await says("a", "2027-03-15")).toMatchObject({ refusal: { reason: "nothing_to_do" } });
    await engine.partnerReports(placed.ref, partnerIdOf("a"), {
      ...{ type: "move", move: { to: "in_progress", stage: "issued" } },
    });
    expect(await says("b", "2027-03-15")).toMatchObject({ refusal: { reason: "not_allowed" } });
    for (const date of ["2026-01-01", "2027-02-30", "tomorrow"])
      expect(await says("a", date)).toMatchObject({ refusal: { reason: "unknown_field" } });
    expect(await says("a", "2027-03-15")).toMatchObject({ type: "done" });
    const { fields } = await stored(placed);
    expect(await says("a", "2027-03-15")).toMatchObject({ type: "done" });
    expect((await stored(placed)).fields).toEqual(fields);
  });
});
