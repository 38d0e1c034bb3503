import { beforeEach, describe, expect, it } from "vitest";
import type { LineState } from "../../../src/channels/channel.ts";
import type { ConversationId } from "../../../src/domain/ids.ts";
import type { ChatLine } from "../../../src/domain/message.ts";
import { mayGoAgain } from "../../../src/web/queue/chats/delivery-view.tsx";
import { runsOf } from "../../../src/web/queue/lines/line-card.tsx";
import { lineWordsIn, shownAs } from "../../../src/web/queue/lines/line-words.ts";
import { problemText, problemWordsIn } from "../../../src/web/queue/lines/problem-words.ts";
import { noon, password, type SmallOffice, smallOffice } from "./small-office.ts";
import { Visitor } from "./visitor.ts";

const qr = "2@secret-code-of-a-session,abc,def";
const words = lineWordsIn("en");
const problemWords = problemWordsIn("en");

let office: SmallOffice;
let head: Visitor;

beforeEach(async () => {
  office = smallOffice();
  await office.agent("head", "en");
  head = new Visitor(office.app);
  await head.logIn("head@example.com", password);
});

async function visitorWith(role: "agent" | "admin", language: "ar" | "en" = "en"): Promise<Visitor> {
  await office.agent(role, language);
  const visitor = new Visitor(office.app);
  await visitor.logIn(`${role}@example.com`, password);
  return visitor;
}

const report = (channel: string, state: LineState) => office.officeLines.book.report(channel, state);
const notice = (html: string) =>
  /<div id="notice"[^>]*>(?:<bdi[^>]*>)?([^<]*)/.exec(html)?.[1]?.replaceAll("&#39;", "'") ?? "";
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/\s+/g, " ");
/** The words of one line's card. */
const cardOf = (html: string, channel: string) =>
  plain(
    new RegExp(`<li[^>]*aria-labelledby="channel-${channel}".*?</li>(?=<li class="card|</ul><p)`).exec(
      html,
    )?.[0] ?? "",
  );

describe("the page of lines", () => {
  it.each([
    [{ type: "starting" }, "connecting"],
    [{ type: "working", as: "@office_bot" }, "Customers see it as @office_bot"],
    [{ type: "away", why: "unreachable", retryAt: noon + 120_000 }, "do not answer"],
    [{ type: "away", why: "conflict" }, "Stop that program"],
    [{ type: "away", why: "slow_down" }, "asks to wait"],
    [{ type: "away", why: "browser" }, "started again by itself"],
    [{ type: "needs_link", why: "logged_out" }, "taken back"],
    [{ type: "refused", why: "bad_token" }, "TELEGRAM_BOT_TOKEN"],
    [{ type: "refused", why: "no_browser" }, "CHROMIUM_PATH"],
    [{ type: "refused", why: "banned" }, "banned this number"],
    [{ type: "refused", why: "bad_webhook" }, "WASIT_PUBLIC_URL"],
    [{ type: "deaf", waiting: 3, said: "Connection refused" }, "Waiting at the platform: 3"],
    [{ type: "deaf", waiting: 3, said: "Connection refused" }, "Connection refused"],
    [{ type: "deaf", waiting: 3, said: "503", turnedAway: true }, "does reach this office"],
  ] satisfies [LineState, string][])("says in words how a line is: %o", async (state, said) => {
    report("telegram", state);
    const card = cardOf(await head.get("/lines"), "telegram");
    expect(card).toContain(words.states[shownAs(state)]);
    expect(card).toContain(said);
  });

  it("tells what came and went, what waits, and the newest problems, each run once", async () => {
    const chat = office.chat(["hello"]);
    office.chats.set(chat.id, { ...chat, channel: "telegram", address: "42" });
    const { book, backlog } = office.officeLines;
    book.heard("telegram", "42");
    office.clock.real += 5 * 60_000;
    book.spoke("telegram");
    for (const problem of ["unreachable", "retry_later", "retry_later", "retry_later"])
      book.failed("telegram", problem);
    backlog.set("telegram", 12);
    const html = await head.get("/lines");
    const card = cardOf(html, "telegram");
    expect(card).toContain("Last message in 5 minutes ago");
    expect(card).toContain("Last message out now");
    expect(card).toContain("Waiting to leave 12");
    expect(card).toContain("it is tried again (3 times)");
    expect(card).toContain("servers did not answer");
    expect(html).toContain(`href="/queue/chats/${chat.id}"`);
    expect(cardOf(html, "whatsapp")).toContain("nothing since the start");
  });

  it("tells that a line keeps messages back, how many and since when", async () => {
    expect(cardOf(await head.get("/lines"), "whatsapp")).not.toContain(words.careful);
    office.officeLines.kept.set("whatsapp", { since: noon - 60_000, waiting: 7 });
    const card = cardOf(await head.get("/lines"), "whatsapp");
    expect(card).toContain(words.carefulNote);
    expect(card).toMatch(/Waiting for that reason: 7 \(since 11:59 am \)/);
    expect(card).not.toContain(words.workingNote);
  });

  it("says what a platform carries, and nothing of the office's own page", async () => {
    const html = await head.get("/lines");
    expect(cardOf(html, "telegram")).toContain("Most characters of a message: 4,096");
    expect(cardOf(html, "web")).not.toContain("Most characters");
  });

  it("warns that WhatsApp's is no official client", async () => {
    const html = await head.get("/lines");
    expect(cardOf(html, "whatsapp")).toContain("not an official WhatsApp client");
    expect(cardOf(html, "telegram")).not.toContain("official");
  });

  it("speaks Arabic, too", async () => {
    report("whatsapp", { type: "needs_link", qr });
    const html = await (await visitorWith("admin", "ar")).get("/lines");
    expect(html).toContain("خطوط التواصل");
    expect(cardOf(html, "whatsapp")).toContain("الأجهزة المرتبطة");
  });

  it("is for heads and administrators, with all that hangs on it", async () => {
    report("whatsapp", { type: "needs_link", qr });
    const agent = await visitorWith("agent");
    for (const path of ["/lines", "/lines/whatsapp/qr.svg"]) {
      const refused = await agent.send("GET", path);
      expect([path, refused.status, (await refused.text()).includes("<svg")]).toEqual([path, 403, false]);
    }
    for (const verb of ["pause", "resume", "relink", "number"])
      expect((await agent.post(`/lines/whatsapp/${verb}`, { phone: "0501234567" })).status).toBe(403);
    expect(office.officeLines.linked).toEqual([]);
    expect(office.officeLines.book.list().some(({ paused }) => paused)).toBe(false);
    expect(await agent.get("/")).not.toContain('href="/queue/lines"');
    expect((await (await visitorWith("admin")).send("GET", "/lines")).status).toBe(200);
    expect((await new Visitor(office.app).send("GET", "/lines/whatsapp/qr.svg")).status).toBe(303);
  });
});

describe("linking a line", () => {
  it("shows the code as a picture of its own, which nobody keeps, and nowhere else", async () => {
    report("whatsapp", { type: "needs_link", qr });
    const html = await head.get("/lines");
    const src = /<img[^>]* src="\/queue(\/lines\/whatsapp\/qr\.svg\?v=[0-9a-f]{8})"/.exec(html)?.[1] ?? "";
    const picture = await head.send("GET", src);
    expect(Object.fromEntries(picture.headers)).toMatchObject({
      "content-type": "image/svg+xml",
      "cache-control": "no-store",
    });
    expect(await picture.text()).toMatch(/^<svg[^>]*>.*<path/s);
    expect(html).not.toContain("secret-code");
    expect(JSON.stringify(office.logged)).not.toContain("secret-code");
    report("whatsapp", { type: "needs_link", qr: `${qr}2` });
    expect(await head.get("/lines")).not.toContain(src.slice(-8));
    report("whatsapp", { type: "working" });
    expect((await head.send("GET", src)).status).toBe(404);
  });

  it("asks for a code by number, and shows it", async () => {
    report("whatsapp", { type: "needs_link", qr });
    const asked = await head.post("/lines/whatsapp/number", { phone: "٠٥٠ ١٢٣ ٤٥٦٧" });
    expect([asked.status, notice(await asked.text())]).toEqual([200, words.codeAsked]);
    expect(office.officeLines.linked).toEqual(["+966501234567"]);
    report("whatsapp", { type: "needs_link", code: "ABCD-EFGH" });
    expect(cardOf(await head.get("/lines"), "whatsapp")).toContain("ABCD-EFGH");
    expect(JSON.stringify(office.logged)).not.toMatch(/ABCD|50123/);
  });

  it("refuses what is no number, and a line that is linked already", async () => {
    report("whatsapp", { type: "needs_link", qr });
    for (const phone of ["", "05012", "0501234567 0507654321", "<script>"])
      expect((await head.post("/lines/whatsapp/number", { phone })).status).toBe(422);
    report("whatsapp", { type: "working" });
    expect((await head.post("/lines/whatsapp/number", { phone: "0501234567" })).status).toBe(409);
    expect(office.officeLines.linked).toEqual([]);
  });

  it("begins anew only after a second word, and only where there is a phone", async () => {
    const html = await head.get("/lines");
    expect(html).toMatch(
      /<details class="act" id="relink-whatsapp">.*?hx-post="\/queue\/lines\/whatsapp\/relink"/s,
    );
    expect(html).not.toContain("/queue/lines/telegram/relink");
    const begun = await head.post("/lines/whatsapp/relink");
    expect([begun.status, notice(await begun.text())]).toEqual([200, words.relinked]);
    expect((await head.post("/lines/telegram/relink")).status).toBe(409);
    expect(office.officeLines.linked).toEqual(["again"]);
  });

  it("says so when it did not begin, and logs no number", async () => {
    report("whatsapp", { type: "needs_link" });
    office.officeLines.linkFails = true;
    const asked = await head.post("/lines/whatsapp/number", { phone: "0501234567" });
    expect([asked.status, notice(await asked.text())]).toEqual([502, words.linkFailed]);
    expect(JSON.stringify(office.logged)).not.toContain("50123");
  });
});

describe("pausing a line", () => {
  it("holds it until it may go on, and tells every open page", async () => {
    const stream = await head.send("GET", "/events");
    const paused = await head.post("/lines/telegram/pause");
    expect(notice(await paused.text())).toBe(words.pausedDone);
    expect(office.officeLines.book.isAway("telegram")).toBe(true);
    expect(await firstChange(stream)).toContain('event: line\ndata: {"type":"line","channel":"telegram"}');
    expect(cardOf(await head.get("/lines"), "telegram")).toContain("no message leaves");
    expect(notice(await (await head.post("/lines/telegram/resume")).text())).toBe(words.resumedDone);
    expect(office.officeLines.book.isAway("telegram")).toBe(false);
  });

  it("is not offered for the office's own chat, nor for what is not there", async () => {
    expect(await head.get("/lines")).not.toContain("/queue/lines/web/pause");
    expect((await head.post("/lines/web/pause")).status).toBe(409);
    expect((await head.post("/lines/fax/pause")).status).toBe(404);
    expect((await head.send("GET", "/lines/fax/qr.svg")).status).toBe(404);
  });
});

describe("the banner", () => {
  it("tells everybody which line is held up and what waits, and is silent while all work", async () => {
    const agent = await visitorWith("agent");
    expect(await agent.get("/")).not.toContain("line-banner");
    report("whatsapp", { type: "needs_link" });
    report("telegram", { type: "away", why: "unreachable" });
    office.officeLines.backlog.set("telegram", 3);
    await office.officeLines.book.pause("web", true);
    for (const path of ["/", "/mine", "/waiting", `/chats/${office.chat(["x"]).id}`]) {
      const html = await agent.get(path);
      const banner = plain(/<aside class="line-banner".*?<\/aside>/.exec(html)?.[0] ?? "");
      expect(banner).toContain("WhatsApp : needs to be linked");
      expect(banner).toContain(
        "Telegram : away; its messages are kept until it is back. Waiting to leave: 3.",
      );
      expect(banner).toContain("Web chat : paused");
      expect(html).not.toContain('href="/queue/lines"');
    }
    expect(await head.get("/")).toMatch(/line-banner.*href="\/queue\/lines"/s);
  });

  it.each([
    { type: "deaf", waiting: 3, said: "Connection refused" },
    { type: "refused", why: "bad_webhook" },
  ] satisfies LineState[])("tells of a line by which nothing comes in: %o", async (state) => {
    report("telegram", state);
    expect(plain(await head.get("/"))).toContain("Telegram : what customers write does not arrive");
    const { id, ...chat } = office.chat(["x"]);
    office.chats.set(id, { ...chat, id, channel: "telegram" });
    office.lines.set(id, [{ seq: 1, at: noon, from: "office", text: "x", delivery: "in_flight" }]);
    expect(plain(await head.get(`/chats/${id}`))).not.toContain(words.waitsForLine);
  });
});

describe("what became of a message", () => {
  const says = (id: ConversationId, ...lines: readonly Partial<ChatLine>[]) =>
    office.lines.set(
      id,
      lines.map(
        (line, index) => ({ seq: index + 1, at: noon, from: "office", text: "x", ...line }) as ChatLine,
      ),
    );
  const deliveriesIn = (html: string) =>
    [...html.matchAll(/<span class="delivery [^"]*">(.*?)<\/span>(?=<\/p>)/g)].map(([, inner = ""]) =>
      plain(inner).replace(" :", ":").trim(),
    );

  it("stands in the conversation in words, with the reason", async () => {
    const { id } = office.chat(["x"]);
    says(
      id,
      { delivery: "handed_over" },
      { delivery: "delivered" },
      { delivery: "read" },
      { delivery: "in_flight" },
      { delivery: "waiting", problem: "retry_later" },
      { delivery: "failed", problem: "address_gone" },
      { delivery: "failed", problem: "retry_later" },
      { delivery: "failed", problem: "overtaken" },
      { delivery: "failed", problem: "unknown_after_restore" },
      { delivery: "failed", problem: "something_new" },
      { delivery: "waiting", problem: "unsure" },
      { delivery: "failed", problem: "unsure" },
      { delivery: "failed", problem: "unsure_withdrawn" },
      { delivery: "read", problem: "repeated" },
      { delivery: "waiting", problem: "held" },
      { delivery: "waiting", problem: "held", from: "agent" },
    );
    expect(deliveriesIn(await head.get(`/chats/${id}`))).toEqual([
      "sent",
      "delivered",
      "read",
      "on its way",
      `waiting to go: ${problemWords.problems.retry_later}`,
      `! not delivered: ${problemWords.problems.address_gone}`,
      `! not delivered: ${problemWords.problems.gave_up}`,
      `! not delivered: ${problemWords.problems.overtaken}`,
      `! not certain: ${problemWords.problems.unknown_after_restore}`,
      `! not delivered: ${problemWords.otherProblem}`,
      `waiting to go: ${problemWords.problems.unsure}`,
      `! not certain: ${problemWords.problems.unsure_ended}`,
      `! not certain: ${problemWords.problems.unsure_withdrawn}`,
      `read: ${problemWords.problems.repeated}`,
      `waiting to go: ${problemWords.problems.held}`,
      `waiting to go: ${problemWords.problems.held_words}`,
    ]);
  });

  it("is that it waits for its line, while that is held up", async () => {
    const { id } = office.chat(["x"]);
    says(id, { delivery: "in_flight" });
    report("web", { type: "away", why: "unreachable" });
    expect(deliveriesIn(await head.get(`/chats/${id}`))).toEqual(["waiting to go: waits for the line"]);
  });

  it("can be mended by sending it again, once, from the chat and from the order", async () => {
    const agent = await visitorWith("agent");
    const chat = office.chat(["x"]);
    const { ref } = office.order(chat, {});
    for (const path of [`/chats/${chat.id}`, `/orders/${ref}`]) {
      says(chat.id, { delivery: "failed", problem: "undelivered" });
      expect(await agent.get(path)).toContain(`hx-post="/queue${path}/again"`);
      const sent = await agent.post(`${path}/again`, { seq: "1" });
      const html = await sent.text();
      expect([sent.status, notice(html)]).toEqual([200, words.againDone]);
      expect(html).not.toContain(`hx-post="/queue${path}/again"`);
      expect((await agent.post(`${path}/again`, { seq: "1" })).status).toBe(409);
    }
    expect(office.again).toEqual([
      { conversation: chat.id, seq: 1 },
      { conversation: chat.id, seq: 1 },
    ]);
  });

  it("is not sent again to a customer who stopped messages, which is said", async () => {
    const chat = office.chat(["x"]);
    says(chat.id, { delivery: "failed", problem: "opted_out" });
    expect(deliveriesIn(await head.get(`/chats/${chat.id}`))).toEqual([
      `! not delivered: ${problemWords.problems.opted_out}`,
    ]);
    office.chats.set(chat.id, { ...chat, optedOut: { at: noon, messageId: "m1", text: "stop" } });
    const refused = await head.post(`/chats/${chat.id}/again`, { seq: "1" });
    expect([refused.status, notice(await refused.text())]).toEqual([409, words.againNot.opted_out]);
  });

  it("is not sent again to somebody who never wrote, where the platform forbids it, which is said", async () => {
    const chat = office.chat(["x"]);
    says(chat.id, { delivery: "failed", problem: "never_wrote" });
    office.chats.set(chat.id, { ...chat, heardAt: 0 });
    const refused = await head.post(`/chats/${chat.id}/again`, { seq: "1" });
    expect([refused.status, notice(await refused.text())]).toEqual([409, words.againNot.never_wrote]);
  });

  it("is left alone where a later reply took its place, it arrived, or there is none", async () => {
    const { id } = office.chat(["x"]);
    says(id, { delivery: "failed", problem: "overtaken" }, { delivery: "read" }, { from: "customer" });
    expect(mayGoAgain({ delivery: "failed", problem: "unsure_overtaken" } as ChatLine)).toBe(false);
    expect(await head.get(`/chats/${id}`)).not.toContain("/again");
    for (const seq of ["1", "2", "3", "4", "0", "-1", "x", ""])
      expect([seq, (await head.post(`/chats/${id}/again`, { seq })).status]).toEqual([seq, 409]);
    expect(office.again).toEqual([]);
    expect((await head.post(`/chats/c_${"x".repeat(22)}/again`, { seq: "1" })).status).toBe(404);
  });
});

describe("a chat whose customer nothing reaches", () => {
  it("says so, and that they had stopped messages before", async () => {
    const chat = office.chat(["x"]);
    const optedOut = { at: noon, messageId: "m1", text: "stop" };
    office.chats.set(chat.id, { ...chat, optedOut, goneAt: noon });
    const html = await head.get(`/chats/${chat.id}`);
    expect(html).toContain('id="gone"');
    expect(html).toMatch(/id="opted-out".*stop/s);
    office.chats.set(chat.id, { ...chat, goneAt: noon });
    expect(await head.get(`/chats/${chat.id}`)).not.toContain('id="opted-out"');
  });
});

describe("a test message", () => {
  it("is offered to heads in the chat of somebody who wrote, and goes there", async () => {
    const chat = office.chat(["x"]);
    expect(await head.get(`/chats/${chat.id}`)).toContain(`/chats/${chat.id}/test_line`);
    const sent = await head.post(`/chats/${chat.id}/test_line`);
    expect(notice(await sent.text())).toContain("test message is on its way");
    expect(office.lines.get(chat.id)?.at(-1)).toMatchObject({ from: "office", delivery: "waiting" });
    const agent = await visitorWith("agent");
    expect(await agent.get(`/chats/${chat.id}`)).not.toContain("test_line");
    expect((await agent.post(`/chats/${chat.id}/test_line`)).status).toBe(409);
    office.chats.set(chat.id, { ...chat, heardAt: 0 });
    expect(await head.get(`/chats/${chat.id}`)).not.toContain("test_line");
  });
});

describe("runsOf", () => {
  it("counts neighbours of one type as one, with the newest's moment", () => {
    const problem = (at: number, type: string) => ({ at, type });
    expect(runsOf([problem(9, "a"), problem(8, "a"), problem(7, "b"), problem(6, "a")])).toEqual([
      { at: 9, type: "a", count: 2 },
      { at: 7, type: "b", count: 1 },
      { at: 6, type: "a", count: 1 },
    ]);
  });
});

describe("problemText", () => {
  it("says of a passing problem that it is tried again only while it is", () => {
    expect(problemText("retry_later", "en")).toContain("tried again");
    expect(problemText("retry_later", "en", true)).toContain("after many tries");
    expect(problemText("nobody knows", "ar")).toBe(problemWordsIn("ar").otherProblem);
  });
});

/** The stream's first event that is a change. */
async function firstChange(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes("data:")) break;
  }
  return text;
}
