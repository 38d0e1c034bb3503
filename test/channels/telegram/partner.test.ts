/** Partners on Telegram: joined by a code, offered an order, one of them takes it by a button and carries it out; the other is told. */
import { describe, expect, it, vi } from "vitest";
import { namePartner } from "../../../src/dispatch/reach.ts";
import { offerIdOf } from "../../../src/domain/ids.ts";
import type { Order } from "../../../src/domain/order.ts";
import { freshPartnerCode, hashOfPartnerCode } from "../../../src/turn/partner-codes.ts";
import { jpeg } from "../../documents/sample-files.ts";
import { randomBytes } from "../../kit.ts";
import { partnerIdOf, samplePartner } from "../../store/sample-partner.ts";
import { noura } from "../../turn/bench-office.ts";
import { sure } from "../../web/tiny-office.ts";
import { openTelegramOffice } from "./real-office.ts";

type Setting = Awaited<ReturnType<typeof openTelegramOffice>>;
const soon = { timeout: 15_000, interval: 5 };

/** A partner whose courier has joined from the chat of this Telegram user. */
async function joined({ office, person }: Setting, name: string, user: number, language: "ar" | "en") {
  const code = freshPartnerCode(randomBytes);
  const contacts = { linkCode: { code: hashOfPartnerCode(code), until: office.engine.now() + 60_000 } };
  await office.store.partners.save([
    samplePartner(name, { contacts, languages: [language], services: ["parcel_delivery"] }),
  ]);
  const one = person(user, language);
  const welcome = await one.answerTo(() => one.customer.says(`/start ${code}`));
  return { ...one, code, welcome, id: partnerIdOf(name) };
}

async function orderOf({ orders, person }: Setting, user: number): Promise<Order> {
  const { customer, answerTo } = person(user, "en");
  const says = (text: string) => answerTo(() => customer.says(text));
  await says("Hi, I want to send a parcel of books, 3 kg, from Riyadh to Jeddah tomorrow");
  await says("Olaya, King Fahd Road, building 12");
  await says("Al Rawdah district, Jeddah, Sari street 5");
  await says("0555555555");
  let bubble = await says("0501234567");
  for (let n = 0; n < 5 && !bubble.text.includes("Your request"); n += 1) bubble = await says("skip");
  await says("yes");
  const [order] = await orders(String(user));
  return sure(order);
}

async function offer({ office }: Setting, order: Order, name: string): Promise<void> {
  const openChat = () => Promise.reject(new Error("it has a chat of its own"));
  const deps = { openChat, secretOf: async () => undefined, mails: false };
  const partner = await namePartner(deps, sure(await office.store.partners.get(partnerIdOf(name))));
  const act = {
    type: "offer",
    offer: offerIdOf(order.ref, name.padEnd(16, "x")),
    partner,
    minutes: 30,
  } as const;
  expect((await office.engine.act(noura, act, { ref: order.ref })).type).toBe("done");
}

describe("partners on Telegram", () => {
  it("join by a code, take an order by a button, carry it out by taps, and the slower one is told", async () => {
    const setting = await openTelegramOffice();
    const { office, api, person } = setting;
    const fast = await joined(setting, "fast", 71, "ar");
    const slow = await joined(setting, "slow", 72, "en");
    expect(fast.welcome.text).toContain("شريك fast");
    const order = await orderOf(setting, 73);
    const newest = async () => sure(await office.store.orders.get(order.ref));
    await office.engine.act(noura, { type: "claim" }, { ref: order.ref });
    const shown = await fast.answerTo(() => offer(setting, order, "fast"));
    const other = await slow.answerTo(() => offer(setting, order, "slow"));
    expect(shown.text).toContain("عرض 11");
    expect(other.text).toContain("Offer 11");
    // Nothing of the customer before acceptance.
    expect(shown.text).not.toMatch(/050|Olaya/);
    const taken = await fast.answerTo(() => fast.customer.press("قبول 11"));
    expect(taken.text).toContain(order.ref);
    expect(taken.text).toContain("Olaya");
    expect((await newest()).partner?.id).toBe(fast.id);
    await vi.waitFor(() => expect(api.bubblesOf("72").at(-1)?.text).toContain("faster"), soon);
    // An old button is judged by how things stand now.
    const old = sure(other.buttons.flat().find(({ text }) => text === "Accept 11")).callback_data;
    const late = await slow.answerTo(() => slow.customer.pressOld(String(old)));
    expect(late.text).toContain("faster");
    const moved = await fast.answerTo(() => fast.customer.press("استُلمت من المرسل"));
    expect(moved.text).toContain("11");
    expect((await newest()).state).toMatchObject({ status: "in_progress", stage: "picked_up" });
    await vi.waitFor(() => expect(api.bubblesOf("73").at(-1)?.text).toContain("courier"), soon);
    await fast.answerTo(() => fast.customer.file("photo", jpeg(300, 200)));
    const history = await office.store.orders.history(order.ref);
    expect(history.at(-1)).toMatchObject({ what: "proof", partner: { id: fast.id } });
    const customer = person(73, "en");
    const told = await customer.answerTo(() => fast.customer.says("للعميل: أنا عند الباب"));
    expect(told.text).toContain("أنا عند الباب");
    await office.idle();
    const back = await fast.answerTo(() => customer.customer.answers("coming down", told.id));
    expect(back.text).toContain("coming down");
    await fast.answerTo(() => fast.customer.press("العميل لا يرد"));
    await vi.waitFor(() => expect(api.bubblesOf("73").at(-1)?.text).toContain("trying to reach you"), soon);
    const done = await fast.answerTo(() => fast.customer.press("مكتمل"));
    expect(done.text).toContain("تم");
    expect((await newest()).state.status).toBe("done");
  });
});
