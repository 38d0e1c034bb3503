/** Pictures, albums and voice notes in the queue's pages, and the routes that bring them. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Conversation } from "../../../src/domain/conversation.ts";
import type { ChatLine, Content } from "../../../src/domain/message.ts";
import { albumsIn } from "../../../src/web/queue/frame/albums.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

let office: SmallOffice;
let visitor: Visitor;
let chat: Conversation;
const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251);

beforeEach(async () => {
  office = smallOffice();
  await office.agent("agent", "en");
  chat = office.chat(["hello", "Welcome"], "en");
  visitor = new Visitor(office.app);
  await visitor.logIn("agent@example.com", password);
});

const idOf = (letter: string) => `f_${letter.repeat(22)}`;

function keep(letter: string, mediaType: string, more: { readonly small?: Uint8Array<ArrayBuffer> } = {}) {
  const id = idOf(letter) as never;
  const about = { id, conversation: chat.id, sha256: letter.repeat(64), at: noon };
  office.documents.set(id, {
    body: bytes,
    document: { ...about, mediaType, bytes: bytes.length, name: `${letter}.file` },
    ...more,
  });
  return id as string;
}

/** Lines as `seconds` after noon. */
function says(...lines: readonly (Omit<ChatLine, "seq" | "at"> & { readonly after?: number })[]): ChatLine[] {
  const made = lines.map(({ after = 0, ...line }, index) => ({
    ...line,
    seq: index + 1,
    at: noon + after * 1_000,
  }));
  office.lines.set(chat.id, made);
  office.chats.set(chat.id, { ...chat, lastSeq: made.length });
  return made;
}

const media = (letter: string, mediaType: string, caption?: string) => ({
  document: idOf(letter) as never,
  name: `${letter}.file`,
  mediaType,
  bytes: 1_000,
  ...(caption !== undefined && { caption }),
});
const photo = (letter: string, caption?: string) =>
  ({
    from: "customer",
    content: { type: "photo", ...media(letter, "image/jpeg", caption) } as Content,
  }) as const;
const voice = (more: object = {}) =>
  ({ from: "customer", content: { type: "voice", ...media("v", "audio/ogg"), ...more } as Content }) as const;
const page = () => visitor.get(`/chats/${chat.id}`);

describe("a voice note in the queue", () => {
  it("has a player with a name, fetches nothing by itself, and has what was heard below it", async () => {
    says(voice({ seconds: 65, text: "three <b>nights</b> in Jeddah" }));
    const html = await page();
    const player = /<audio[^>]*>/.exec(html)?.[0] ?? "";
    expect(player).toContain("controls");
    expect(player).toContain('preload="none"');
    expect(player).toContain(`src="/queue/documents/${idOf("v")}"`);
    expect(player).toContain('aria-label="voice message (1:05)"');
    expect(html.indexOf("three &lt;b&gt;nights")).toBeGreaterThan(html.indexOf("<audio"));
  });

  it("can be played from any second: parts of it are given as parts", async () => {
    const id = keep("v", "audio/ogg");
    const ask = (headers: Record<string, string>) => visitor.send("GET", `/documents/${id}`, { headers });
    const middle = await ask({ range: "bytes=100-199" });
    expect(middle.status).toBe(206);
    expect(middle.headers.get("content-range")).toBe("bytes 100-199/1000");
    expect(middle.headers.get("content-length")).toBe("100");
    expect(new Uint8Array(await middle.arrayBuffer())).toEqual(bytes.slice(100, 200));
    const whole = await ask({});
    expect([whole.status, whole.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
    const behind = await ask({ range: "bytes=1000-" });
    expect([behind.status, behind.headers.get("content-range")]).toEqual([416, "bytes */1000"]);
    const changed = await ask({ range: "bytes=0-9", "if-range": '"another"' });
    expect(changed.status).toBe(200);
    const same = await ask({ range: "bytes=0-9", "if-range": whole.headers.get("etag") ?? "" });
    expect(same.status).toBe(206);
  });

  it("is written down as opened once, not for every part", async () => {
    const id = keep("v", "audio/ogg");
    for (const range of ["bytes=0-", "bytes=100-", "bytes=500-"])
      await visitor.send("GET", `/documents/${id}`, { headers: { range } });
    expect(office.logged.filter(({ message }) => message === "a file was opened")).toHaveLength(1);
  });
});

describe("a picture in the queue", () => {
  it("has its place before it has come, inside the link that saves it", async () => {
    says(photo("p"));
    const html = await page();
    const link = /<a class="file"[^>]*>[\s\S]*?<\/a>/.exec(html)?.[0] ?? "";
    expect(link).toContain(`href="/queue/documents/${idOf("p")}"`);
    expect(link).toMatch(
      /<img[^>]*src="\/queue\/thumbnails\/f_p+"[^>]*alt=""[^>]*width="224"[^>]*height="168"/,
    );
    expect(link).toContain("p.file");
  });

  it("comes as its small copy, behind the login, kept but asked about each time", async () => {
    const id = keep("p", "image/jpeg", { small: new Uint8Array([1, 2, 3]) });
    const path = `/thumbnails/${id}`;
    const response = await visitor.send("GET", path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    const tag = response.headers.get("etag") ?? "";
    expect((await visitor.send("GET", path, { headers: { "if-none-match": tag } })).status).toBe(304);
    const stranger = await new Visitor(office.app).send("GET", path, { headers: { "if-none-match": tag } });
    expect(stranger.status).toBe(303);
  });

  it("of which no copy can be made is nothing at all, and an unknown one is not there", async () => {
    expect((await visitor.send("GET", `/thumbnails/${keep("p", "image/jpeg")}`)).status).toBe(204);
    expect((await visitor.send("GET", `/thumbnails/${idOf("x")}`)).status).toBe(404);
    expect((await visitor.send("GET", "/thumbnails/..%2f..%2fetc%2fpasswd")).status).toBe(404);
  });

  it("is no picture where the file is none", async () => {
    says({ from: "customer", content: { type: "document", ...media("d", "application/pdf") } });
    const html = await page();
    expect(html).toContain(`/queue/documents/${idOf("d")}`);
    expect(html).not.toContain('<img class="thumb"');
  });

  it("stands in the order's field too", async () => {
    const file = { id: idOf("p"), name: "p.file", type: "image/jpeg", bytes: 1_000 };
    const evidence = { text: "", messageId: "m0", start: 0, end: 0, by: "embedded" } as const;
    const { ref } = office.order(chat, { fields: { photo: { value: [file as never], evidence } } });
    const html = await visitor.get(`/orders/${ref}`);
    expect(html).toContain(`/queue/thumbnails/${idOf("p")}`);
  });
});

describe("pictures that were sent together", () => {
  it("stand together under the first, each where links to its line lead, with what was said after them", async () => {
    says(photo("a", "the front"), { from: "office", text: "Thank you" }, photo("b"), photo("c"));
    const html = await page();
    expect(html).toContain("Pictures sent together: 3");
    const items = [...html.matchAll(/<li class="line ([\w ]+)" id="line-(\d)"/g)].map(([, from, seq]) => [
      from,
      seq,
    ]);
    expect(items).toEqual([
      ["customer", "1"],
      ["office", "2"],
    ]);
    for (const seq of [1, 2, 3, 4]) expect(html.split(`id="line-${seq}"`)).toHaveLength(2);
    expect(html).toContain("the front");
    expect(html.indexOf("f_cccc")).toBeLessThan(html.indexOf("Thank you"));
  });

  it("are no album when a person's words, a minute, or another kind of message lies between them", () => {
    const text = { from: "customer", content: { type: "text", text: "and" } } as const;
    const staff = { from: "agent", name: "Omar", text: "thanks" } as const;
    for (const lines of [
      [photo("a"), text, photo("b")],
      [photo("a"), staff, photo("b")],
      [photo("a"), voice(), photo("b")],
      [photo("a"), { ...photo("b"), after: 61 }],
    ])
      expect(albumsIn(says(...lines)).size).toBe(0);
    // Each within a minute of the one before it.
    const slow = says(photo("a"), { ...photo("b"), after: 50 }, { ...photo("c"), after: 100 });
    expect(albumsIn(slow).get(1)).toHaveLength(3);
  });
});

describe("a file that was not kept", () => {
  it("says in words what it was", async () => {
    says(
      { from: "customer", content: { type: "unsupported", what: "file_too_large" } },
      { from: "customer", content: { type: "unsupported", what: "file_empty" } },
    );
    const html = await page();
    expect(html).toContain("larger than 20 MB");
    expect(html).toContain("nothing is in it");
  });
});
