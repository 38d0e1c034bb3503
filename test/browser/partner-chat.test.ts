/** A courier on a telephone, in a real browser: the link that opens the chat page as theirs, an offer taken by a tap, its steps, and the page behind an offer's link. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namePartner } from "../../src/dispatch/reach.ts";
import { type OrderRef, offerIdOf } from "../../src/domain/ids.ts";
import type { Language } from "../../src/domain/language.ts";
import { freshPartnerCode, hashOfPartnerCode } from "../../src/turn/partner-codes.ts";
import { offerPath } from "../../src/web/partner/link.ts";
import { randomBytes } from "../kit.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { noura } from "../turn/bench-office.ts";
import { fieldOf } from "../turn/partner-office.ts";
import { sure } from "../web/tiny-office.ts";
import { asCustomer } from "./customer.ts";
import { openSetting, phone, type Setting } from "./setting.ts";

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
afterAll(() => setting.close());

/** A code for a partner, made where there is none yet. */
async function codeFor(name: string, language: Language): Promise<string> {
  const { store, engine } = setting.office;
  const code = freshPartnerCode(randomBytes);
  const linkCode = { code: hashOfPartnerCode(code), until: engine.now() + 3_600_000 };
  const known = await store.partners.get(partnerIdOf(name));
  const made = known ?? samplePartner(name, { languages: [language] });
  await store.partners.save([{ ...made, contacts: { ...made.contacts, linkCode } }]);
  return code;
}

/** An order that this partner is offered. */
async function offered(name: string): Promise<OrderRef> {
  const { engine, store } = setting.office;
  const fields = { contents: fieldOf("كتب"), from_city: fieldOf("Riyadh"), to_city: fieldOf("Jeddah") };
  const customer = await engine.openConversation({ channel: "web", address: `of ${name}`, language: "ar" });
  const acted = await engine.enterOrder({ conversation: customer.id, service: "parcel_delivery", fields });
  const { ref } = sure(acted.type === "done" ? acted.order : undefined);
  await engine.act(noura, { type: "claim" }, { ref });
  const openChat = () => Promise.reject(new Error("it has a chat of its own"));
  const deps = { openChat, secretOf: async () => undefined, mails: false };
  const partner = await namePartner(deps, sure(await store.partners.get(partnerIdOf(name))));
  const offer = offerIdOf(ref, name.padEnd(16, "x"));
  expect((await engine.act(noura, { type: "offer", offer, partner, minutes: 30 }, { ref })).type).toBe(
    "done",
  );
  await setting.office.idle();
  return ref;
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const wide = (await page.evaluate<number>("document.documentElement.scrollWidth")) > phone.width;
  return [...violations.map(({ id }) => id), ...(wide ? ["it is wider than the telephone"] : [])];
}

const words = {
  ar: {
    ...{ joined: "صارت هذه المحادثة مخصصة", offer: "عرض 11", accept: "قبول 11", yours: "أصبح الطلب 11" },
    ...{ step: "استُلمت من المرسل", noted: "سجّلنا للطلب 11", done: "مكتمل", end: "تم. شكرًا لكم" },
  },
  en: {
    ...{ joined: "This chat is now", offer: "Offer 11", accept: "Accept 11", yours: "Order 11" },
    ...{ step: "Picked up", noted: "Recorded for order 11", done: "Done", end: "is done. Thank you" },
  },
} as const;

describe.each(["ar", "en"] as const)("a courier's chat page on a telephone (%s)", (language) => {
  it("opens by its link once, takes an offer by a tap, and is led through the steps to the end", async () => {
    const name = `link_${language}`;
    const code = await codeFor(name, language);
    const context = await setting.context({ viewport: phone });
    const page = await context.newPage();
    await page.goto(`${setting.base}/chat?lang=${language}#p=${code}`);
    const courier = asCustomer(page);
    const said = words[language];
    await courier.hears(said.joined);
    expect(page.url()).not.toContain(code);
    expect(await faultsOf(page)).toEqual([]);
    const ref = await offered(name);
    await courier.hears(said.offer);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: said.accept, exact: true }).click();
    await courier.hears(said.yours);
    const orderOf = async () => sure(await setting.office.store.orders.get(ref));
    expect((await orderOf()).partner?.id).toBe(partnerIdOf(name));
    await page.getByRole("button", { name: said.step, exact: true }).last().click();
    await courier.hears(said.noted);
    expect((await orderOf()).state).toMatchObject({ status: "in_progress", stage: "picked_up" });
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: said.done, exact: true }).last().click();
    await courier.hears(said.end);
    expect((await orderOf()).state.status).toBe("done");

    // The link is good once: whoever opens it again is nobody's partner.
    const other = await (await setting.context({ viewport: phone })).newPage();
    await other.goto(`${setting.base}/chat?lang=${language}#p=${code}`);
    await other.locator("#notice:visible, #welcome:visible, .banner:visible").first().waitFor();
    expect(await asCustomer(other).count(said.joined)).toBe(0);
    expect(await faultsOf(other)).toEqual([]);
    expect(setting.complaints.filter((text) => !text.includes("status of 404"))).toEqual([]);
    await context.close();
  }, 60_000);

  it("takes the code as a message, too", async () => {
    const code = await codeFor(`typed_${language}`, language);
    const context = await setting.context({ viewport: phone });
    const page = await context.newPage();
    await page.goto(`${setting.base}/chat?lang=${language}`);
    const courier = asCustomer(page);
    expect(await courier.asks(code)).toContain(words[language].joined);
    expect(
      (await setting.office.store.partners.get(partnerIdOf(`typed_${language}`)))?.contacts.chat,
    ).toBeDefined();
    await context.close();
  }, 60_000);
});

describe.each(["ar", "en"] as const)("the page behind an offer's link on a telephone (%s)", (language) => {
  it("is answered by one tap, asks to confirm a change, and passes axe at every step", async () => {
    const name = `page_${language}`;
    const { office } = setting;
    const chat = await office.engine.openConversation({ channel: "web", address: name, language });
    const content = { type: "text", text: await codeFor(name, language) } as const;
    await office.receive({ channel: "web", address: chat.address, id: "joins", content });
    await office.idle();
    const ref = await offered(name);
    const page = await (await setting.context({ viewport: phone })).newPage();
    const [offer] = sure(sure(await office.store.orders.get(ref)).offers);
    await page.goto(`${setting.base}${offerPath(office.offerKey, sure(offer).id)}?lang=${language}`);
    expect(await faultsOf(page)).toEqual([]);
    const press = async (label: string, then: string) => {
      await page.getByRole("button", { name: label, exact: true }).click();
      await page.getByText(then).first().waitFor();
      expect([label, await faultsOf(page)]).toEqual([label, []]);
    };
    const isArabic = language === "ar";
    await press(
      isArabic ? "قبول الطلب" : "Accept the order",
      isArabic ? "أصبح الطلب لديكم" : "The order is yours",
    );
    expect(sure(await office.store.orders.get(ref)).partner?.id).toBe(partnerIdOf(name));
    const correct = {
      type: "correct",
      field: "contents",
      value: "ملابس",
      text: "ملابس",
      reason: "x",
    } as const;
    expect((await office.engine.act(noura, correct, { ref })).type).toBe("done");
    await page.reload();
    await page.getByText("ملابس").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press(
      isArabic ? "وصلنا التغيير" : "We know of it",
      isArabic ? "سجّلنا علمكم" : "we noted that you know",
    );
    expect(sure(await office.store.orders.get(ref)).confirmation?.state).toBe("seen");
    const step = isArabic ? "استُلمت من المرسل" : "Picked up";
    await press(step, isArabic ? "سُجّلت الخطوة" : "The step is recorded");
    await press(isArabic ? "مكتمل" : "Done", isArabic ? "سُجّلت الخطوة" : "The step is recorded");
    expect(sure(await office.store.orders.get(ref)).state.status).toBe("done");
  }, 60_000);
});
