/** A partner that got something which can be renewed says until when it lasts: in its chat, by its system, once and not for others. */
import { describe, expect, it } from "vitest";
import { partnerIdOf } from "../store/sample-partner.ts";
import { customerOf, openPartnerOffice as open, replierIn } from "./partner-office.ts";

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
    expect(await says("insurer", "2020-01-01")).toContain("تاريخ بعد تاريخ اليوم");
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

  /** The order is done, and its partner has been asked until when it lasts. */
  async function asked() {
    const setting = await withPolicy();
    const { bench, placed, says } = setting;
    await bench.office().engine.partnerReports(placed.ref, partnerIdOf("a"), {
      ...{ type: "move", move: { to: "in_progress", stage: "issued" } },
    });
    await says("insurer", "تم");
    const choices = bench.to("insurer").at(-1)?.choices ?? [];
    await says("insurer", String(1 + choices.findIndex(({ value }) => value.includes("done"))));
    return { ...setting, until: async () => (await setting.stored(placed)).fields.valid_until?.value };
  }

  it.each([
    "للعميل: نسلمك أصل الوثيقة بكرة في المكتب",
    "أصل الوثيقة يوصل للعميل يوم الثلاثاء",
    "راح نرسل الأصل 15 مارس 2027",
    "tell the customer: we bring it on 2027-03-15",
    "طلبات اليوم",
  ])("is no day that «%s» speaks of", async (text) => {
    const { bench, placed, newest, says, until } = await asked();
    const customer = await customerOf(bench, placed);
    expect(await says("insurer", text)).not.toContain("يسري حتى");
    expect(await until()).toBeUndefined();
    expect(newest(customer)).not.toContain("صالحة حتى");
  });

  it.each([
    ["15/3/2027", "2027-03-15"],
    ["ساري حتى 15 مارس 2027 إن شاء الله", "2027-03-15"],
    ["valid until 15 March 2027", "2027-03-15"],
    ["2027-03-15", "2027-03-15"],
  ])("is taken from «%s», and put right by the date that follows", async (text, date) => {
    const { says, until } = await asked();
    await says("insurer", text);
    expect(await until()).toBe(date);
    expect(await says("insurer", "2027-04-16")).toContain("هل تنتهي صلاحية");
    expect(await until()).toBe(date);
    await says("insurer", "نعم");
    expect(await until()).toBe("2027-04-16");
  });

  it("is asked back where it is near, and noted after a yes", async () => {
    const { says, until } = await asked();
    expect(await says("insurer", "بكرة")).toContain("هل تنتهي صلاحية");
    expect(await until()).toBeUndefined();
    expect(await says("insurer", "لا")).toContain("حتى أي تاريخ");
    await says("insurer", "بكرة");
    await says("insurer", "نعم");
    expect(await until()).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("is no day that answers another customer's question", async () => {
    const setting = await asked();
    const { bench, newest, offer, order, says, until } = setting;
    const replies = replierIn(setting);
    const second = await order("insurance_request");
    await offer(second, "a");
    await says("insurer", "قبول 12");
    await says("insurer", "تم");
    const other = await customerOf(bench, second);
    await says(other, "للمندوب: متى تجهز وثيقتي؟");
    expect(await replies("insurer", "15 ديسمبر", "متى تجهز")).toContain("إلى العميل");
    expect(await until()).toBeUndefined();
    expect(newest(other)).toContain("15 ديسمبر");
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
