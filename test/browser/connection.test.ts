/** What holds when the connection, the page or the whole office goes away in the middle of a chat. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asCustomer, customerAt } from "./customer.ts";
import { openSetting, phone, type Setting } from "./setting.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
beforeEach(() => void setting.complaints.splice(0));
afterAll(() => setting.close());

/** Browsers report every request that met nobody; all else is a complaint. */
const unreachable = /Failed to load resource: net::ERR_/;

const complaints = () => setting.complaints.filter((text) => !unreachable.test(text));

describe("the chat page", () => {
  it("shows the same chat after a reload", async () => {
    const customer = await customerAt(setting, "ar", { viewport: phone });
    await customer.asks("أبي فندق في مكة الخميس ليلتين");
    const before = await customer.page.locator("#lines").innerText();
    await customer.page.reload();
    await customer.heard.first().waitFor();
    expect(await customer.page.locator("#lines").innerText()).toBe(before);
    expect(await customer.page.locator("#welcome").isVisible()).toBe(false);
    expect(await customer.asks("4")).not.toBe("");
    expect(complaints()).toEqual([]);
  });

  it("opens the same chat by its return link in another browser, and both follow it", async () => {
    const first = await customerAt(setting, "en");
    await first.asks("I need a hotel in Jeddah for two nights");
    await first.page.click("#menu-button");
    await first.page.click("#open-link");
    const link = await first.page.inputValue("#link");
    await first.page
      .locator("#qr")
      .evaluate((image: unknown) => (image as { decode(): Promise<void> }).decode());
    await first.page.keyboard.press("Escape");

    const context = await setting.context({ viewport: phone });
    const page = await context.newPage();
    await page.goto(link);
    const second = asCustomer(page);
    await second.hears("Jeddah");
    expect(await page.getAttribute("html", "lang"), "in the chat's language").toBe("en");
    expect(page.url(), "the key does not stay in the address").not.toContain("s=");
    const said = await second.asks("Thursday");
    await first.hears(said.split("\n")[0] ?? "");
    expect(complaints()).toEqual([]);
  });

  it("keeps what is written while offline, marks it, and sends it once", async () => {
    const customer = await customerAt(setting, "ar");
    await customer.asks("السلام عليكم");
    const own = customer.page.locator("#lines > .line-own");
    const context = customer.page.context();
    await context.setOffline(true);
    await customer.page.locator("#connection").waitFor();
    await customer.page.fill("#text", "أبي فندق في جدة الخميس ليلتين");
    await customer.page.press("#text", "Enter");
    await customer.page.locator("#pending .meta", { hasText: "ستُرسل عند عودة الاتصال" }).waitFor();
    await customer.page.reload().catch(() => undefined);

    await context.setOffline(false);
    await customer.page.goto(`${setting.base}/chat`);
    await own.nth(1).waitFor();
    await customer.hears("26 نوفمبر");
    await customer.page.locator("#pending > li").waitFor({ state: "detached" });
    expect(await own.count()).toBe(2);
    expect(await customer.page.locator("#connection").isVisible()).toBe(false);
    expect(complaints()).toEqual([]);
  });

  it("holds one stream when a slow line comes and goes", async () => {
    const customer = await customerAt(setting, "en");
    const { page } = customer;
    await customer.asks("hello");
    const streams = new Set<object>();
    page.on("request", (request) => {
      if (new URL(request.url()).pathname.endsWith("/events")) streams.add(request);
    });
    page.on("requestfinished", (request) => void streams.delete(request));
    page.on("requestfailed", (request) => void streams.delete(request));
    await page.route("**/messages?after=*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    for (let n = 0; n < 3; n += 1) await page.evaluate('dispatchEvent(new Event("online"))');
    await expect.poll(() => streams.size, { timeout: 10_000 }).toBe(1);
    await page.waitForTimeout(3_000);
    expect(streams.size).toBe(1);
  }, 30_000);

  it("catches up with what was written elsewhere while it was offline", async () => {
    const away = await customerAt(setting, "en");
    await away.asks("I need a hotel in Jeddah for two nights from Thursday");
    await away.page.click("#menu-button");
    await away.page.click("#open-link");
    const link = await away.page.inputValue("#link");
    await away.page.keyboard.press("Escape");
    const context = await setting.context();
    const page = await context.newPage();
    await page.goto(link);
    const present = asCustomer(page);
    await present.hears("Jeddah");

    await away.page.context().setOffline(true);
    await present.asks("two guests");
    await present.asks("one room");
    await away.page.context().setOffline(false);
    await away.page.locator("#lines > .line-own", { hasText: "one room" }).waitFor();
    await away.answer();
    const words = "#lines .words";
    expect(await away.page.locator(words).allInnerTexts()).toEqual(await page.locator(words).allInnerTexts());
    expect(complaints()).toEqual([]);
  });

  it("reconnects by itself when the office was stopped and started again", async () => {
    const customer = await customerAt(setting, "ar", { viewport: phone });
    const question = await customer.asks("أبي أرسل كتب وزنها 3 كيلو من الرياض إلى جدة بكرة");
    const asked = question.split("\n").at(-1) ?? "";
    await setting.restart(async () => {
      await customer.page.locator("#connection", { hasText: "انقطع الاتصال بالمكتب" }).waitFor();
      await customer.page.fill("#text", "حي العليا شارع التحلية");
      await customer.page.press("#text", "Enter");
      await customer.page.locator("#pending > li").waitFor();
    });
    await customer.page.locator("#lines > .line-own").nth(1).waitFor({ timeout: 15_000 });
    expect(await customer.answer()).toContain("شارع التحلية");
    await customer.page.locator("#connection").waitFor({ state: "hidden" });
    expect(await customer.page.locator("#lines > .line-own").count()).toBe(2);
    expect(await customer.count(asked)).toBe(1);
    expect(complaints()).toEqual([]);
  }, 30_000);
});
