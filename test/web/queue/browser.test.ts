/** The queue in a real browser: live changes, words that stay, one stream a browser, the content security policy, and axe. */
import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Agent } from "../../../src/domain/agent.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { Order } from "../../../src/domain/order.ts";
import { openBrowser } from "../../browser/browser.ts";
import { openQueueWindow, type QueueWindow } from "./queue-window.ts";
import { noon, type SmallOffice, smallOffice } from "./small-office.ts";

let browser: Browser;
let opened: QueueWindow;
let office: SmallOffice;
let base: string;
let context: BrowserContext;
let page: Page;
let agent: Agent;
let chat: Conversation;
let order: Order;
let streams: number;
/** What the browser complained about: errors, refused content, failed scripts. */
let complaints: string[];

const evidence = { text: "books", messageId: "m0", start: 8, end: 13, by: "embedded" } as const;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  office = smallOffice();
  office.clock.real = Date.now();
  agent = await office.agent("admin", "en");
  chat = office.chat(["send 3 books", "Where to?", "to Jeddah"], "en");
  order = office.order(chat, {
    fields: { contents: { value: "books", evidence } },
    promisedBy: noon - 60_000,
  });
  streams = 0;
  opened = await openQueueWindow(browser, office, { path: "events", pass: () => (streams += 1) });
  ({ base, context, page, complaints } = opened);
}, 60_000);

afterEach(() => opened.close());

const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
/** An expression in the page, in whose language there is a `document`. */
const inPage = <T>(expression: string, on = page) => on.evaluate(expression) as Promise<T>;
const cardsAre = (count: number) => expect.poll(() => page.locator(".card").count()).toBe(count);

describe("the queue in a browser", () => {
  it("shows a new order without a reload, says so politely, and counts it", async () => {
    await inPage("window.untouched = true");
    const fresh = office.order(chat, { promisedBy: noon + 60_000 });
    office.changed([{ type: "order", ref: fresh.ref, version: 1, conversation: chat.id }]);
    await page.waitForSelector(`#${fresh.ref}.fresh`);
    expect(await page.textContent("#live")).toContain(`A new order has arrived: ${fresh.ref}`);
    expect(await page.textContent('[data-tab="open"] .count')).toBe("2");
    expect(await page.title()).toBe("(2) Open · Enjaz Services Office");
    expect(await inPage("window.untouched")).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("claims, moves and replies without leaving the page, and empties only what was accepted", async () => {
    await page.click(`#${order.ref} .card-link`);
    await page.fill("#reply", "half a sentence");
    await press("Claim this order");
    await page.waitForSelector(".notice.good");
    expect(await page.textContent("#notice")).toBe("The order is yours.");
    expect(await page.inputValue("#reply")).toBe("half a sentence");
    await press("Picked up");
    await page.waitForSelector(".pill.in_progress");
    await press("Send");
    await page.waitForSelector(".line.agent");
    expect(await page.inputValue("#reply")).toBe("");
    expect(await inPage("document.activeElement.tagName")).not.toBe("BODY");
    expect(complaints).toEqual([]);
  });

  it("keeps what is typed and unfolded while others change the order, and shows the change", async () => {
    await page.goto(`${base}/orders/${order.ref}`);
    await press("Claim this order");
    await page.waitForSelector("#correct-contents summary");
    await page.click("#correct-contents summary");
    await page.fill("#value-contents", "seven boo");
    await office.act(agent, { type: "note", text: "a colleague was here" }, order.ref);
    await page.waitForSelector("text=a colleague was here");
    expect(await page.inputValue("#value-contents")).toBe("seven boo");
    expect(await page.getAttribute("#correct-contents", "open")).not.toBeNull();
    expect(await page.textContent("#notice")).toBe("The order is yours.");
    await page.fill("#value-contents", "seven books");
    await page.fill("#reason-contents", "counted");
    await page.click("#correct-contents button");
    await page.waitForSelector("text=The correction is saved.");
    expect(await page.textContent("#field-contents .value")).toBe("seven books");
    expect(complaints).toEqual([]);
  });

  it("tells who was faster, with the newest state, and loses no typed word when the office is gone", async () => {
    await page.goto(`${base}/orders/${order.ref}`);
    await inPage(`document.querySelector("[data-live]").setAttribute("data-live", "off")`);
    const other = await office.agent("head", "en");
    await office.act(other, { type: "claim" }, order.ref);
    await press("Claim this order");
    await page.waitForSelector(".notice.bad");
    expect(await page.textContent("#notice")).toContain("Omar Head was faster");
    await page.fill("#reply", "are you there?");
    await context.setOffline(true);
    await press("Send");
    await page.waitForSelector("text=The connection was lost");
    expect(await page.inputValue("#reply")).toBe("are you there?");
  });

  it("opens one stream for all tabs, and every tab sees the change", async () => {
    const tabs = [page, await context.newPage(), await context.newPage()];
    for (const tab of tabs) await tab.goto(`${base}/mine`);
    for (const tab of tabs) await tab.goto(base);
    const before = streams;
    const fresh = office.order(chat, {});
    await page.waitForTimeout(300);
    office.changed([{ type: "order", ref: fresh.ref, version: 1, conversation: chat.id }]);
    for (const tab of tabs) {
      await tab.bringToFront();
      await tab.waitForSelector(`#${fresh.ref}`);
    }
    expect(streams - before).toBeLessThanOrEqual(1);
    await tabs[0]?.close();
    const next = office.order(chat, {});
    await tabs[1]?.waitForTimeout(500);
    office.changed([{ type: "order", ref: next.ref, version: 1, conversation: chat.id }]);
    await tabs[1]?.waitForSelector(`#${next.ref}`);
  });

  it("goes to the evidence's line, brings more of a long list, and lets a session end", async () => {
    for (let n = 0; n < 40; n += 1) office.order(chat, {});
    await page.goto(base);
    expect(await page.locator(".card").count()).toBe(25);
    await page.click("text=Show more");
    await cardsAre(41);
    const fresh = office.order(chat, {});
    office.changed([{ type: "order", ref: fresh.ref, version: 1, conversation: chat.id }]);
    await cardsAre(42);

    await page.goto(`${base}/orders/${order.ref}`);
    await page.click("#field-contents .evidence a");
    expect(await inPage("document.activeElement.id")).toBe("line-1");

    await office.deps.people.changeAgent(agent.id, { disabled: true });
    await press("Claim this order");
    await page.waitForURL(/\/queue\/login/);
  });

  it.each(["ar", "en"] as const)(
    "sets a price on a phone (%s), with nothing for axe to find",
    async (language) => {
      await office.deps.people.changeAgent(agent.id, { language });
      await office.act(agent, { type: "claim" }, order.ref);
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${base}/orders/${order.ref}`);
      await page.click("#price-form summary");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
      expect(await inPage("document.documentElement.scrollWidth")).toBe(360);
      expect(await tooSmall(page)).toEqual([]);
      await page.fill("#price-government", "300");
      await page.fill("#price-office", "٩٩٫٥");
      await page.click("#price-form button");
      await page.waitForSelector(".price .total");
      expect(await page.textContent(".price .total")).toContain("414.43");
      expect(office.orders.get(order.ref)?.state.status).toBe("quoted");
      expect(await inPage("document.documentElement.scrollWidth")).toBe(360);
      expect(complaints).toEqual([]);
    },
  );

  it("tells on the open page that a line is held up, and that it is back", async () => {
    await inPage("window.untouched = true");
    office.officeLines.book.report("telegram", { type: "away", why: "unreachable" });
    await page.waitForSelector("#line-banner");
    expect(await page.textContent("#line-banner")).toContain("Telegram: away");
    office.officeLines.book.report("telegram", { type: "working" });
    await page.waitForSelector("#line-banner", { state: "detached" });
    expect(await inPage("window.untouched")).toBe(true);
    expect(complaints).toEqual([]);
  });

  it("shows the newest code for linking by itself, and keeps the number that is being typed", async () => {
    const { book } = office.officeLines;
    book.report("whatsapp", { type: "needs_link", qr: "2@first" });
    await page.goto(`${base}/lines`);
    const source = () => page.getAttribute(".qr", "src");
    const first = await source();
    await page.click("#number-whatsapp summary");
    await page.fill("#phone-whatsapp", "05012");
    book.report("whatsapp", { type: "needs_link", qr: "2@second" });
    await expect.poll(source).not.toBe(first);
    await expect.poll(() => inPage(`document.querySelector(".qr").naturalWidth > 0`)).toBe(true);
    expect(await page.inputValue("#phone-whatsapp")).toBe("05012");
    book.report("whatsapp", { type: "working", as: "+966501234567" });
    await page.waitForSelector(".qr", { state: "detached" });
    expect(complaints).toEqual([]);
  });

  it("shows how far a message came as it comes, and sends a failed one again", async () => {
    const become = (delivery: "delivered" | "failed", problem?: string) => {
      const lines = office.lines.get(chat.id) ?? [];
      const [line] = lines.slice(1, 2);
      if (line) office.lines.set(chat.id, lines.with(1, { ...line, delivery, ...(problem && { problem }) }));
      office.changed([{ type: "delivery", conversation: chat.id, seq: 2 }]);
    };
    await page.goto(`${base}/chats/${chat.id}`);
    become("delivered");
    await page.waitForSelector("#line-2 .delivery.delivered");
    become("failed", "undelivered");
    await page.waitForSelector("#line-2 .delivery.failed");
    await press("Send again");
    await page.waitForSelector("#line-2 .delivery.waiting");
    expect(await page.textContent("#notice")).toBe("The message is on its way again.");
    expect(office.again).toEqual([{ conversation: chat.id, seq: 2 }]);
    expect(complaints).toEqual([]);
  });

  it("has nothing that axe objects to and nothing wider than a phone, in both languages and schemes", async () => {
    office.chats.set(chat.id, {
      ...(office.chats.get(chat.id) ?? chat),
      person: { since: noon, reason: "asked", mutedUntil: noon + 1 },
    });
    await office.act(agent, { type: "claim" }, order.ref);
    office.order(chat, {});
    troubles();
    const paths = [
      "",
      "/mine",
      "/waiting",
      "/done",
      "/search?q=x",
      `/orders/${order.ref}`,
      `/chats/${chat.id}`,
    ];
    for (const [language, colorScheme] of [
      ["en", "light"],
      ["ar", "dark"],
    ] as const) {
      await office.deps.people.changeAgent(agent.id, { language });
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      for (const path of [...paths, "/lines", "/agents", "/account", "/nowhere"]) {
        await page.goto(base + path);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.target])]).toEqual([path, []]);
        expect([path, await inPage("document.documentElement.scrollWidth")]).toEqual([path, 360]);
        expect([path, await tooSmall(page)]).toEqual([path, []]);
      }
    }
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
  }, 120_000);
});

/** Lines in every kind of trouble, and messages that did not arrive. */
function troubles(): void {
  const { book, backlog } = office.officeLines;
  backlog.set("telegram", 12);
  for (const problem of ["slow_down", "retry_later", "retry_later"]) book.failed("telegram", problem);
  book.report("telegram", { type: "refused", why: "bad_token" });
  book.report("whatsapp", { type: "needs_link", why: "logged_out", qr: "2@qr", code: "ABCD-EFGH" });
  const said = ["read", "failed", "failed"].map((delivery, index) => ({
    seq: index + 4,
    at: noon,
    from: "office",
    text: "Where to?",
    delivery,
    ...(delivery === "failed" && { problem: index === 1 ? "address_gone" : "overtaken" }),
  }));
  office.lines.set(chat.id, [...(office.lines.get(chat.id) ?? []), ...said] as never);
}

/** What a finger would miss: controls less than 44 px high that are not words in a line of text. */
function tooSmall(on: Page): Promise<string[]> {
  return inPage(
    `[...document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, .tabs a")]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5)
      .map((element) => element.outerHTML.slice(0, 80))`,
    on,
  );
}
