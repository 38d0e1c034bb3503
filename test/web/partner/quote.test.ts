/** Prices over a whole office: staff ask, one partner answers on its page, one by its system, and the customer chooses in the chat. */
import type { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderRef } from "../../../src/domain/ids.ts";
import type { Office } from "../../../src/office.ts";
import { webhookSecretOf } from "../../../src/webhooks/secret.ts";
import { plain } from "../../kit.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { origin, type Visitor } from "../queue/visitor.ts";
import { sure } from "../tiny-office.ts";
import { openPartnerSystem, type PartnerSystem, signedMessage } from "./partner-system.ts";
import {
  type Customer,
  openStaffedOffice,
  randomBytes,
  type StaffedOffice,
  tourism,
} from "./staffed-office.ts";

const secret = webhookSecretOf(randomBytes(32));
const minute = 60_000;
let now = Date.parse("2026-11-22T16:00:00+03:00");
let staffed: StaffedOffice;
let office: Office;
let app: Hono;
let sara: Visitor;
let get: StaffedOffice["get"];
let post: StaffedOffice["post"];
let system: PartnerSystem;
let messages = 0;

beforeAll(async () => {
  system = await openPartnerSystem(secret);
  const partners = [
    samplePartner("haram", { ...tourism, name: { ar: "غرف الحرم", en: "Haram Rooms" } }),
    samplePartner("stays", {
      ...tourism,
      name: { ar: "إقامات", en: "Stays" },
      contacts: { webhook: system.url },
    }),
  ];
  staffed = await openStaffedOffice({
    ...{ clock: { now: () => now }, partners },
    privateWebhooks: [{ host: "127.0.0.1", port: system.port }],
  });
  ({ office, app, sara, get, post } = staffed);
  await office.store.partners.setSecret(partnerIdOf("stays"), secret);
}, 60_000);

afterAll(async () => {
  await staffed.close();
  await system.close();
});

type Asked = {
  readonly ref: OrderRef;
  readonly customer: Customer;
  /** The page of the one, and the offer's id for the system of the other. */
  readonly path: string;
  readonly id: string;
};

const orderOf = async (ref: OrderRef) => sure(await office.store.orders.get(ref));

const linesOf = async ({ lines }: Customer) => plain(await lines());

/** An order that sara holds, and about whose price both partners are asked. */
async function asked(): Promise<Asked> {
  const { ref, customer } = await staffed.claimed();
  expect(await sara.get(`/orders/${ref}`)).toContain("Ask for a price from Haram Rooms");
  const html = await (await sara.post(`/orders/${ref}/offer`, { partner: "p_haram", asks: "price" })).text();
  const path = sure(/value="http:\/\/localhost(\/offer\/[^"]+)"/.exec(html)?.[1]);
  expect(html).toContain("a price is awaited until");
  await sara.post(`/orders/${ref}/offer`, { partner: "p_stays", asks: "price" });
  await office.idle();
  const made = system.told.findLast(({ notice }) => notice.order.ref === ref)?.notice;
  expect(made).toMatchObject({ type: "offer.made", offer: { asks: "price" } });
  return { ref, customer, path, id: sure(made?.offer?.id) };
}

async function tells(id: string, verb: string, more: object, as = secret) {
  messages += 1;
  const message = signedMessage(as, `msg_${messages}`, { type: `offer.${verb}`, offer: id, ...more });
  const response = await app.request(`${origin}/api/v1/offers/${id}/${verb}`, { method: "POST", ...message });
  await office.idle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

describe("an order whose price is asked for", () => {
  it("goes to the partner whose price the customer chooses, and each side reads only its own", async () => {
    const { ref, customer, path, id } = await asked();
    const page = await get(path);
    for (const shown of ["نرجو تحديد سعركم", "إرسال السعر", "مكة المكرمة"])
      expect(page.html).toContain(shown);
    for (const hidden of ["العمري", "قبول الطلب"]) expect(page.html).not.toContain(hidden);

    const priced = await post(`${path}/quote`, {
      price: "٤٥٠ ريال",
      note: "مع الإفطار",
      time: "2026-11-24T16:00",
    });
    expect(priced.status).toBe(200);
    for (const shown of ["وصلنا سعركم", "450.00", "مع الإفطار", "تعديل السعر"])
      expect(priced.html).toContain(shown);
    expect(await linesOf(customer)).not.toContain("450.00");
    expect(await tells(id, "quote", { amountMinor: 40_000, currency: "SAR", note: "غرفة مطلة" })).toEqual({
      status: 200,
      body: { order: ref, status: "seeking" },
    });

    const staff = await sara.get(`/orders/${ref}`);
    for (const shown of ["SAR 450.00", "SAR 400.00", "Show the customer the prices", "مع الإفطار"])
      expect(staff).toContain(shown);
    expect((await sara.post(`/orders/${ref}/show_prices`)).status).toBe(200);
    const told = await linesOf(customer);
    for (const shown of ["غرف الحرم: 450.00", "إقامات: 400.00", "«مع الإفطار»", "أي سعر نعتمد؟"])
      expect(told).toContain(shown);
    expect((await get(path)).html).not.toContain("تعديل السعر");
    expect((await post(`${path}/quote`, { price: "999" })).status).toBe(409);

    await customer.says("الأرخص");
    expect(await linesOf(customer)).toContain("لدى إقامات للتنفيذ");
    expect(await orderOf(ref)).toMatchObject({
      partner: { id: "p_stays" },
      price: { total: { amountMinor: 40_000 } },
    });
    expect((await get(path)).html).toContain("لم يختر العميل");
    const { notice } = sure(system.told.findLast((one) => one.notice.order.ref === ref));
    expect(notice).toMatchObject({ type: "order.assigned", offer: { id, pays: { amountMinor: 40_000 } } });
    expect(JSON.stringify(notice)).toContain("العمري");
    expect(await sara.get(`/orders/${ref}`)).toContain("The price of Stays was chosen");
  }, 30_000);

  it("is shown to the customer by itself when the time to answer is over", async () => {
    const { ref, customer, path } = await asked();
    await post(`${path}/quote`, { price: "450" });
    now += 61 * minute;
    await office.engine.tick();
    await office.idle();
    expect(await linesOf(customer)).toContain("غرف الحرم: 450.00");
    expect((await orderOf(ref)).shownPrices?.offers).toHaveLength(1);
  }, 30_000);

  it("takes no price that is none, on the page as in a message, and says why", async () => {
    const { ref, path, id } = await asked();
    const typed: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ price: "0" }, /أكبر من صفر/],
      [{ price: "-45" }, /أكبر من صفر/],
      [{ price: "1000000000" }, /مليون ريال/],
      [{ price: "45 دولار" }, /بالريال السعودي وحده/],
      [{ price: "غالي" }, /لم يتضح السعر/],
      [{ price: "45 أو 50" }, /لم يتضح السعر/],
      [{ price: "" }, /لم يتضح السعر/],
      [{ price: "45", time: "2020-01-01T10:00" }, /الموعد الآخر مضى/],
      [{ price: "45", time: "بكرة" }, /لم يتضح الموعد/],
    ];
    for (const [form, why] of typed) {
      const { status, html } = await post(`${path}/quote`, form);
      expect([form, status]).toEqual([form, 422]);
      expect(html).toMatch(why);
    }
    const sent: readonly (readonly [object, string, string])[] = [
      [{ amountMinor: 0, currency: "SAR" }, "amountMinor", "not_positive"],
      [{ amountMinor: -4_500, currency: "SAR" }, "amountMinor", "not_positive"],
      [{ amountMinor: 1e11, currency: "SAR" }, "amountMinor", "too_much"],
      [{ amountMinor: 4_500.5, currency: "SAR" }, "amountMinor", "wrong"],
      [{ amountMinor: "4500", currency: "SAR" }, "amountMinor", "wrong"],
      [{ currency: "SAR" }, "amountMinor", "wrong"],
      [{ amountMinor: 4_500, currency: "USD" }, "currency", "other_currency"],
      [{ amountMinor: 4_500, currency: "SAR", at: "2020-01-01T10:00:00Z" }, "at", "past_time"],
      [{ amountMinor: 4_500, currency: "SAR", at: "tomorrow" }, "at", "wrong"],
    ];
    for (const [message, field, code] of sent) {
      const { status, body } = await tells(id, "quote", message);
      expect([message, status, body.errors]).toMatchObject([message, 422, [{ field, code }]]);
    }
    expect((await orderOf(ref)).offers?.map(({ state }) => state.type)).toEqual(["open", "open"]);
    expect(await tells(id, "accept", {})).toEqual({ status: 409, body: { asks: "price" } });
    expect((await post(`${path}/accept`, {})).html).toContain("يُطلب في هذا العرض سعر");
  }, 30_000);

  it("is answered by nobody else's system, and a price for a fixed one is refused", async () => {
    const { ref, path, id } = await asked();
    const other = webhookSecretOf(randomBytes(32));
    expect((await tells(id, "quote", { amountMinor: 1, currency: "SAR" }, other)).status).toBe(401);
    const theirs = sure(/\/(of_[^/]+)\//.exec(path)?.[1]);
    expect((await tells(theirs, "quote", { amountMinor: 1, currency: "SAR" })).status).toBe(401);
    expect((await orderOf(ref)).offers?.map(({ state }) => state.type)).toEqual(["open", "open"]);
    await tells(id, "decline", {});
    await sara.post(`/orders/${ref}/offer`, { partner: "p_stays" });
    await office.idle();
    const { notice } = sure(system.told.findLast((one) => one.notice.order.ref === ref));
    const fixed = sure(notice.offer?.id);
    expect(await tells(fixed, "quote", { amountMinor: 1, currency: "SAR" })).toEqual({
      status: 409,
      body: { asks: "acceptance" },
    });
  }, 30_000);

  it("is given by staff at a price that the customer told them, with the customer's words", async () => {
    const { ref, customer, path } = await asked();
    await post(`${path}/quote`, { price: "450" });
    const html = await sara.get(`/orders/${ref}`);
    const version = sure(/name="version" value="(\d+)"/.exec(html)?.[1]);
    const offer = sure(/\/(of_[^/]+)\//.exec(path)?.[1]);
    expect((await sara.post(`/orders/${ref}/choose_price`, { offer, version, words: " " })).status).toBe(422);
    const chosen = await sara.post(`/orders/${ref}/choose_price`, {
      offer,
      version,
      words: "called at four",
    });
    expect(chosen.status).toBe(200);
    expect(await sara.get(`/orders/${ref}`)).toContain("called at four");
    expect(await linesOf(customer)).toContain("كما اتفقنا معك، اعتمدنا السعر 450.00");
  }, 30_000);
});
