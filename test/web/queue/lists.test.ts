import { beforeEach, describe, expect, it } from "vitest";
import type { Field } from "../../../src/domain/answer.ts";
import type { Conversation } from "../../../src/domain/conversation.ts";
import { relativeTime, spanOfTime } from "../../../src/web/queue/frame/moments.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let visitor: Visitor;
let chat: Conversation;

beforeEach(async () => {
  office = smallOffice();
  await office.agent("agent", "en");
  chat = office.chat(["hello"], "en");
  visitor = new Visitor(office.app);
  await visitor.logIn("agent@example.com", password);
});

const refs = (html: string) => [...html.matchAll(/data-ref="([^"]+)"/g)].map(([, ref]) => ref);

describe("the queue's lists", () => {
  it("say in words when they are empty", async () => {
    expect(await visitor.get("/")).toContain("No open orders right now");
    expect(await visitor.get("/mine")).toContain("You hold no orders");
    expect(await visitor.get("/waiting")).toContain("Nobody is waiting");
    expect(await visitor.get("/done")).toContain("No order has finished yet");
    expect(await visitor.get("/search?q=nothing")).toContain("Nothing found");
  });

  it("put the nearest promise first and mark a broken one by more than colour", async () => {
    const late = office.order(chat, { promisedBy: noon - 20 * 60_000 });
    const later = office.order(chat, { promisedBy: noon + 3_600_000 });
    const soon = office.order(chat, { promisedBy: noon + 60_000 });
    const html = await visitor.get("/");
    expect(refs(html)).toEqual([late.ref, soon.ref, later.ref]);
    expect(html).toMatch(
      /<strong class="late"><span class="sign" aria-hidden="true">!<\/span>20 minutes late/,
    );
    expect(html).toContain("in 1 hour");
  });

  it("hold what each promises: open, mine, finished, waiting, with counts on the tabs", async () => {
    const open = office.order(chat, {});
    const mine = office.order(chat, {});
    const done = office.order(chat, { state: { status: "done", at: noon } });
    await visitor.post(`/orders/${mine.ref}/claim`);
    office.chats.set(chat.id, {
      ...(office.chats.get(chat.id) ?? chat),
      person: { since: noon - 60_000, reason: "asked", mutedUntil: noon },
    });
    expect(refs(await visitor.get("/"))).toEqual([open.ref]);
    expect(refs(await visitor.get("/mine"))).toEqual([mine.ref]);
    expect(refs(await visitor.get("/done"))).toEqual([done.ref]);
    const waiting = await visitor.get("/waiting");
    expect(refs(waiting)).toEqual([chat.id]);
    expect(waiting).toContain("Asked for a person");
    expect([...waiting.matchAll(/data-count="(\d+)"/g)].map(([, n]) => n)).toEqual(["1", "1", "1"]);
  });

  it("say of a case whatever it is about that a message may not have arrived", async () => {
    const person = { since: noon, reason: "asked", mutedUntil: noon } as const;
    const doubt = "Nobody can say whether a message reached them";
    office.chats.set(chat.id, { ...chat, person });
    for (const path of ["/waiting", `/chats/${chat.id}`])
      expect(await visitor.get(path)).not.toContain(doubt);
    office.chats.set(chat.id, { ...chat, person: { ...person, doubts: [3] } });
    for (const path of ["/waiting", `/chats/${chat.id}`]) expect(await visitor.get(path)).toContain(doubt);
  });

  it("name the customer of an order that asks for no name, as its chat knows them", async () => {
    const name = {
      value: "Sara Q",
      evidence: { text: "Sara Q", messageId: "", start: 0, end: 6, by: "api" },
    };
    office.chats.set(chat.id, { ...chat, known: { customer_name: name as Field } });
    const { ref } = office.order(chat, { fields: {} });
    expect(await visitor.get("/")).toContain("Sara Q");
    expect(await visitor.get(`/search?q=${ref}`)).toContain("Sara Q");
    expect(await visitor.get(`/orders/${ref}`)).toContain("Sara Q");
  });

  it("bring more without losing or repeating one, page by page", async () => {
    const made = Array.from({ length: 60 }, () => office.order(chat, {}).ref).reverse();
    const seen: (string | undefined)[] = [];
    let html = await visitor.get("/");
    expect(html).toContain("Newest first");
    for (let page = 0; page < 10; page += 1) {
      seen.push(...refs(html));
      const more = /hx-get="\/queue(\?after=[^"]+)"/.exec(html)?.[1];
      if (!more) break;
      const part = await visitor.send("GET", `/${more}`, { headers: { "hx-request": "true" } });
      html = await part.text();
      expect(html).not.toContain("<main");
    }
    expect(seen).toEqual(made);
  });

  it("are reloaded as long as they are shown, within reason", async () => {
    for (let n = 0; n < 210; n += 1) office.order(chat, {});
    const part = async (limit: string) =>
      refs(
        await (await visitor.send("GET", `/?limit=${limit}`, { headers: { "hx-request": "true" } })).text(),
      ).length;
    expect(await part("75")).toBe(75);
    expect([await part("5"), await part("999"), await part("9999"), await part("x")]).toEqual([
      25, 200, 25, 25,
    ]);
  });

  it("begin anew at a broken cursor", async () => {
    const response = await visitor.send("GET", "/?after=broken");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/queue"]);
  });

  it("find by reference and by words, and say what was looked for", async () => {
    const order = office.order(chat, {
      fields: {
        contents: {
          value: "lamp",
          evidence: { text: "lamp", messageId: "m0", start: 0, end: 4, by: "exact" },
        },
      },
    });
    for (const query of [order.ref, "lamp"]) {
      const html = await visitor.get(`/search?q=${query}`);
      expect(refs(html)).toEqual([order.ref]);
      expect(html).toContain(`Results for ${query}`);
      expect(html).toContain(`value="${query}"`);
    }
    expect((await visitor.send("GET", "/search?q=%20")).status).toBe(303);
    expect((await visitor.send("GET", `/search?q=${"x".repeat(5_000)}`)).status).toBe(200);
  });

  it("come as a part for htmx and as a page for a visit", async () => {
    const part = await (await visitor.send("GET", "/", { headers: { "hx-request": "true" } })).text();
    expect(part).toMatch(/^<title>/);
    expect(part).toContain('<div id="page">');
    expect(part).not.toContain("<html");
    const page = await visitor.get("/");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page.match(/id="page"/g)).toHaveLength(1);
  });
});

describe("moments in words", () => {
  it("use all forms of the Arabic plural", () => {
    const minutes = (n: number) => spanOfTime(n * 60_000, "ar");
    expect([1, 2, 3, 11, 100].map(minutes)).toEqual(["دقيقة", "دقيقتان", "3 دقائق", "11 دقيقة", "ساعتان"]);
    expect(relativeTime(0, 2 * 60_000, "ar")).toBe("قبل دقيقتين");
    expect(relativeTime(0, 10_000, "ar")).toBe("الآن");
    expect(relativeTime(0, 86_400_000, "ar")).toBe("أمس");
  });

  it("round to the largest unit that says enough", () => {
    expect(relativeTime(0, 29_000, "en")).toBe("now");
    expect(relativeTime(0, 59.4 * 60_000, "en")).toBe("59 minutes ago");
    expect(relativeTime(0, 59.6 * 60_000, "en")).toBe("1 hour ago");
    expect(relativeTime(3 * 86_400_000, 0, "en")).toBe("in 3 days");
    expect(relativeTime(96 * 60_000, 0, "en")).toBe("in 96 minutes");
    expect(relativeTime(170 * 60_000, 0, "en")).toBe("in 2 hours");
    expect(relativeTime(120 * 60_000, 0, "ar")).toBe("خلال ساعتين");
    expect(spanOfTime(0, "en")).toBe("1 minute");
  });
});
