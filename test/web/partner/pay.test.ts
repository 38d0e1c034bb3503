/** What a partner is paid: said with every offer, and agreed after an acceptance that left it open. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { sure } from "../tiny-office.ts";
import { openPartnerSystem, type PartnerSystem } from "./partner-system.ts";
import { openStaffedOffice, randomBytes, type StaffedOffice, tourism } from "./staffed-office.ts";

let staffed: StaffedOffice;
let system: PartnerSystem;

beforeAll(async () => {
  const secret = webhookSecretOf(randomBytes(32));
  system = await openPartnerSystem(secret);
  staffed = await openStaffedOffice({
    privateWebhooks: [{ host: "127.0.0.1", port: system.port }],
    partners: [
      samplePartner("open", { ...tourism, contacts: { webhook: system.url } }),
      samplePartner("fixed", {
        ...tourism,
        prices: { hotel_booking: { amountMinor: 4_500, currency: "SAR" } },
      }),
    ],
  });
  await staffed.office.store.partners.setSecret(partnerIdOf("open"), secret);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await system.close();
});

/** Offers the order, and gives the path of the link. */
async function offered(ref: OrderRef, partner: string): Promise<string> {
  const html = await (await staffed.sara.post(`/orders/${ref}/offer`, { partner })).text();
  return sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(html)?.[1]);
}
const told = (ref: OrderRef) =>
  system.told.flatMap(({ notice }) => (notice.order.ref === ref ? [notice] : []));
const agree = async (ref: OrderRef, pays: string) =>
  staffed.sara.post(`/orders/${ref}/agree_pay`, { version: await staffed.versionOf(ref), pays });

describe("what a partner is paid", () => {
  it("is told to a system with the offer, also where no price is fixed; once agreed, it is told that", async () => {
    const { ref } = await staffed.claimed();
    const path = await offered(ref, "p_open");
    await staffed.office.idle();
    const payment = { by: "office", when: "order_done", amount: "to_agree" };
    expect(told(ref).at(-1)).toMatchObject({ type: "offer.made", offer: { payment } });
    await staffed.post(`${path}/accept`);
    const page = await staffed.sara.get(`/orders/${ref}`);
    expect(page).toContain("The partner&#39;s pay is open");

    for (const wrong of ["", "0", "a lot"])
      expect(await (await agree(ref, wrong)).text()).toContain("The pay is a number of riyals above zero");
    expect(await (await agree(ref, "٤٥٫٥")).text()).toContain(
      "The pay is recorded, and the partner was told.",
    );
    await staffed.office.idle();
    const offer = { pays: { amountMinor: 4_550, currency: "SAR" }, payment: { ...payment, amount: "fixed" } };
    expect(told(ref).at(-1)).toMatchObject({ type: "order.amended", offer });
    expect((await staffed.get(path)).html).toContain("45.50");
    const recorded = await staffed.sara.get(`/orders/${ref}`);
    expect(recorded).toContain("The partner is paid SAR 45.50");
    expect(recorded).toContain("The partner&#39;s pay was agreed");

    expect((await agree(ref, "50")).status).toBe(200);
    expect((await staffed.get(path)).html).toContain("50.00");
  });

  it("is recorded where staff give the order by hand: the fixed price, which can be put right, or what is agreed", async () => {
    const { ref } = await staffed.claimed();
    const give = async (partner: string) =>
      staffed.sara.post(`/orders/${ref}/give`, { partner, version: await staffed.versionOf(ref) });
    const fixed = await (await give("p_fixed")).text();
    expect(fixed).toContain("The partner is paid SAR 45.00");
    expect(fixed).toContain("given to it by hand");
    const path = sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(fixed)?.[1]);
    const page = (await staffed.get(path)).html;
    expect(page).toMatch(/45\.00[\s\S]*يدفعها المكتب، شاملة الضريبة، بعد إتمام الطلب/);
    expect(page).toContain("خالد العمري");
    expect(await (await agree(ref, "60")).text()).toContain("The pay is recorded");
    expect((await staffed.get(path)).html).toContain("60.00");

    const open = await (await give("p_open")).text();
    await staffed.office.idle();
    expect(open).toContain("The partner&#39;s pay is not recorded yet");
    expect(told(ref).at(-1)).toMatchObject({
      type: "order.assigned",
      offer: { payment: { amount: "to_agree" } },
    });
    await agree(ref, "70");
    await staffed.office.idle();
    expect(told(ref).at(-1)).toMatchObject({ offer: { pays: { amountMinor: 7_000 } } });
    // The one that had it reads nothing of the customer any more.
    expect((await staffed.get(path)).html).not.toContain("العمري");
  });

  it("stays as it is where the partner has a fixed price", async () => {
    const { ref } = await staffed.claimed();
    await staffed.post(`${await offered(ref, "p_fixed")}/accept`);
    const page = await staffed.sara.get(`/orders/${ref}`);
    expect(page).toContain("The partner is paid SAR 45.00");
    expect(page).not.toContain("/agree_pay");
    await agree(ref, "90");
    expect((await staffed.office.store.orders.get(ref))?.offers?.at(-1)?.pays?.amountMinor).toBe(4_500);
  });
});
