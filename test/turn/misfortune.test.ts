/** What goes wrong with one message stays with that message, and nothing secret is ever kept. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, vi } from "vitest";
import type { Content } from "../../src/domain/message.ts";
import type { DeferredClassifier, InlineClassifier } from "../../src/understand/classifier.ts";
import { askForBenchForm } from "../bench/work-item.ts";
import { type Customer, customers } from "../faults/story.ts";
import { type BenchOffice, noura, openBenchOffice, valuesOf } from "./bench-office.ts";

/** Every byte that an office keeps. */
function filesOf(folder: string): Buffer {
  return Buffer.concat(
    readdirSync(folder, { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => statSync(path).isFile())
      .map((path) => readFileSync(path)),
  );
}

/** Reads as the bench does, but falls over certain words. */
const fragile: InlineClassifier = {
  ...askForBenchForm,
  read(text, context) {
    if (text.includes("stumble")) throw new RangeError("a fault of ours");
    return askForBenchForm.read(text, context);
  },
};

describe("a message that can't be processed", { timeout: 60_000 }, () => {
  it("gets an apology and a person, and stands in the chat", async () => {
    const bench = await openBenchOffice({ classifier: fragile });
    await bench.say("a", "m0", "bench form please");
    expect(await bench.say("a", "m1", "please stumble over this")).toEqual({ type: "accepted" });
    await bench.office().idle();
    const chat = await bench.chat("a");
    expect(chat.person).toMatchObject({ reason: "failed_message" });
    expect(bench.to("a").at(-1)?.text).toMatch(/^Sorry, we could not process/);
    expect((await bench.lines("a")).map(({ from }) => from)).toEqual([
      "customer",
      "office",
      "customer",
      "office",
    ]);
    expect(await bench.say("a", "m1", "please stumble over this")).toEqual({ type: "repeat" });
    expect(bench.to("a")).toHaveLength(2);
  });

  it("is listed for staff as a waiting chat", async () => {
    const bench = await openBenchOffice({ classifier: fragile });
    await bench.say("a", "m0", "stumble at once");
    await bench.office().idle();
    const waiting = await bench.office().store.orders.waitingChats(10);
    expect(waiting.map(({ address }) => address)).toEqual(["a"]);
  });

  it("harms no stranger in the same commit", async () => {
    const bench = await openBenchOffice({ classifier: fragile });
    const story = customers(20);
    await Promise.all(
      story.flatMap(({ address, texts }, index) => [
        ...texts.map((text, n) => bench.say(address, `m${n}`, text)),
        bench.say(`stranger-${index}`, "m0", "stumble"),
      ]),
    );
    await bench.office().idle();
    for (const { address, fields } of story)
      expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    expect(await bench.office().store.orders.waitingChats(100)).toHaveLength(20);
  });
});

/** From now on the database itself refuses every turn in which these words occur. */
function refuseTurnsWith(bench: BenchOffice, words: string): void {
  const db = new Database(join(bench.folder, "data", "wasit.db"));
  db.exec(`CREATE TRIGGER refused BEFORE INSERT ON turns WHEN NEW.body LIKE '%${words}%'
           BEGIN SELECT RAISE(ABORT, 'refused'); END`);
  db.close();
}

describe("a message of which no turn can be written", { timeout: 60_000 }, () => {
  it("is kept with a case for staff when even the apology fails", async () => {
    const bench = await openBenchOffice({ classifier: fragile });
    await bench.say("a", "m0", "bench form please");
    refuseTurnsWith(bench, "we could not process");
    expect(await bench.say("a", "m1", "stumble over this")).toEqual({ type: "accepted" });
    await bench.office().idle();
    expect((await bench.chat("a")).person?.reason).toBe("failed_message");
    expect((await bench.lines("a")).at(-1)?.content).toEqual({ type: "text", text: "stumble over this" });
    expect(await bench.say("a", "m1", "stumble over this")).toEqual({ type: "repeat" });
  });

  it("is remembered as failed, so that its platform need not come for ever, and the chat goes on", async () => {
    const error = vi.fn();
    const log = { info: vi.fn(), warn: vi.fn(), error };
    const bench = await openBenchOffice({ log });
    const [{ address, texts, fields }] = customers(1) as [Customer];
    await bench.say(address, "m0", texts[0] ?? "");
    refuseTurnsWith(bench, "poisonous");
    expect(await bench.say(address, "bad", "poisonous words")).toEqual({ type: "accepted" });
    expect(await bench.say(address, "bad", "poisonous words")).toEqual({ type: "repeat" });
    const waiting = await bench.office().store.orders.waitingChats(10);
    expect(waiting.map(({ person }) => person?.reason)).toEqual(["failed_message"]);
    expect(bench.office().engine.counters().lost_messages_total).toBe(1);
    const [facts] = error.mock.lastCall as [object];
    expect(Object.keys(facts)).toEqual(["conversation", "seq", "channel"]);
    for (const [n, text] of texts.slice(1).entries()) await bench.say(address, `m${n + 1}`, text);
    expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    await bench.reopen();
    expect(await bench.say(address, "bad", "poisonous words")).toEqual({ type: "repeat" });
  });

  it("is remembered as failed though its chat never came to be", async () => {
    const bench = await openBenchOffice();
    refuseTurnsWith(bench, "poisonous");
    const [bad, good] = await Promise.all([
      bench.say("a", "bad", "poisonous words"),
      bench.say("b", "m0", "bench form please"),
    ]);
    expect([bad, good]).toEqual([{ type: "accepted" }, { type: "accepted" }]);
    expect(await bench.findChat("a")).toBeUndefined();
    expect(await bench.say("a", "m1", "bench form please")).toEqual({ type: "accepted" });
    expect(bench.to("a")).toHaveLength(1);
  });

  it("does not come back at every start, nor hold up those behind it, when it waited for its reading", async () => {
    const far: DeferredClassifier = {
      answers: "later",
      name: "far",
      wants: ({ text }) => text.includes("think"),
      counters: () => ({}),
      read: async ({ first }) => first,
    };
    const bench = await openBenchOffice({ classifier: far });
    await bench.say("a", "m0", "hello");
    refuseTurnsWith(bench, "poisonous");
    await Promise.all([bench.say("a", "m1", "poisonous think"), bench.say("a", "m2", "think again")]);
    await bench.office().idle();
    expect(await bench.office().store.engine.pendingInbox()).toEqual([]);
    expect((await bench.chat("a")).person?.reason).toBe("failed_message");
    expect(bench.to("a")).toHaveLength(2);
    expect(await bench.say("a", "m1", "poisonous think")).toEqual({ type: "repeat" });
  });
});

describe("a secret", { timeout: 60_000 }, () => {
  const secrets = [
    ["a card number", "card 4539 5787 6362 1486 please", ["4539 5787 6362 1486", "4539578763621486"]],
    ["a password", "كلمة المرور hunter2-canary-77", ["hunter2-canary-77"]],
    ["a code", "رمز التحقق 739104", ["739104"]],
  ] as const;
  it.each(secrets)("is in no file of the office: %s", async (_, text, traces) => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "bench form please");
    await bench.say("a", "m1", text);
    await bench.receive("a", "m2", { type: "edit", of: "m0", text });
    const file = { document: "f_aaaaaaaaaaaaaaaaaaaaaa", name: "a.png", mediaType: "image/png", bytes: 1 };
    await bench.receive("a", "m3", { type: "photo", ...file, caption: text } as Content);
    await bench.office().idle();
    expect(bench.to("a")).toHaveLength(4);
    const kept = filesOf(join(bench.folder, "data"));
    expect(kept.includes("bench form please")).toBe(true);
    for (const trace of traces) expect(kept.includes(trace)).toBe(false);
  });

  it("is cut out of a message whose turn could not be written", async () => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "bench form please");
    vi.spyOn(bench.office().store.engine, "commitTurns").mockImplementationOnce(() => [
      { type: "failed", error: new Error("this turn alone") },
    ]);
    expect(await bench.say("a", "m1", "my card is 4539578763621486")).toEqual({ type: "accepted" });
    await bench.office().idle();
    expect((await bench.chat("a")).person?.reason).toBe("failed_message");
    expect(filesOf(join(bench.folder, "data")).includes("4539578763621486")).toBe(false);
  });

  it("is refused in the words of staff too", async () => {
    const bench = await openBenchOffice();
    await bench.say("a", "m0", "bench form please");
    const { id } = await bench.chat("a");
    const reply = { type: "reply", text: "Our card is 4539578763621486" } as const;
    expect(await bench.office().engine.act(noura, reply, { conversation: id })).toEqual({
      type: "refused",
      refusal: { reason: "holds_a_secret" },
    });
    expect(filesOf(join(bench.folder, "data")).includes("4539578763621486")).toBe(false);
  });
});

describe("close", { timeout: 60_000 }, () => {
  it("answers everything that came before it, and refuses what comes after", async () => {
    const bench = await openBenchOffice();
    const [{ address, texts, fields }] = customers(1) as [Customer];
    const receiving = texts.map((text, n) => bench.say(address, `m${n}`, text));
    const closing = bench.office().engine.close();
    const late = bench.say(address, "m9", "one more");
    await closing;
    expect((await Promise.all(receiving)).map(({ type }) => type)).toEqual(Array(6).fill("accepted"));
    expect(await late).toEqual({ type: "not_now", reason: "stopping" });
    await bench.reopen();
    expect((await bench.orders(address)).map(valuesOf)).toEqual([fields]);
    expect(bench.office().engine.counters()).toMatchObject({ possible_repeat_total: 0 });
    expect(bench.to(address)).toHaveLength(6);
  });

  it("leaves no doubt about messages that were never tried", async () => {
    const bench = await openBenchOffice();
    bench.kept.refuse = () => new Error("the platform is down");
    await bench.say("a", "m0", "bench form please");
    await bench.say("a", "m1", "12");
    await bench.office().idle();
    await bench.reopen();
    expect(bench.office().engine.counters()).toMatchObject({ possible_repeat_total: 0, outbox_waiting: 2 });
  });

  it("may be called twice", async () => {
    const bench = await openBenchOffice();
    await Promise.all([bench.office().close(), bench.office().close()]);
    await bench.office().close();
    expect(bench.office().engine.health()).toEqual({ ready: false, reason: "stopping" });
  });
});

describe("idle", { timeout: 60_000 }, () => {
  it("resolves at once when nothing is to be done, and for everybody who waits", async () => {
    const bench = await openBenchOffice();
    await bench.office().idle();
    const receiving = bench.say("a", "m0", "bench form please");
    await Promise.all([bench.office().idle(), bench.office().idle(), bench.office().idle()]);
    expect(await receiving).toEqual({ type: "accepted" });
    expect(bench.to("a")).toHaveLength(1);
    expect((await bench.lines("a")).at(-1)?.delivery).toBe("handed_over");
  });

  it("does not wait for what a platform refuses at present", async () => {
    const bench = await openBenchOffice();
    bench.kept.refuse = () => new Error("the platform is down");
    await bench.say("a", "m0", "bench form please");
    await bench.office().idle();
    expect((await bench.lines("a")).at(-1)?.delivery).toBe("waiting");
  });
});
