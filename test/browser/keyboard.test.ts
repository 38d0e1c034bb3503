/** A whole small conversation with nothing but keys, as somebody without a mouse, or with a screen reader, holds it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Customer, customerAt } from "./customer.ts";
import { openSetting, type Setting } from "./setting.ts";

let setting: Setting;

beforeAll(async () => {
  setting = await openSetting();
}, 60_000);
afterAll(() => setting.close());

/** More presses of Tab than the page has stops. */
const enough = 40;

describe("the chat page without a mouse", () => {
  it("takes a request to an order, reads new lines out, and keeps the focus in sight", async () => {
    const customer = await customerAt(setting, "ar");
    const { page } = customer;
    const log = page.getByRole("log");
    expect(await log.getAttribute("aria-live"), "nothing is new yet").toBe("off");
    await tabTo(page, "#text");
    await types(customer, "أبي فندق في جدة الخميس ليلتين لشخصين غرفة وحدة باسم محمد العتيبي 0501234567");
    await customer.hears("ملخص الطلب");
    expect(await log.getAttribute("aria-live")).toBe("polite");
    expect(await log.locator(".line").count(), "every line stands in what is read out").toBe(2);

    await tabTo(page, ".choice:enabled");
    expect(await page.locator(":focus").innerText()).toBe("اعتماد");
    expect(await outlineOf(page), "the focus can be seen").not.toBe("none");
    await page.keyboard.press("Enter");
    await customer.hears("سجّلنا طلبك برقم");
    expect(await page.locator("#text:focus").count(), "the focus is not lost with the button").toBe(1);

    await types(customer, "وين طلبي");
    expect(await customer.answer()).toMatch(/BR-\d+/);
    expect(setting.complaints).toEqual([]);
  });

  it("opens, walks and leaves its menus and windows by keys", async () => {
    const { page } = await customerAt(setting, "en");
    await page.locator("#text").fill("hello");
    await page.keyboard.press("Enter");
    await page.locator("#lines > .line").nth(1).waitFor();
    await tabTo(page, "#menu-button");
    await page.keyboard.press("Enter");
    expect(await page.locator("#menu-button").getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Enter");
    expect(await page.locator("#link-dialog[open] :focus").innerText()).toBe("Copy link");
    await page.keyboard.press("Escape");
    await page.locator("#link-dialog").waitFor({ state: "hidden" });
    expect(await page.locator("#menu-button").getAttribute("aria-expanded")).toBe("false");
    expect(await page.locator(":focus").getAttribute("id"), "the focus goes back").toBe("menu-button");
    expect(setting.complaints).toEqual([]);
  });
});

/** Types into whatever has the focus, sends, and waits until the office has it. */
async function types({ page }: Customer, text: string): Promise<void> {
  const own = page.locator("#lines > .line-own");
  const before = await own.count();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await own.nth(before).waitFor();
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < enough; pressed += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

function outlineOf(page: Page): Promise<string> {
  return page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
}
