/** Every page in both languages, light and dark, on a phone and on a desk: nothing for axe to find, and nothing that sticks out. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerAt } from "./customer.ts";
import { fillMorning, type Morning } from "./morning.ts";
import { picture } from "./picture.ts";
import { desktop, openSetting, phone, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;
let morning: Morning;

beforeAll(async () => {
  setting = await openSetting();
  morning = await fillMorning(setting);
}, 60_000);
afterAll(() => setting.close());

const hotel = {
  ar: "أبي فندق في جدة الخميس ليلتين لشخصين",
  en: "I need a hotel in Jeddah from Thursday, two nights",
};
const whole = {
  ar: "أبي فندق في جدة الخميس ليلتين لشخصين غرفة وحدة باسم محمد العتيبي 0501234567",
  en: "Hotel in Jeddah from Thursday, two nights, two guests, one room, name Omar Haddad, 0501234567",
};

describe.each(["ar", "en"] as const)("the customer's pages (%s)", (language) => {
  it("pass axe and fit the screen", async () => {
    const context = await setting.context();
    const page = await context.newPage();
    const found: string[] = [];
    await page.goto(`${setting.base}/?lang=${language}`);
    found.push(...(await faultsOf(page, "home")));
    await page.goto(`${setting.base}/chat?lang=${language}`);
    await page.locator("#welcome").waitFor();
    found.push(...(await faultsOf(page, "empty chat")));
    const asking = await customerAt(setting, language);
    await asking.asks(hotel[language]);
    found.push(...(await faultsOf(asking.page, "chat with a question")));
    const choosing = await customerAt(setting, language);
    await choosing.asks(whole[language]);
    await choosing.page.locator(".choice:enabled").first().waitFor();
    found.push(...(await faultsOf(choosing.page, "chat with choices")));
    await choosing.page.click("#menu-button");
    found.push(...(await faultsOf(choosing.page, "chat menu")));
    await choosing.page.click("#open-link");
    found.push(...(await faultsOf(choosing.page, "return link")));
    expect(found).toEqual([]);
    expect(setting.complaints).toEqual([]);
  }, 60_000);
});

describe.each(["ar", "en"] as const)("the office's pages (%s)", (language) => {
  it("pass axe and fit the screen on every list, order and chat", async () => {
    const stranger = await (await setting.context()).newPage();
    await stranger.goto(`${setting.base}/queue/login?language=${language}`);
    const found = await faultsOf(stranger, "login");
    const page = await staffAt(setting, "noura", language);
    const paths = [
      "",
      "/mine",
      "/waiting",
      "/done",
      `/orders/${morning.claimed}`,
      `/chats/${morning.waiting}`,
      "/agents",
      "/lines",
      "/partners",
      "/partners/p_demo_deerah_couriers",
      "/partners/p_demo_deerah_couriers/edit",
      "/partners/import",
    ];
    for (const path of paths) {
      await page.goto(`${setting.base}/queue${path}`);
      found.push(...(await faultsOf(page, `/queue${path}`)));
      if (path === "" && language === "ar")
        await picture(page, "queue-ar-desktop", { width: 1280, height: 720 });
      if (path.startsWith("/orders") && language === "en") await picture(page, "order-en-phone", phone);
    }
    expect(found).toEqual([]);
    expect(setting.complaints).toEqual([]);
  }, 60_000);
});

// Before complaints and requests between departments stand in the list: a partner is offered a customer's order.
describe.each(["ar", "en"] as const)("a partner's pages (%s)", (language) => {
  it("pass axe and fit the screen, from the offer to the order's next step", async () => {
    const staff = await staffAt(setting, "noura", language);
    await staff.goto(`${setting.base}/queue`);
    const ref = await staff.locator("[data-ref]").first().getAttribute("data-ref");
    await staff.goto(`${setting.base}/queue/orders/${ref}`);
    await staff.locator('form[hx-post$="/claim"] button').click();
    await staff.locator('form[hx-post$="/offer"] button').first().click();
    const link = await staff.locator('input[id^="link-of_"]').first().inputValue();
    const found = await faultsOf(staff, "order with an offer");
    const page = await (await setting.context()).newPage();
    await page.goto(`${link}?lang=${language}`);
    found.push(...(await faultsOf(page, "offer")));
    if (language === "ar") await picture(page, "offer-ar-phone", phone);
    await page.locator('form[action*="/accept"] button').click();
    await page.locator('form[action*="/move"] button').first().waitFor();
    found.push(...(await faultsOf(page, "accepted offer")));
    await page.goto(`${link.slice(0, -4)}none`);
    found.push(...(await faultsOf(page, "wrong link")));
    expect(found).toEqual([]);
    // A wrong link is a page that is not there, and browsers complain of it.
    expect(setting.complaints.splice(0).filter((text) => !text.includes("404"))).toEqual([]);
  }, 60_000);
});

describe.each(["ar", "en"] as const)("a complaint's pages (%s)", (language) => {
  it("pass axe and fit the screen, from the words of a caller to the answer", async () => {
    const page = await staffAt(setting, "noura", language);
    // An order has one complaint at a time: each language has an order of its own.
    if (language === "ar") await page.goto(`${setting.base}/queue/orders/${morning.claimed}`);
    else {
      await page.goto(`${setting.base}/queue`);
      await ofCustomers(page).first().locator("a.card-link").click();
    }
    await page.locator("#complain-form summary").click();
    await page.locator("#complain-words").fill("وصلت الغرفة غير نظيفة، ولم يرد أحد على الاتصال");
    await page.locator("#complain-form button").click();
    const link = page.locator('section:has(#complain-form) li a[href*="/orders/"]').first();
    await link.waitFor();
    const found = await faultsOf(page, "order with a complaint");
    const path = await link.getAttribute("href");
    await page.goto(`${setting.base}/queue?view=complaints`);
    found.push(...(await faultsOf(page, "complaints")));
    await page.goto(`${setting.base}${path}`);
    found.push(...(await faultsOf(page, "complaint")));
    await page.locator('form[hx-post$="/claim"] button').click();
    await page.locator("#answer-words").fill("نعتذر عمّا حدث، وتم تغيير الغرفة.");
    found.push(...(await faultsOf(page, "complaint with its form")));
    await page.locator('form[hx-post$="/answer_complaint"] button').click();
    await page.locator("#answer-form:not([open])").waitFor();
    found.push(...(await faultsOf(page, "answered complaint")));
    expect(found).toEqual([]);
    expect(setting.complaints).toEqual([]);
  }, 60_000);
});

describe.each(["ar", "en"] as const)("the pages of departments (%s)", (language) => {
  it("pass axe and fit the screen, from who is in one to an order that is handed over", async () => {
    const page = await staffAt(setting, "noura", language);
    await page.goto(`${setting.base}/queue/agents`);
    const make = page.locator('form[hx-post="/queue/agents/departments"] button');
    if ((await make.count()) > 0) await make.click();
    const own = page.locator("li.card", { hasText: "noura@demo.example" });
    await own.locator("summary").click();
    await own.locator('input[value="p_reception"]').check();
    const found = await faultsOf(page, "staff with departments");
    await own.locator('form[hx-post$="/departments"] button').click();
    await page.locator("#notice.good").waitFor();
    await page.goto(`${setting.base}/queue/requests/new`);
    found.push(...(await faultsOf(page, "what can be asked")));
    await page.goto(`${setting.base}/queue/requests/new/it_request`);
    await page.locator("#ask-kind").selectOption("fault");
    await page.locator("#ask-details").fill("كلمة المرور: Abc12345");
    await page.locator("main form button.primary").click();
    await page.locator("#wrong-details").waitFor();
    found.push(...(await faultsOf(page, "a refused request")));
    await page.locator("#ask-details").fill("الطابعة متوقفة");
    await page.locator("main form button.primary").click();
    await page.waitForURL(/sent=BR-/);
    found.push(...(await faultsOf(page, "requests")));
    await page.locator("a.card-link").first().click();
    await page.locator("#withdraw summary").click();
    found.push(...(await faultsOf(page, "a request")));
    await page.goto(`${setting.base}/queue`);
    await ofCustomers(page).first().locator("a.card-link").click();
    await page.locator("#hand-off summary").click();
    await page.locator("#hand-off-note").fill("يلزم اعتماد الشراء");
    const to = await page.locator("#hand-off-to option").first().getAttribute("value");
    await page.locator("#hand-off-to").selectOption(to);
    await page.locator('form[hx-post$="/hand_off"] button').click();
    await page.locator("#hand-back summary").click();
    found.push(...(await faultsOf(page, "an order that was handed over")));
    await page.goto(`${setting.base}/queue?view=departments`);
    found.push(...(await faultsOf(page, "the list of a department")));
    expect(found).toEqual([]);
    // What was refused is 422, and browsers complain of it.
    expect(setting.complaints.splice(0).filter((text) => !text.includes("422"))).toEqual([]);
  }, 60_000);
});

/** Cards of what customers ordered: no complaints, no requests between departments. */
const ofCustomers = (page: Page) =>
  page.locator("li.card", { hasNotText: /طلب داخلي|Internal request|شكوى|Complaint/ });

const isLong = process.env.FAULTS === "long";
const colourRules = ["color-contrast", "link-in-text-block"];

/** Light and dark; each fault with the page, the rule and where it stands. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const viewport of [phone, desktop]) {
    await page.setViewportSize(viewport);
    const width = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (width > viewport.width) found.push(`${name}: ${width} px wide on a screen of ${viewport.width}`);
    // Arabic on the phone and English on the desk here; `npm run faults` looks at each on both.
    const isArabic = await page.evaluate<boolean>("document.documentElement.lang === 'ar'");
    if (!isLong && isArabic !== (viewport === phone)) continue;
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      // Without frames there is nothing that axe would need a page of its own for.
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      // The scheme changes colours alone.
      const { violations, passes } = await (colorScheme === "dark"
        ? axe.withRules(colourRules)
        : axe
      ).analyze();
      if (passes.length === 0) found.push(`${name}: axe looked at nothing`);
      for (const { id, nodes } of violations)
        found.push(
          `${name} (${viewport.width}, ${colorScheme}): ${id} at ${nodes.map(({ target }) => target).join("; ")}`,
        );
    }
  }
  return found;
}
