/** The chat page in a real browser over a whole office: what customers see, with the wire cut, and with a keyboard alone. */
import type { AddressInfo } from "node:net";
import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RealOffice, realOffice } from "../web/real-office.ts";
import { openBrowser } from "./browser.ts";

let browser: Browser;
let office: RealOffice;
let server: ReturnType<typeof serve>;
let origin: string;
let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser();
  office = await realOffice();
  server = serve({ fetch: (...given) => office.app.fetch(...given), port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  await browser.close();
  await office.stop();
  server.close();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "ar-SA" });
  page = await context.newPage();
  faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(message.text()))
      faults.push(message.text());
  });
  return () => context.close();
});

const lines = () => page.locator("#lines .line");
const own = () => page.locator("#lines .line-own .words");
const pending = () => page.locator("#pending .line");

async function say(text: string): Promise<void> {
  await page.fill("#text", text);
  await page.press("#text", "Enter");
}

async function axeFinds(): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const hotel = {
  ar: "السلام عليكم، أبي أحجز فندق في جدة ليلتين من الخميس لشخصين باسم سارة العتيبي 0501234567",
  en: "Hotel in Riyadh, 3 nights from Thursday, 1 guest, name John Smith, 0507654321",
};

describe("the chat page in a browser", () => {
  it.each(["ar", "en"] as const)(
    "takes a request to an order, without anything for axe to find (%s)",
    async (language) => {
      await page.goto(`${origin}/chat?lang=${language}`);
      expect(await axeFinds()).toEqual([]);
      await say(hotel[language]);
      await page.locator(".choice:enabled").first().waitFor();
      expect(await axeFinds()).toEqual([]);
      await page.locator(".choice:enabled").first().click();
      await page
        .getByText(/BR-\d{5}/)
        .first()
        .waitFor();
      expect(await page.locator(".choice:enabled").count()).toBe(0);
      expect(await page.locator('.choice[aria-pressed="true"]').count()).toBe(1);
      const width = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(width).toBeLessThanOrEqual(360);
      expect(faults).toEqual([]);
    },
  );

  it("is wholly usable by the keyboard", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    await page.keyboard.type(hotel.en);
    await page.keyboard.press("Enter");
    await page.locator(".choice:enabled").first().waitFor();
    await page.locator(".choice:enabled").first().focus();
    await page.keyboard.press("Enter");
    await page
      .getByText(/BR-\d{5}/)
      .first()
      .waitFor();
    expect(await page.evaluate("document.activeElement.id")).toBe("text");
    await page.focus("#attach-button");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate("document.activeElement.id")).toBe("attach-location");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.id")).toBe("attach-button");
  });

  it("keeps what was written offline over a reload, and sends each once, in order", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    await say("hello");
    await lines().nth(1).waitFor();
    await page.route("**/messages*", (route) => route.abort("internetdisconnected"));
    await say("first word");
    await say("second word");
    expect(await pending().count()).toBe(2);
    await page.reload();
    await pending().nth(1).waitFor();
    await page.unroute("**/messages*");
    await page.evaluate("window.dispatchEvent(new Event('online'))");
    await expect
      .poll(() => own().allTextContents(), { timeout: 15_000 })
      .toEqual(["hello", "first word", "second word"]);
    await expect.poll(() => pending().count()).toBe(0);
  });

  it("doubles nothing when the answer to a message is lost", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    let lost = 0;
    await page.route("**/messages", async (route) => {
      if (route.request().method() !== "POST" || lost > 1) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await say("only once");
    await expect.poll(() => pending().count(), { timeout: 15_000 }).toBe(0);
    await page.waitForTimeout(500);
    expect(await own().allTextContents()).toEqual(["only once"]);
    expect(lost).toBeGreaterThan(0);
  });

  it("falls back to asking where streams are held up, and misses nothing", async () => {
    await page.route("**/events*", (route) => route.abort());
    await page.goto(`${origin}/chat?lang=en`);
    await say("hello");
    await lines().nth(1).waitFor();
    await say("where is my order?");
    await lines().nth(3).waitFor({ timeout: 15_000 });
    expect(await own().allTextContents()).toEqual(["hello", "where is my order?"]);
  });

  it("is the same chat after a reload and by its return link, whose key never leaves the fragment", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    await say("hello");
    await lines().nth(1).waitFor();
    const before = await lines().allTextContents();
    await page.reload();
    await lines().nth(1).waitFor();
    expect(await lines().allTextContents()).toEqual(before);
    await page.click("#menu-button");
    await page.click("#open-link");
    const key = (await page.inputValue("#link")).split("#s=")[1] ?? "";
    await expect.poll(() => page.evaluate("document.getElementById('qr').naturalWidth")).toBeGreaterThan(0);

    const other = await (await browser.newContext({ locale: "ar-SA" })).newPage();
    const asked: string[] = [];
    other.on("request", (request) => asked.push(request.url(), request.headers().referer ?? ""));
    await other.goto(`${origin}/chat?lang=en#s=${key}`);
    await other.locator("#lines .line").nth(1).waitFor();
    expect(await other.locator("#lines .line").allTextContents()).toEqual(before);
    expect(other.url()).toBe(`${origin}/chat?lang=en`);
    expect(
      asked.filter((url) => url.includes(key) && !url.startsWith(`${origin}/api/v1/chat/sessions/${key}/`)),
    ).toEqual([]);
    await other.context().close();
  });

  it("shows markup, bidi tricks and endless words as what they are", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    const nasty = `<img src=x onerror="document.title='owned'"> \u202eevil ${"w".repeat(400)} javascript:alert(1)`;
    await say(nasty);
    await lines().nth(1).waitFor();
    expect(await own().first().textContent()).toBe(nasty);
    expect(await page.locator("#lines img, #lines a").count()).toBe(0);
    expect(await page.title()).not.toBe("owned");
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  });

  it("sends a photo and a contact from its menu", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    );
    await page.setInputFiles("#files", { name: "one pixel.png", mimeType: "image/png", buffer: png });
    await page.locator("#lines img.picture").waitFor();
    await page.click("#attach-button");
    await page.click("#attach-contact");
    await page.fill("#contact-name", "Sara");
    await page.fill("#contact-phone", "0501234567");
    await page.keyboard.press("Enter");
    await page.locator("#lines .line-own", { hasText: "Sara" }).waitFor();
    await page.setInputFiles("#files", {
      name: "a.html",
      mimeType: "text/html",
      buffer: Buffer.from("<script>"),
    });
    await page.locator("#pending .state-failed").waitFor();
    expect(faults.filter((fault) => !fault.includes("415"))).toEqual([]);
  });

  it("tells the office when the language is switched, and stays in it", async () => {
    await page.goto(`${origin}/chat?lang=ar`);
    await say("السلام عليكم");
    await lines().nth(1).waitFor();
    await page.click("#language");
    await page.waitForURL("**/chat?lang=en");
    await lines().nth(3).waitFor();
    expect(await own().allTextContents()).toEqual(["السلام عليكم", "English"]);
    await page.goto(`${origin}/chat`);
    expect(await page.getAttribute("html", "lang")).toBe("en");
  });

  it("starts a new chat when asked, and not before it is confirmed", async () => {
    await page.goto(`${origin}/chat?lang=en`);
    await say("hello");
    await lines().nth(1).waitFor();
    await page.click("#menu-button");
    await page.click("#new-chat");
    await page.keyboard.press("Escape");
    expect(await lines().count()).toBe(2);
    await page.click("#menu-button");
    await page.click("#new-chat");
    await page.click("#confirm-yes");
    await page.locator("#welcome").waitFor();
    expect(await lines().count()).toBe(0);
  });
});
