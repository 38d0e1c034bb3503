import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { Fields } from "../../../src/domain/answer.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { Language } from "../../../src/domain/language.ts";
import type { Order } from "../../../src/domain/order.ts";
import { visiblePieces, visibleText } from "../../../src/web/plain-text.tsx";
import { wordsIn } from "../../../src/web/queue/frame/words.ts";
import { samplePartner } from "../../store/sample-partner.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

/** What people have tried on other people's pages, and what merely looks like it. */
const payloads = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</textarea><svg/onload=alert(1)>",
  "javascript:alert(1)",
  "<hx-partial hx-target=body>x</hx-partial>",
  '<a hx-get="/queue" hx-trigger="load">x</a>',
  "{{constructor.constructor('alert(1)')()}}",
  "<!--<script>-->",
  "]]><x>",
  "&lt;b&gt;",
  "=cmd|'/c calc'!A1",
];

function fieldsOf(text: string): Fields {
  const evidence = { text, messageId: "m0", start: 0, end: text.length, by: "embedded" } as const;
  return {
    contents: { value: text, evidence },
    pickup: { value: { text, city: text, short: "RRRD2929" }, evidence },
    recipient_name: { value: text, evidence },
    from_city: { value: text, evidence },
    unknown_field: { value: [{ id: "f_x" as never, name: text, type: "image/png", bytes: 3 }], evidence },
  };
}

type Story = { office: SmallOffice; visitor: Visitor; chat: Conversation; order: Order };

/** An office in which everything that people can write is this text. */
async function storyOf(text: string, language: Language): Promise<Story> {
  const office = smallOffice({ demo: true, rehearsal: true });
  const agent = await office.agent("admin", language);
  const made = office.chat([text, text, text], language);
  const chat: Conversation = {
    ...made,
    known: {
      customer_name: { value: text, evidence: { text, messageId: "m0", start: 0, end: 1, by: "known" } },
    },
    person: {
      since: noon - 60_000,
      reason: "complaint",
      mutedUntil: noon + 60_000,
      agent: { id: "a_x" as never, name: text },
    },
  };
  office.chats.set(chat.id, chat);
  const lines = office.lines.get(chat.id) ?? [];
  const media = { document: "f_x" as never, name: text, mediaType: "image/png", bytes: 1, caption: text };
  const extra = [
    { from: "customer", content: { type: "photo", ...media } },
    { from: "customer", content: { type: "location", latitude: 1, longitude: 2, label: text } },
    { from: "customer", content: { type: "contact", name: text, phone: text } },
    { from: "customer", content: { type: "edit", of: "m0", text } },
    { from: "customer", content: { type: "reaction", emoji: text } },
    { from: "customer", content: { type: "choice", value: text } },
    { from: "customer", content: { type: "unsupported", what: "sticker" } },
    { from: "office", text, choices: [{ value: "q1:a", label: text }], delivery: "failed" },
    { from: "customer", content: { type: "choice", value: "q1:a" } },
    { from: "agent", text, name: text, delivery: "waiting", document: media },
  ] as const;
  office.lines.set(chat.id, [
    ...lines,
    ...extra.map((line, index) => ({ ...line, seq: lines.length + index + 1, at: noon })),
  ] as never);
  const order = office.order(chat, {
    fields: fieldsOf(text),
    contract: text,
    promisedBy: noon - 1,
    claim: { agent: agent.id, name: text, since: noon },
    state: { status: "in_progress", at: noon, stage: "picked_up" },
  });
  office.order(chat, { state: { status: "cancelled", at: noon, by: { type: "customer" }, reason: text } });
  office.order(chat, { fields: fieldsOf(text) });
  const by = { type: "agent", name: text } as const;
  office.history.set(order.ref, [
    { at: noon, to: "placed", by, what: "placed", note: text },
    { at: noon, from: "placed", to: "in_progress", stage: "in_transit", by, what: "moved", note: text },
    { at: noon, to: "in_progress", by, what: "corrected", field: { name: text, before: text, after: text } },
  ]);
  await office.partners.save([
    samplePartner("x", {
      name: { ar: text, en: text },
      cities: [text],
      contacts: { phone: text },
      demo: true,
    }),
  ]);
  const visitor = new Visitor(office.app);
  await visitor.logIn("admin@example.com", password);
  return { office, visitor, chat, order };
}

async function allPages({ office, visitor, chat, order }: Story, text: string): Promise<Map<string, string>> {
  const paths = [
    "/",
    "/mine",
    "/waiting",
    "/done",
    `/search?q=${encodeURIComponent(text)}`,
    `/orders/${order.ref}`,
    `/chats/${chat.id}`,
    "/agents",
    "/lines",
    "/account",
    "/nowhere",
    "/login",
  ];
  const pages = new Map<string, string>();
  for (const path of paths) pages.set(path.replace(/\?.*|BR-.*|c_.*/, ""), await visitor.get(path));
  const note = await visitor.post(`/orders/${order.ref}/correct`, {
    field: "phone",
    value: text,
    reason: text,
    version: String(order.version),
  });
  pages.set("a refused correction", await note.text());
  const added = await visitor.post("/agents", { name: text, email: text });
  pages.set("a refused agent", await added.text());
  expect(office.logged.filter(({ level }) => level === "error")).toEqual([]);
  return pages;
}

describe("every page", () => {
  let ordinary: Story;
  beforeEach(async () => {
    ordinary = await storyOf("كتب", "ar");
  });

  it("shows what people wrote as words, never as markup", async () => {
    const clean = await allPages(ordinary, "كتب");
    for (const payload of payloads) {
      const pages = await allPages(await storyOf(payload, "ar"), payload);
      for (const [path, html] of pages) {
        // Neutral words make as many tags as hostile ones: nothing of a payload became one.
        expect([payload, path, tagsOf(html)]).toEqual([payload, path, tagsOf(clean.get(path) ?? "")]);
      }
    }
  }, 120_000);

  it("uses no attribute that a browser would have to evaluate, and no style of its own", async () => {
    for (const language of ["ar", "en"] as const) {
      const story = await storyOf("كتب", language);
      for (const [path, html] of await allPages(story, "كتب")) {
        const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
        const banned = tags.filter((tag) =>
          /\shx-on|\shx-vals|\son[a-z]+=|\sstyle=|["'\s]js:|href="javascript:|hx-trigger="[^"]*\[/i.test(tag),
        );
        expect([path, banned]).toEqual([path, []]);
        expect(html).not.toMatch(/<style|<script(?![^>]* src="\/assets\/)/i);
      }
    }
  }, 60_000);

  it("speaks the agent's language, in its direction, with the office's banners", async () => {
    for (const language of ["ar", "en"] as const) {
      const story = await storyOf("كتب", language);
      const words = wordsIn(language);
      const { order, chat, visitor } = story;
      for (const path of [
        "/",
        "/mine",
        "/done",
        "/waiting",
        `/orders/${order.ref}`,
        `/chats/${chat.id}`,
        "/agents",
      ]) {
        const html = (await visitor.get(path)).replaceAll("&#39;", "'");
        expect(html).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
        expect(html).toContain(words.demo);
        expect(html).toContain(words.rehearsal);
        expect(html).toContain(words.waitingTab);
        expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
      }
    }
  }, 60_000);

  it("is never kept by a browser, and asks htmx for no evaluated code and no inline style", async () => {
    const page = await ordinary.visitor.send("GET", "/");
    expect(page.headers.get("cache-control")).toBe("no-store");
    const config = /<meta name="htmx-config" content="([^"]+)"/.exec(await page.text())?.[1] ?? "";
    expect(JSON.parse(config.replaceAll("&quot;", '"'))).toMatchObject({
      includeIndicatorCSS: false,
      history: false,
      mode: "same-origin",
    });
  });

  it("makes invisible and direction-changing characters visible", async () => {
    const sly = "abc\u202Egpj.exe\u200B\u2066\uFEFF\u0000\u00AD";
    const story = await storyOf(sly, "en");
    for (const [path, html] of await allPages(story, sly)) {
      if (["/agents", "/account", "/nowhere", "/login"].includes(path)) continue;
      // What was typed comes back as typed, inside a box; everywhere else it is shown.
      const shown = html.replace(/value="[^"]*"/g, "").replace(/\u2068|\u2069/g, "");
      expect([path, /[\u202e\u200b\u2066\ufeff\u00ad]/.test(shown)]).toEqual([path, false]);
    }
    expect(await story.visitor.get(`/orders/${story.order.ref}`)).toContain(
      'abc<span class="control">U+202E</span>gpj.exe<span class="control">U+200B</span>',
    );
  });
});

describe("visiblePieces", () => {
  it("leaves ordinary writing alone: Persian joiners, emoji families, Arabic marks, tabs and lines", () => {
    for (const text of ["می\u200cخواهم", "👩\u200d👩\u200d👧 👍🏽", "السَّلامُ عليكم", "a\tb\nc", "١٢٣ ﷼"])
      expect(visiblePieces(text)).toEqual([text]);
  });

  it("names joiners that join nothing, lone halves of pairs, tags and fillers", () => {
    expect(visibleText("\u200dA 1\u200c2 \ud800 \u{e0041} \u3164 \u034f")).toBe(
      "[U+200D]A 1[U+200C]2 [U+D800] [U+E0041] [U+3164] [U+034F]",
    );
  });

  it("lets our own isolates pass only in what we composed", () => {
    expect(visiblePieces("\u2068x\u2069\u202e", true)).toEqual(["\u2068x\u2069", { code: "U+202E" }]);
    expect(visiblePieces("\u2068x")).toEqual([{ code: "U+2068" }, "x"]);
  });
});

describe("the queue's style sheet and script", () => {
  const asset = (name: string) =>
    readFileSync(join(import.meta.dirname, "../../../src/web/assets", name), "utf8");

  it("names no left or right: one sheet serves both directions", () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/m;
    for (const sheet of [
      "queue.css",
      "queue/forms.css",
      "queue/lists.css",
      "queue/detail.css",
      "queue/line-cards.css",
    ]) {
      const rules = asset(sheet).replace(/\/\*[\s\S]*?\*\/|@media[^{]*/g, "");
      expect([sheet, physical.exec(rules)?.[0]]).toEqual([sheet, undefined]);
    }
  });

  it("writes no markup and evaluates nothing", () => {
    expect(asset("queue.js")).not.toMatch(
      /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|eval\(|new Function/,
    );
  });
});

/** Tag names and attribute names in order, without the words between and inside them. */
function tagsOf(html: string): string {
  return (html.match(/<\/?[a-z!][^>]*>/gi) ?? [])
    .map((tag) => tag.replace(/"[^"]*"/g, '""').replace(/\s(?:selected|open)\b/g, ""))
    .join("\n");
}
