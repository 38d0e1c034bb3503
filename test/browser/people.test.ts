/** Between people: a customer who wants a person, and two colleagues who reach for the same order. */
import type { Page, Route } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerMissing, customerAt, parcelAnswers } from "./customer.ts";
import { openSetting, type Setting } from "./setting.ts";
import { staffAt } from "./staff.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
beforeEach(() => void setting.complaints.splice(0));
afterAll(() => setting.close());

describe("a customer who wants a person", () => {
  it("gets one under their own name, and the bot back afterwards", async () => {
    const desk = await staffAt(setting, "salem", "en");
    await desk.click('[data-tab="waiting"]');
    await desk.locator(".empty").waitFor();
    const customer = await customerAt(setting, "ar");
    expect(await customer.asks("أبغى أكلم موظف")).toContain("طلبنا لك موظفًا");

    await desk.locator("#cards .card-link").click();
    await desk.getByRole("button", { name: "Take this chat" }).click();
    await customer.hears("معك الآن Salem Bakr");
    await desk.fill("#reply", "أهلًا، كيف أساعدك؟");
    await desk.getByRole("button", { name: "Send" }).click();
    await customer.hears("أهلًا، كيف أساعدك؟");
    const line = customer.heard.filter({ hasText: "كيف أساعدك" });
    expect(await line.locator(".speaker").innerText()).toBe("Salem Bakr");

    // A question that the bot would answer: it stays silent, and the colleague sees it without a reload.
    await customer.says("متى تفتحون؟");
    await desk.locator("#lines .line.customer", { hasText: "متى تفتحون؟" }).waitFor();
    await desk.getByRole("button", { name: "Hand back to the bot" }).click();
    await customer.hears("نتابع معك هنا آليًا");
    expect(await customer.count("الأحد"), "the bot did not answer meanwhile").toBe(0);
    expect(await customer.asks("متى تفتحون؟")).toContain("الأحد");
    await desk.click('[data-tab="waiting"]');
    await desk.locator(".empty").waitFor();
    expect(setting.complaints).toEqual([]);
  });
});

describe("two agents who claim at once", () => {
  it("leaves the order with one of them, and tells the other who has it", async () => {
    const customer = await customerAt(setting, "en");
    const first = await customer.asks("parcel of books, 2 kg, from Riyadh to Jeddah tomorrow");
    await answerMissing(customer, first, parcelAnswers);
    const ref = /BR-\d+/.exec(await customer.presses("Place"))?.[0] ?? "";

    const pages = [await staffAt(setting, "noura", "en"), await staffAt(setting, "salem", "en")] as const;
    const meet = meeting(pages.length);
    for (const page of pages) {
      await page.goto(`${setting.base}/queue/orders/${ref}`);
      await page.route("**/claim", meet);
    }
    const notices = await Promise.all(pages.map(claim));
    expect(notices.filter((text) => text === "The order is yours.")).toHaveLength(1);
    const winner = notices.indexOf("The order is yours.") === 0 ? "نورة الحربي" : "Salem Bakr";
    expect(notices).toContain(`${winner} was faster and has this order now.`);
    const order = await setting.office.store.orders.get(ref as never);
    expect(order?.state).toMatchObject({ status: "assigned" });
    expect(setting.complaints.filter((text) => !text.includes("409"))).toEqual([]);
  });
});

async function claim(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Claim this order" }).click();
  await page.locator("#notice.notice.good, #notice.notice.bad").waitFor();
  return (await page.locator("#notice").innerText()).trim();
}

/** Holds each request until all have come, so that they reach the office together. */
function meeting(size: number): (route: Route) => Promise<void> {
  const arrived: (() => void)[] = [];
  return async (route) => {
    await new Promise<void>((resolve) => {
      arrived.push(resolve);
      if (arrived.length === size) for (const go of arrived) go();
    });
    await route.continue();
  };
}
