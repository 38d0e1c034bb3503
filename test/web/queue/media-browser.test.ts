/** Pictures and voice notes in a real browser, under the real policy: they come without moving the page, and play without a mouse. */
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { Content } from "../../../src/domain/message.ts";
import type { Order } from "../../../src/domain/order.ts";
import { openBrowser } from "../../browser/browser.ts";
import { openQueueWindow, type QueueWindow } from "./queue-window.ts";
import { noon, type SmallOffice, smallOffice } from "./small-office.ts";

let browser: Browser;
let opened: QueueWindow;
let office: SmallOffice;
let chat: Conversation;
let order: Order;
let base: string;
let page: Page;
let complaints: string[];
/** Holds small copies back until it is called. */
let letThrough: () => void;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

const idOf = (name: string) => `f_${name.padEnd(22, "0")}`;

async function picture(name: string, width: number, height: number, colour: string): Promise<Content> {
  const drawn = sharp({ create: { width, height, channels: 3, background: colour } }).webp();
  return keep(name, "image/jpeg", `${name}.jpg`, new Uint8Array(await drawn.toBuffer()));
}

/** Twenty seconds of a tone: what the route says of a file is what the browser believes. */
function tone(): Uint8Array<ArrayBuffer> {
  const rate = 8_000;
  const wav = Buffer.alloc(44 + 20 * rate, 128);
  wav.write("RIFF", 0);
  wav.writeUInt32LE(36 + 20 * rate, 4);
  wav.write("WAVEfmt ", 8);
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, 20 * rate],
  ] as const)
    wav.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wav.writeUInt16LE(value, at);
  wav.write("data", 36);
  for (let at = 44; at < wav.length; at += 1) wav[at] = 128 + 90 * Math.sin(at / 3);
  return new Uint8Array(wav);
}

function keep(id: string, mediaType: string, name: string, small?: Uint8Array<ArrayBuffer>): Content {
  const body = mediaType.startsWith("audio/") ? tone() : new Uint8Array(180_000);
  const about = { mediaType, name, bytes: body.length };
  const document = { ...about, id: idOf(id) as never, conversation: chat.id, sha256: id.repeat(9), at: noon };
  office.documents.set(idOf(id), { body, document, ...(small && { small }) });
  const type = mediaType.startsWith("audio/") ? "voice" : "photo";
  return { type, document: idOf(id) as never, ...about };
}

beforeEach(async () => {
  office = smallOffice();
  office.clock.real = Date.now();
  await office.agent("admin", "en");
  chat = office.chat(["hello", "Welcome"], "en");
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const album = [
    await picture("front", 480, 270, "#2f7d6b"),
    await picture("side", 270, 480, "#8a5a2b"),
    await picture("back", 300, 300, "#555577"),
  ];
  const voice = {
    ...keep("voice", "audio/wav", "note.ogg"),
    seconds: 20,
    text: "three nights in Jeddah",
  } as Content;
  const contents = [
    await picture("alone", 400, 300, "#31557f"),
    ...album,
    voice,
    keep("broken", "image/png", "broken.png"),
  ];
  const said = contents.map((content, index) => ({
    ...({ from: "customer", id: `p${index}`, content } as const),
    seq: index + 1,
    at: noon + (index === 0 ? 0 : index < 5 ? 120_000 + index : 400_000),
  }));
  office.lines.set(chat.id, said);
  chat = { ...chat, lastSeq: said.length };
  office.chats.set(chat.id, chat);
  const evidence = { text: "", messageId: "p1", start: 0, end: 0, by: "embedded" } as const;
  const files = album.map((content) => {
    if (content.type !== "photo") throw new Error("no photo");
    return { id: content.document, name: content.name, type: content.mediaType, bytes: content.bytes };
  });
  order = office.order(chat, { fields: { contents: { value: files, evidence } } });

  opened = await openQueueWindow(browser, office, { path: "thumbnails/*", pass: () => held });
  ({ base, page, complaints } = opened);
}, 60_000);

afterEach(async () => {
  letThrough();
  await opened.close();
});

const inPage = <T>(expression: string) => page.evaluate(expression) as Promise<T>;
/** Where every line begins: what would move if something jumped. */
const places = () =>
  inPage<number[]>(
    `[...document.querySelectorAll(".line")].map((part) => Math.round(part.getBoundingClientRect().top))`,
  );

describe("pictures in a browser", { timeout: 30_000 }, () => {
  it("come without moving anything, and one that can't be drawn leaves its link", async () => {
    await page.setViewportSize({ width: 1280, height: 2_400 });
    await page.goto(`${base}/chats/${chat.id}`);
    const before = await places();
    const broken = page.locator("a.file", { hasText: "broken.png" });
    letThrough();
    await expect
      .poll(() =>
        inPage<boolean>(
          `[...document.querySelectorAll("img.thumb")].filter((image) => image.naturalWidth > 0).length === 4`,
        ),
      )
      .toBe(true);
    expect(await places()).toEqual(before);
    expect(await broken.isVisible()).toBe(true);
    await expect.poll(() => broken.locator("img").count()).toBe(0);
    await page.reload();
    expect(await page.content()).not.toContain("/queue/thumbnails/f_broken");
    expect(complaints).toEqual([]);
  });

  it("have no fault that axe knows, fit on a phone, and stand in the order too", async () => {
    letThrough();
    for (const path of [`/chats/${chat.id}`, `/orders/${order.ref}`]) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(base + path);
      await page.locator("img.thumb").first().waitFor();
      expect(await inPage("document.documentElement.scrollWidth")).toBe(360);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
});

describe("a voice note in a browser", { timeout: 30_000 }, () => {
  it("plays by the keyboard, jumps, and plays on while the page changes", async () => {
    letThrough();
    await page.goto(`${base}/chats/${chat.id}`);
    const isPlayer = `document.activeElement.tagName === "AUDIO"`;
    for (let n = 0; n < 60 && !(await inPage(isPlayer)); n += 1) await page.keyboard.press("Tab");
    expect(await inPage(isPlayer)).toBe(true);
    await page.keyboard.press("Space");
    await expect.poll(() => inPage<boolean>(`document.querySelector("audio").currentTime > 0`)).toBe(true);
    await inPage(`window.player = document.querySelector("audio")`);
    await inPage(`player.currentTime = 9.5`);
    await expect.poll(() => inPage<boolean>("!player.seeking && player.currentTime >= 9.5")).toBe(true);
    const line = { from: "customer", content: { type: "text", text: "and one more thing" } } as const;
    office.lines.set(chat.id, [
      ...(office.lines.get(chat.id) ?? []),
      { ...line, seq: 7, at: noon + 500_000 },
    ]);
    office.chats.set(chat.id, { ...chat, lastSeq: 7, version: chat.version + 1 });
    office.changed([{ type: "chat", conversation: chat.id, lastSeq: 7 }]);
    await page.locator("#line-7").waitFor();
    expect(await inPage("player.paused")).toBe(false);
    expect(await inPage(`document.querySelector("audio") === player`)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
