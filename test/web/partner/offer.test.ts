/** An offer by link over a whole office: staff make it, a partner answers on its page, the customer hears. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OrderRef, parseConversationId } from "../../../src/domain/ids.ts";
import type { Office } from "../../../src/office.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import type { Visitor } from "../queue/visitor.ts";
import { opaque, sure } from "../tiny-office.ts";
import { openStaffedOffice, quiet, type StaffedOffice, tourism } from "./staffed-office.ts";

const logged: object[] = [];
const webLog = { ...quiet, info: (fields: object) => void logged.push(fields) };
const minute = 60_000;
let staffed: StaffedOffice;
let office: Office;
let sara: Visitor;
let get: StaffedOffice["get"];
let post: StaffedOffice["post"];
/** Four in the afternoon of a Sunday. */
let now = Date.parse("2026-11-22T16:00:00+03:00");

beforeAll(async () => {
  const partners = [
    samplePartner("haram", {
      ...tourism,
      name: { ar: "غرف الحرم", en: "Haram Rooms" },
      contacts: { phone: "+966501112233" },
      prices: { hotel_booking: { amountMinor: 4_500, currency: "SAR" } },
    }),
    samplePartner("insurer", {
      ...{ services: ["insurance_request"], languages: ["en"] },
      licences: [{ kind: "insurance", number: "1" }],
    }),
    samplePartner("stays", { ...tourism, name: { ar: "إقامات", en: "Stays" }, languages: ["en"] }),
  ];
  staffed = await openStaffedOffice({ clock: { now: () => now }, partners, webLog });
  ({ office, sara, get, post } = staffed);
}, 60_000);

afterAll(async () => {
  await staffed.close();
});

const claimed = () => staffed.claimed();

/** Offers the order and gives the link's path, as the agent's page shows it. */
async function offered(ref: OrderRef, partner: string): Promise<string> {
  const html = await (await sara.post(`/orders/${ref}/offer`, { partner })).text();
  expect(html).toContain("The offer is ready");
  const links = [...html.matchAll(/value="http:\/\/localhost(\/offer\/[^"]+)"/g)];
  return sure(links[0]?.[1]);
}

describe("an offer by link", () => {
  it("is accepted by a tap; the customer hears who has the order, and each step that the partner reports", async () => {
    const { ref, customer } = await claimed();
    const path = await offered(ref, "p_haram");
    const offer = await get(path);
    expect(offer.status).toBe(200);
    expect(offer.html).toMatch(/lang="ar" dir="rtl"/);
    for (const shown of ["مكة المكرمة", "45.00", "4:30", "قبول الطلب"]) expect(offer.html).toContain(shown);
    for (const hidden of ["العمري", "1234567"]) expect(offer.html).not.toContain(hidden);

    const accepted = await post(`${path}/accept`);
    expect(accepted.status).toBe(200);
    for (const shown of ["أصبح الطلب لديكم", "خالد العمري", "tel:+966551234567"])
      expect(accepted.html).toContain(shown);
    expect(await customer.lines()).toContain("عند ⁨غرف الحرم⁩ للتنفيذ");
    expect(await sara.get(`/orders/${ref}`)).toContain("The order is with:");

    const steps = [...accepted.html.matchAll(/name="move" value="([^"]+)"/g)].map(([, value]) => sure(value));
    expect(steps[0]).toBe("in_progress");
    expect(steps.some((step) => step.startsWith("in_progress:"))).toBe(true);
    const staged = await post(`${path}/move`, { move: sure(steps.find((step) => step.includes(":"))) });
    expect(staged.html).toContain("سُجّلت الخطوة");
    const done = await post(`${path}/move`, { move: "done" });
    expect(done.html).toContain("تم الطلب");
    expect(done.html).not.toContain("العمري");
    expect(await customer.lines()).toMatch(/تم.*BR-\d+|BR-\d+.*تم/);
  });

  it("goes to the first of two who accept at once, and the other reads that they were late", async () => {
    const { ref } = await claimed();
    const paths = [await offered(ref, "p_haram"), await offered(ref, "p_stays")];
    const answers = await Promise.all(paths.map((path) => post(`${path}/accept`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = answers.find(({ status }) => status === 409);
    expect(loser?.html).toMatch(/سبقت جهة أخرى|Another partner was faster/);
    const order = sure(await office.store.orders.get(ref));
    expect(order.offers?.map(({ state }) => state.type).sort()).toEqual(["accepted", "withdrawn"]);
  });

  it("may be accepted beyond the capacity of its partner, who is asked no more by then", async () => {
    const { partners } = office.store;
    const haram = sure(await partners.get(partnerIdOf("haram")));
    await partners.save([{ ...haram, capacity: 1 }]);
    const orders = [await claimed(), await claimed()];
    const paths: string[] = [];
    for (const { ref } of orders) paths.push(await offered(ref, "p_haram"));
    for (const path of paths) expect((await post(`${path}/accept`)).html).toContain("أصبح الطلب لديكم");
    const { ref } = await claimed();
    const [, full = ""] = (await sara.get(`/orders/${ref}`)).split("Has as many orders as it can take");
    expect(full).toContain("/queue/partners/p_haram");
    await partners.save([haram]);
  });

  it("is declined with a reason that staff read, in the partner's own language", async () => {
    const { ref } = await claimed();
    const path = await offered(ref, "p_stays");
    expect((await get(path)).html).toMatch(/lang="en" dir="ltr"[\s\S]*Accept the order/);
    expect((await get(`${path}?lang=ar`)).html).toContain("قبول الطلب");
    const declined = await post(`${path}/decline?lang=en`, { reason: "<b>no rooms</b> that week" });
    expect(declined.html).toContain("You have declined this order");
    expect((await get(`${path}/decline`)).status).toBe(303);
    const page = await sara.get(`/orders/${ref}`);
    expect(page).toContain("&lt;b&gt;no rooms&lt;/b&gt; that week");
    expect(page).toContain("Declined by Stays");
  });

  it("comes back to whoever declined by mistake, as what the order is by then", async () => {
    const { ref } = await claimed();
    const path = await offered(ref, "p_haram");
    const declined = await post(`${path}/decline`);
    expect(declined.html).toMatch(
      /وصلنا اعتذاركم عن هذا الطلب[\s\S]*إن كان الاعتذار سهوًا[\s\S]*عرض الطلب من جديد/,
    );
    const again = await post(`${path}/again`);
    for (const shown of ["ألغينا اعتذاركم", "مكة المكرمة", "قبول الطلب"]) expect(again.html).toContain(shown);
    await post(`${path}/decline`);
    const version = await staffed.versionOf(ref);
    await sara.post(`/orders/${ref}/correct`, { field: "nights", value: "9", reason: "called", version });
    expect((await get(`${path}?lang=en`)).html).toContain(
      "The order has changed since you declined, and is still open.",
    );
    // A page that was open since before: what it showed is not accepted.
    const stale = await post(`${path}/accept?lang=en`);
    expect(stale.status).toBe(409);
    expect(stale.html).toMatch(/This is the offer as it is now[\s\S]*>9<[\s\S]*Accept the order/);
    expect((await office.store.orders.get(ref))?.partner).toBeUndefined();
    expect((await post(`${path}/accept`)).html).toContain("أصبح الطلب لديكم");
    expect(await sara.get(`/orders/${ref}`)).toContain("took the decline back");
    expect((await get(path)).html).not.toContain("عرض الطلب من جديد");
  });

  it("is over once its time has passed, or staff take it back", async () => {
    const { ref } = await claimed();
    const first = await offered(ref, "p_haram");
    const second = await offered(ref, "p_stays");
    const offer = sure(/\/(of_[^/]+)\//.exec(second)?.[1]);
    expect((await sara.post(`/orders/${ref}/withdraw_offer`, { offer })).status).toBe(200);
    expect((await get(second)).html).toContain("The office has taken this offer back");
    now += 31 * minute;
    expect((await get(first)).html).toContain("انتهت مهلة هذا العرض");
    expect((await post(`${first}/accept`)).status).toBe(409);
    expect(sure(await office.store.orders.get(ref)).partner).toBeUndefined();
  });

  it("calls staff with the partner's problem, whose words the customer never reads", async () => {
    const { ref, customer } = await claimed();
    const path = await offered(ref, "p_haram");
    await post(`${path}/accept`);
    const reported = await post(`${path}/problem`, { text: "العميل لا يرد." });
    expect(reported.html).toContain("وصل بلاغكم");
    expect(await sara.get("/waiting")).toContain("Something about the partner");
    expect(await sara.get(`/orders/${ref}`)).toContain("العميل لا يرد.");
    expect(await customer.lines()).not.toContain("لا يرد");
    expect((await post(`${path}/problem`, { text: " " })).status).toBe(422);
    expect((await post(`${path}/problem`, { text: "x".repeat(1_001) })).status).toBe(422);
    for (const move of ["cancelled", "failed", "seeking", "", "in_progress:nothing"])
      expect([409, 422]).toContain((await post(`${path}/move`, { move })).status);
  });

  it("asks a customer who does not answer when it would suit them, once in a while, and calls staff", async () => {
    const { ref, customer } = await claimed();
    const path = await offered(ref, "p_haram");
    const accepted = await post(`${path}/accept`);
    expect(accepted.html).toContain(`action="${path}/no_answer?lang=ar"`);
    for (const _time of ["once", "twice"]) {
      const reported = await post(`${path}/no_answer`);
      expect(reported.html).toContain("وصل بلاغكم");
    }
    expect((await customer.lines()).split("تعذّر على").length - 1).toBe(1);
    expect(await sara.get(`/orders/${ref}`)).toContain("العميل لا يرد");
    expect(await sara.get("/waiting")).toContain("Something about the partner");
  });

  it("is accepted once, however often it is tapped, and never thanked for when the order is cancelled", async () => {
    const { ref } = await claimed();
    const path = await offered(ref, "p_haram");
    for (let tap = 0; tap < 3; tap += 1)
      expect((await post(`${path}/accept`)).html).toContain("أصبح الطلب لديكم");
    const version = sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
    await sara.post(`/orders/${ref}/move`, { move: "cancelled", note: "closed", version });
    const { html } = await get(path);
    expect(html).toContain("أُلغي هذا الطلب");
    expect(html).not.toContain("تم الطلب");
    expect(html).not.toContain("العمري");
  });

  it("is over when the order has changed since, staff do it themselves, or its partner is paused", async () => {
    const { ref } = await claimed();
    const version = async () =>
      sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
    const first = await offered(ref, "p_haram");
    const correction = { field: "nights", value: "9", reason: "called" };
    await sara.post(`/orders/${ref}/correct`, { ...correction, version: await version() });
    const refused = await post(`${first}/accept`);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain("تغيّرت تفاصيل الطلب");
    expect(refused.html).not.toContain("سحب المكتب");
    const second = await offered(ref, "p_haram");
    await sara.post(`/orders/${ref}/move`, { move: "assigned", version: await version() });
    expect((await get(second)).html).not.toContain("قبول الطلب");
    expect((await post(`${second}/accept`)).status).toBe(409);

    const other = await claimed();
    const third = await offered(other.ref, "p_stays");
    const stays = sure(await office.store.partners.get(partnerIdOf("stays")));
    const state = { status: "paused_by_staff", reason: "left us", at: now } as const;
    await office.store.partners.save([{ ...stays, state }]);
    expect((await get(third)).status).toBe(404);
    expect((await post(`${third}/accept`)).status).toBe(404);
    const paused = sure(await office.store.partners.get(partnerIdOf("stays")));
    await office.store.partners.save([{ ...paused, state: { status: "active" } }]);
  });

  it("ends for a partner from whom staff took the order back", async () => {
    const { ref } = await claimed();
    const path = await offered(ref, "p_haram");
    await post(`${path}/accept`);
    const version = sure(/name="version" value="(\d+)"/.exec(await sara.get(`/orders/${ref}`))?.[1]);
    await sara.post(`/orders/${ref}/give_back`, { reason: "late", version });
    const page = await get(path);
    expect(page.html).toContain("لم يعد هذا الطلب لديكم");
    expect(page.html).not.toContain("العمري");
    expect((await post(`${path}/move`, { move: "done" })).status).toBe(409);
  });

  it("opens nothing to a link that we did not sign, or one of another order", async () => {
    const [one, two] = [await claimed(), await claimed()];
    const path = await offered(one.ref, "p_haram");
    await offered(two.ref, "p_haram");
    const signature = sure(path.split("/").at(-1));
    const turned = `${signature.at(-1) === "A" ? "B" : "A"}`;
    for (const wrong of [
      path.slice(0, -1) + turned,
      path.replace(one.ref.slice(3), two.ref.slice(3)),
      path.replace(/_.{16}\//, "_AAAAAAAAAAAAAAAA/"),
      path.slice(0, -3),
      path.replace(one.ref.slice(3), "99999"),
      "/offer/x/y",
    ]) {
      const { status, html } = await get(wrong);
      expect([wrong, status]).toEqual([wrong, 404]);
      expect(html).not.toContain(one.ref);
      expect((await post(`${wrong}/accept`)).status).toBe(404);
    }
  });

  it("is not answered by another site's form, and is logged without its key or words", async () => {
    const { ref } = await claimed();
    const path = await offered(ref, "p_haram");
    for (const foreign of ["https://evil.example", "null", ""])
      expect((await post(`${path}/accept`, {}, foreign)).status).toBe(403);
    expect(sure(await office.store.orders.get(ref)).partner).toBeUndefined();
    await post(`${path}/decline`, { reason: "our lift is broken" });
    const text = JSON.stringify(logged);
    for (const hidden of [sure(path.split("/").at(-1)), "lift", "العمري"]) expect(text).not.toContain(hidden);
  });

  it("is for who may get orders at all, and for who holds the order to make", async () => {
    const { ref } = await claimed();
    await office.store.partners.save([
      samplePartner("rests", {
        ...{ services: ["hotel_booking"], state: { status: "paused_by_itself", at: 1 } },
      }),
    ]);
    for (const partner of ["p_rests", "p_none", ""])
      expect((await sara.post(`/orders/${ref}/offer`, { partner })).status).toBe(422);
    await sara.post(`/orders/${ref}/release`);
    expect((await sara.post(`/orders/${ref}/offer`, { partner: "p_haram" })).status).toBe(409);
  });

  it("takes the last day of what was issued, and another one where that was wrong, also once it is done", async () => {
    const id = sure(parseConversationId(`c_${opaque()}`));
    await office.engine.openConversation({ channel: "web", address: id, language: "ar", id });
    const entered = { conversation: id, service: "insurance_request", fields: {} };
    const acted = await office.engine.enterOrder(entered);
    const { ref } = sure(acted.type === "done" ? acted.order : undefined);
    await sara.post(`/orders/${ref}/claim`);
    const path = await offered(ref, "p_insurer");
    await post(`${path}/accept`);
    await post(`${path}/move`, { move: "in_progress:issued" });
    await post(`${path}/move`, { move: "done" });
    expect((await get(path)).html).not.toContain("Correct the last day");
    const until = async () => (await office.store.orders.get(ref))?.fields.valid_until?.value;
    await post(`${path}/expiry`, { valid_until: "2027-03-15" });
    const { html } = await get(path);
    expect(html).toMatch(/Correct the last day[\s\S]*value="2027-03-15"/);
    await post(`${path}/expiry`, { valid_until: "2027-05-13" });
    expect(await until()).toBe("2027-05-13");
  });

  it("asks who comes too often to wait", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 400 && statuses.at(-1) !== 429; n += 1)
      statuses.push((await get("/offer/x/y")).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
