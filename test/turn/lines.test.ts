/** A line that a platform serves: what comes late, what a colleague writes with the phone, missed calls, how far messages came, pauses. */
import { describe, expect, it } from "vitest";
import type { Channel, Desk, Handed, Receive } from "../../src/channels/channel.ts";
import { lateMs } from "../../src/conversation/late.ts";
import type { ConversationId, DocumentId } from "../../src/domain/ids.ts";
import type { Content, Outbound } from "../../src/domain/message.ts";
import { type BenchOffice, noura, openBenchOffice, saidIn } from "./bench-office.ts";

const minuteMs = 60_000;

/** A line called `counting` whose platform gives each message an id, and which keeps its desk. */
function platform() {
  const sent: Outbound[] = [];
  const given: { desk?: Desk; receive?: Receive } = {};
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    async start(receive, desk) {
      given.receive = receive;
      given.desk = desk;
    },
    stop: async () => undefined,
    send(outbound) {
      sent.push(outbound);
      return { id: `p${sent.length}` };
    },
  };
  const desk = (): Desk => {
    if (!given.desk) throw new Error("the channel was not started");
    return given.desk;
  };
  return { channel, sent, desk };
}

async function openWith() {
  const line = platform();
  const bench = await openBenchOffice({ channels: [line.channel] });
  const receive = (id: string, text: string, at: number) =>
    bench.office().receive({ channel: "counting", address: "a", id, content: { type: "text", text }, at });
  return { ...line, bench, receive };
}

describe("a message that comes late", { timeout: 60_000 }, () => {
  it("is answered with one apology, however many come", async () => {
    const { bench, sent, receive } = await openWith();
    const at = bench.clock.at - lateMs;
    await receive("m1", "bench form please", at);
    await receive("m2", "12", at + minuteMs);
    await bench.office().idle();
    expect(sent.map(({ text }) => /only just reached us/.test(text))).toEqual([true, false]);
    expect((await bench.chat("a")).drafts[0]?.fields).toHaveProperty("amount");
  });

  it("is no answer to a question that was asked after it was written", async () => {
    const { bench, sent, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    bench.clock.at += 2 * lateMs;
    await receive("m3", "12", bench.clock.at);
    bench.clock.at += minuteMs;
    await receive("m2", "25 December", bench.clock.at - 2 * lateMs);
    await bench.office().idle();
    const [draft] = (await bench.chat("a")).drafts;
    expect(Object.keys(draft?.fields ?? {})).toEqual(["amount"]);
    expect(sent.at(-1)?.text).toMatch(/older than our last question.*Which day/s);
    await receive("m4", "26 December", bench.clock.at);
    expect((await bench.chat("a")).drafts[0]?.fields).toHaveProperty("day.value", "2026-12-26");
  });
});

describe("a place or a file that comes late", { timeout: 60_000 }, () => {
  it.each<[string, Content]>([
    ["a place", { type: "location", latitude: 24.7, longitude: 46.7 }],
    ["a contact", { type: "contact", name: "Sara", phone: "+966501234567" }],
    [
      "a picture",
      { type: "photo", document: "d_1" as DocumentId, name: "1.jpg", mediaType: "image/jpeg", bytes: 9 },
    ],
  ])("is no answer to a question that was asked after %s was sent", async (_, content) => {
    const { bench, sent, receive } = await openWith();
    const early = bench.clock.at;
    await receive("m1", "bench form please", early);
    bench.clock.at += 2 * lateMs;
    for (const [n, text] of ["12", "25 December", "2"].entries())
      await receive(`f${n}`, text, bench.clock.at);
    await bench.office().idle();
    expect(sent.at(-1)?.text).toContain("Which phone?");
    bench.clock.at += minuteMs;
    const late = { channel: "counting", address: "a", id: "m2", content, at: early + minuteMs };
    await bench.office().receive(late);
    await bench.office().idle();
    expect(Object.keys((await bench.chat("a")).drafts[0]?.fields ?? {})).toEqual(["amount", "day", "kind"]);
    expect(sent.at(-1)?.text).toMatch(/older than our last question.*Which phone/s);
    bench.clock.at += 2 * minuteMs;
    await bench.office().receive({ ...late, id: "m3", at: bench.clock.at });
    await bench.office().idle();
    expect(sent.at(-1)?.text).not.toContain("older than our last question");
  });
});

describe("words that a colleague wrote with the office phone", { timeout: 60_000 }, () => {
  it("stand in the chat as staff's, once, and silence the bot until it is handed back", async () => {
    const { bench, sent, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    const byStaff = { type: "by_staff", text: "Hello, this is Huda" } as const;
    for (const _ of [1, 2]) await bench.receive("a", "s1", byStaff);
    await receive("m2", "12", bench.clock.at);
    await bench.office().idle();
    expect(sent).toHaveLength(1);
    const lines = await bench.lines("a");
    expect(lines.filter(({ from }) => from === "agent").map(({ content }) => content)).toEqual([byStaff]);
    expect(saidIn(lines)).toEqual(["bench form please", "12"]);
    const { id } = await bench.chat("a");
    expect(await bench.office().engine.act(noura, { type: "hand_back" }, { conversation: id })).toMatchObject(
      {
        type: "done",
      },
    );
    await bench.office().idle();
    expect(sent.at(-1)?.text).toContain("How much?");
  });

  it("are kept without a secret in them", async () => {
    const { bench } = await openWith();
    await bench.receive("a", "s1", { type: "by_staff", text: "the password: Hunter2024" });
    expect(JSON.stringify(await bench.lines("a"))).not.toContain("Hunter2024");
  });
});

describe("a missed call", { timeout: 60_000 }, () => {
  it("becomes a case with one reply, and the form goes on", async () => {
    const { bench, sent, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    for (const id of ["c1", "c2"]) await bench.receive("a", id, { type: "unsupported", what: "call" });
    await bench.office().idle();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.text).toMatch(/missed your call/);
    expect((await bench.chat("a")).person).toMatchObject({ reason: "call" });
    await receive("m2", "12", bench.clock.at);
    await bench.office().idle();
    expect(sent.at(-1)?.text).toContain("Which day?");
  });
});

describe("progressed", { timeout: 60_000 }, () => {
  it("shows in the chat's lines how far a message came, also when it is told before the record is written", async () => {
    const { bench, desk, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    const told = desk().progressed("a", "p1", "delivered");
    await bench.office().idle();
    await told;
    expect((await bench.lines("a")).map(({ delivery }) => delivery)).toEqual([undefined, "delivered"]);
    await desk().progressed("a", "p1", "read");
    expect((await bench.lines("a"))[1]?.delivery).toBe("read");
    const { id, version } = await bench.chat("a");
    expect(await desk().keyOf("a", "p1")).toBe(`${id}:${version}:0`);
    expect(await desk().keyOf("a", "p77")).toBeUndefined();
  });

  it("tells of a message that did not arrive, which staff can send again", async () => {
    const { bench, sent, desk, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    await bench.office().idle();
    await desk().progressed("a", "p1", "failed");
    const { id } = await bench.chat("a");
    expect((await bench.lines("a"))[1]).toMatchObject({ delivery: "failed", problem: "undelivered" });
    const { engine } = bench.office();
    expect(await engine.sendAgain(id, 2)).toBe("sent");
    await bench.office().idle();
    expect(sent.map(({ seq }) => seq)).toEqual([2, 2]);
    expect((await bench.lines("a"))[1]?.delivery).toBe("handed_over");
    expect(await engine.sendAgain(id, 2)).toBe("nothing");
  });

  it("writes to nobody who never wrote: not at first, not again, and not after a start", async () => {
    const { bench, sent } = await openWith();
    const { id } = await bench
      .office()
      .engine.openConversation({ channel: "counting", address: "a", language: "en" });
    await bench.office().engine.act(noura, { type: "reply", text: "Hello" }, { conversation: id });
    await bench.office().idle();
    const [{ seq, ...line } = { seq: 0 }] = (await bench.lines("a")).slice(-1);
    expect(line).toMatchObject({ delivery: "failed", problem: "never_wrote" });
    expect(await bench.office().engine.sendAgain(id, seq)).toBe("never_wrote");
    const waiting = { conversation: id, seq, state: "waiting", at: bench.clock.at, attempts: 0 } as const;
    await bench.office().store.engine.recordDeliveries([waiting]);
    expect((await bench.lines("a")).at(-1)).toMatchObject({ delivery: "waiting" });
    await bench.reopen();
    await bench.office().idle();
    expect((await bench.lines("a")).at(-1)).toMatchObject({ delivery: "failed", problem: "never_wrote" });
    expect(sent).toEqual([]);
  });

  it("does not let news go again to a customer who stopped messages meanwhile", async () => {
    const { bench, sent, desk, receive } = await openWith();
    const texts = ["bench form please", "12", "25 December", "2", "0501234567", "yes"];
    for (const [n, text] of texts.entries()) await receive(`m${n}`, text, bench.clock.at);
    await bench.office().idle();
    const ref = (await bench.orders("a"))[0]?.ref as never;
    const { engine } = bench.office();
    await engine.act(noura, { type: "claim" }, { ref });
    await engine.act(noura, { type: "move", move: { to: "cancelled", note: "No room" } }, { ref });
    await bench.office().idle();
    const news = sent.at(-1);
    expect(news?.text).toContain("No room");
    await desk().progressed("a", `p${sent.length}`, "failed");
    await receive("stop", "stop sending me messages", bench.clock.at);
    await bench.office().idle();
    const { id, optedOut } = await bench.chat("a");
    expect(optedOut).toBeDefined();
    expect(await engine.sendAgain(id, news?.seq ?? 0)).toBe("opted_out");
    await receive("start", "send me messages", bench.clock.at);
    await bench.office().idle();
    expect(await engine.sendAgain(id, news?.seq ?? 0)).toBe("sent");
  });

  it.each([
    ["at once", false],
    ["after a stop, too", true],
  ])("keeps back news that still waited when the customer stopped messages: %s", async (_, stops) => {
    const { bench, sent, desk, receive } = await openWith();
    const texts = ["bench form please", "12", "25 December", "2", "0501234567", "yes"];
    for (const [n, text] of texts.entries()) await receive(`m${n}`, text, bench.clock.at);
    await bench.office().idle();
    const said = sent.length;
    const ref = (await bench.orders("a"))[0]?.ref as never;
    await bench.office().lines.pause("counting", true);
    await bench.office().engine.act(noura, { type: "claim" }, { ref });
    const move = { to: "cancelled", note: "No room" } as const;
    await bench.office().engine.act(noura, { type: "move", move }, { ref });
    await receive("stop", "stop sending me messages", bench.clock.at);
    await bench.office().idle();
    if (stops) await bench.reopen();
    desk().report({ type: "working" });
    await bench.office().lines.pause("counting", false);
    await bench.office().idle();
    const left = sent.slice(said).map(({ text }) => text);
    expect(left).toHaveLength(1);
    expect(left[0]).not.toContain("No room");
    const news = (await bench.lines("a")).find(({ text }) => text?.includes("No room"));
    expect(news).toMatchObject({ delivery: "failed", problem: "opted_out" });
  });
});

describe("words of staff that have not arrived", { timeout: 60_000 }, () => {
  const words = (id: ConversationId, text: string, bench: BenchOffice) =>
    bench.office().engine.act(noura, { type: "reply", text }, { conversation: id });

  it("do not go again to a customer who stopped messages since, until they write", async () => {
    const { bench, sent, desk, receive } = await openWith();
    await receive("m1", "hello", bench.clock.at);
    await bench.office().idle();
    const { id } = await bench.chat("a");
    await words(id, "A special offer", bench);
    await bench.office().idle();
    const [offer] = sent.slice(-1);
    await desk().progressed("a", `p${sent.length}`, "failed");
    await receive("stop", "stop sending me messages", bench.clock.at);
    await bench.office().idle();
    const { engine } = bench.office();
    expect(await engine.sendAgain(id, offer?.seq ?? 0)).toBe("opted_out");
    bench.clock.at += 72 * 60 * minuteMs;
    expect(await engine.sendAgain(id, offer?.seq ?? 0)).toBe("opted_out");
    await receive("m2", "are you open?", bench.clock.at);
    await bench.office().idle();
    expect(await engine.sendAgain(id, offer?.seq ?? 0)).toBe("sent");
  });

  it.each([
    ["at once", false],
    ["after a stop, too", true],
  ])("are kept back where they still waited when the customer stopped messages: %s", async (_, stops) => {
    const { bench, sent, receive } = await openWith();
    await receive("m1", "hello", bench.clock.at);
    await bench.office().idle();
    const { id } = await bench.chat("a");
    const said = sent.length;
    await bench.office().lines.pause("counting", true);
    await words(id, "A special offer", bench);
    bench.clock.at += minuteMs;
    await receive("stop", "stop sending me messages", bench.clock.at);
    if (stops) await bench.reopen();
    bench.clock.at += minuteMs;
    await receive("m2", "are you open?", bench.clock.at);
    bench.clock.at += minuteMs;
    await words(id, "We are open until ten", bench);
    await bench.office().lines.pause("counting", false);
    await bench.office().idle();
    const left = sent.slice(said).map(({ text }) => text);
    expect(left.join()).not.toContain("A special offer");
    expect(left.at(-1)).toBe("We are open until ten");
    const offer = (await bench.lines("a")).find(({ text }) => text === "A special offer");
    expect(offer).toMatchObject({ delivery: "failed", problem: "opted_out" });
  });
});

describe("the last message in", { timeout: 60_000 }, () => {
  it("is the newest that a customer wrote: no repeat, none of a colleague's, none that was not stored", async () => {
    const { bench, receive } = await openWith();
    const heardAt = () => bench.office().lines.list()[1]?.heardAt;
    const wrote = bench.clock.at;
    await receive("m1", "hello", wrote);
    expect(heardAt()).toBeDefined();
    await bench.reopen();
    expect(heardAt()).toBeUndefined();
    await receive("m1", "hello", wrote);
    await bench.receive("a", "s1", { type: "by_staff", text: "Hello, this is Huda" });
    expect(heardAt()).toBeUndefined();
    expect(await bench.office().lines.lastChat("counting")).toBeUndefined();
    await receive("m2", "are you there?", wrote + minuteMs);
    expect(heardAt()).toBeDefined();
  });
});

describe("a message that may have left before a kill", { timeout: 60_000 }, () => {
  it("is known as such also where it had waited over an earlier stop", async () => {
    const { bench, channel, receive } = await openWith();
    await bench.office().lines.pause("counting", true);
    await receive("m1", "bench form please", bench.clock.at);
    await bench.reopen();
    expect((await bench.lines("a"))[1]).toMatchObject({ delivery: "waiting" });
    let take: (handed: Handed) => void = () => undefined;
    channel.send = () => new Promise((resolve) => (take = resolve));
    await bench.office().lines.pause("counting", false);
    await expect.poll(async () => (await bench.lines("a"))[1]?.delivery).toBe("in_flight");
    take({ id: "p1" });
    await bench.office().idle();
    const [, line] = await bench.lines("a");
    expect([line?.delivery, line?.problem]).toEqual(["handed_over", undefined]);
  });

  it("says in the chat that it may have arrived twice, and goes on saying so when it is read", async () => {
    const { bench, sent, desk, receive } = await openWith();
    await receive("m1", "bench form please", bench.clock.at);
    await bench.office().idle();
    // As a kill right after the hand-over leaves it.
    const { id } = await bench.chat("a");
    const inFlight = {
      conversation: id,
      seq: 2,
      state: "in_flight",
      at: bench.clock.at,
      attempts: 0,
    } as const;
    await bench.office().store.engine.recordDeliveries([inFlight]);
    await bench.reopen();
    await bench.office().idle();
    expect(bench.office().engine.counters().possible_repeat_total).toBe(1);
    expect(sent.map(({ seq }) => seq)).toEqual([2, 2]);
    expect((await bench.lines("a"))[1]).toMatchObject({ delivery: "handed_over", problem: "repeated" });
    await desk().progressed("a", "p2", "read");
    expect((await bench.lines("a"))[1]).toMatchObject({ delivery: "read", problem: "repeated" });
  });
});

describe("a line that is away", { timeout: 60_000 }, () => {
  it("keeps its messages, fails none, and sends them in order when it is back", async () => {
    const { bench, sent, desk, receive } = await openWith();
    desk().report({ type: "away", why: "unreachable" });
    await receive("m1", "bench form please", bench.clock.at);
    await receive("m2", "12", bench.clock.at);
    await bench.office().idle();
    expect(sent).toEqual([]);
    expect(bench.office().lines.list()).toMatchObject([
      { channel: "web" },
      { channel: "counting", backlog: 2 },
    ]);
    desk().report({ type: "working", as: "@office" });
    await bench.office().idle();
    expect(sent.map(({ seq }) => seq)).toEqual([2, 4]);
    expect(bench.office().lines.list()[1]).toMatchObject({
      backlog: 0,
      state: { as: "@office" },
      problems: [{ type: "unreachable" }],
    });
  });

  it("leaves out no answer and no notice, however many wait", async () => {
    const { bench, sent, desk, receive } = await openWith();
    desk().report({ type: "away", why: "unreachable" });
    await receive("m1", "bench form please", bench.clock.at);
    await receive("m2", "12", bench.clock.at);
    bench.clock.at += 10 * minuteMs;
    await receive("m3", "25 December", bench.clock.at);
    await bench.office().idle();
    desk().report({ type: "working" });
    await bench.office().idle();
    expect(sent[0]?.text).toMatch(/Welcome/);
    expect(sent.map(({ seq }) => seq)).toEqual([2, 4, 6]);
  });

  it("stays paused over a stop, until its owner lets it go on", async () => {
    const { bench, sent, receive } = await openWith();
    await bench.office().lines.pause("counting", true);
    await receive("m1", "bench form please", bench.clock.at);
    await bench.reopen();
    expect(sent).toEqual([]);
    expect(bench.office().lines.list()[1]).toMatchObject({ paused: true, backlog: 1 });
    await bench.office().lines.pause("counting", false);
    await bench.office().idle();
    expect(sent).toHaveLength(1);
  });
});

describe("keepFile", { timeout: 60_000 }, () => {
  const from = { address: "a" } as const;
  async function* bytes(...chunks: readonly (string | Uint8Array)[]) {
    for (const chunk of chunks) yield Buffer.from(chunk);
  }

  it("stores a file, tells its kind by its first bytes, and gives it back", async () => {
    const { desk } = await openWith();
    const content = await desk().keepFile(from, { name: "a.exe", body: bytes("%PDF-1.4\n", "%%EOF") });
    expect(content).toMatchObject({ type: "document", mediaType: "application/pdf", name: "a.exe.pdf" });
    const kept = typeof content === "object" && "document" in content ? content.document : undefined;
    const body = kept && (await desk().openFile(kept));
    expect(await new Response(body).text()).toBe("%PDF-1.4\n%%EOF");
  });

  it("does not even read a file that is announced too large", async () => {
    const { desk } = await openWith();
    // biome-ignore lint/correctness/useYield: it must not be asked
    const body = (async function* (): AsyncGenerator<Uint8Array> {
      throw new Error("read");
    })();
    const file = { name: "huge.iso", announced: 2 * 1024 ** 3, body };
    expect(await desk().keepFile(from, file)).toEqual({ type: "unsupported", what: "file_too_large" });
  });

  it.each([
    ["a script in a picture", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "file_type"],
    ["nothing", "", "file_empty"],
  ])("refuses %s in words", async (_, body, what) => {
    const { bench, sent, desk } = await openWith();
    const content = await desk().keepFile(from, { name: "../../etc/passwd", body: bytes(body) });
    expect(content).toEqual({ type: "unsupported", what });
    if (typeof content === "object") await bench.receive("a", "f1", content);
    await bench.office().idle();
    expect(sent).toHaveLength(1);
  });
});
