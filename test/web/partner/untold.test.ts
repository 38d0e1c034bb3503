/** Partners that nothing reaches, one after the other: each is to be called, and who was called is noted of that one alone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import { samplePartner } from "../../store/sample-partner.ts";
import type { Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openStaffedOffice, type StaffedOffice } from "./staffed-office.ts";

let staffed: StaffedOffice;
let sara: Visitor;

beforeAll(async () => {
  const partners = ["first", "second"].map((name) => samplePartner(name));
  staffed = await openStaffedOffice({ partners });
  ({ sara } = staffed);
}, 60_000);

afterAll(async () => {
  await staffed.close();
});

const versionOf = async (ref: OrderRef) => String(sure(await staffed.office.store.orders.get(ref)).version);

async function acts(ref: OrderRef, verb: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await sara.post(`/orders/${ref}/${verb}`, { version: await versionOf(ref), ...fields });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Whom the page says to call. */
const warnings = async (ref: OrderRef) =>
  [...(await sara.get(`/orders/${ref}`)).matchAll(/id="told-p_(\w+)"/g)].map(([, name]) => name);

describe("partners that could not be told", () => {
  it("are warned of each by itself, and noted as called each by itself", async () => {
    const { customer } = await staffed.claimed();
    const parcel = { conversation: customer.id, service: "parcel_delivery", fields: {} };
    const entered = await staffed.office.engine.enterOrder(parcel);
    const { ref } = sure(entered.type === "done" ? entered.order : undefined);
    expect((await sara.post(`/orders/${ref}/claim`)).status).toBe(200);
    await acts(ref, "give", { partner: "p_first" });
    await customer.says("احذفوا بياناتي");
    await customer.says("نعم");
    expect(await warnings(ref)).toEqual(["first"]);
    await acts(ref, "give_back", { reason: "closed" });
    await acts(ref, "give", { partner: "p_second" });
    expect(await warnings(ref)).toEqual(["first"]);
    await customer.says(`الغاء الطلب ${ref}`);
    await customer.says("نعم");
    expect(await warnings(ref)).toEqual(["first", "second"]);
    const html = await sara.get(`/orders/${ref}`);
    expect(html).toMatch(
      /Partner first[^<]* has not been told yet that the customer wants their data deleted/,
    );
    expect(html).toMatch(/Partner second[^<]* could not be told/);
    expect(html).not.toContain("customer.data");

    const called = await acts(ref, "partner_told", { partner: "p_second" });
    expect(called).toMatch(/Partner second[^<]* was told by staff/);
    expect(await warnings(ref)).toEqual(["first"]);
    expect(await acts(ref, "partner_told", { partner: "p_first" })).toMatch(/Partner first[^<]* was told/);
    expect(await warnings(ref)).toEqual([]);

    const told = (await staffed.office.store.orders.history(ref)).filter(
      ({ what }) => what === "partner_told",
    );
    expect(told).toMatchObject([
      { partner: { id: "p_second" }, by: { name: "sara" } },
      { partner: { id: "p_first" }, by: { name: "sara" } },
    ]);
    const form = { version: await versionOf(ref), partner: "p_first" };
    const again = await sara.post(`/orders/${ref}/partner_told`, form);
    expect(again.status).toBe(422);
  });
});
