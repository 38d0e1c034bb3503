import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { isMissed, messageId, readMessage, readOwn } from "../../../src/channels/whatsapp/content.ts";
import { openFacts } from "../../../src/channels/whatsapp/facts.ts";
import { createFolderKey, openFolderKey } from "../../../src/channels/whatsapp/folder-key.ts";
import { createIdentities } from "../../../src/channels/whatsapp/identities.ts";
import { createLanes } from "../../../src/channels/whatsapp/lanes.ts";
import { createMeter, isReply } from "../../../src/channels/whatsapp/meter.ts";
import { openMeter } from "../../../src/channels/whatsapp/meter-file.ts";
import { openOwnMessages } from "../../../src/channels/whatsapp/own-messages.ts";
import { lineRate, ratesOf, typingMs, warmUp } from "../../../src/channels/whatsapp/rates.ts";
import { readCard } from "../../../src/channels/whatsapp/v-card.ts";
import { endingOf, isPerson, type PersonIds } from "../../../src/channels/whatsapp/web.ts";
import { heard } from "./fake-web.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "wasit-whatsapp-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

describe("readCard", () => {
  it("reads name and number, whatever way they are written", () => {
    const card = (tel: string, name = "FN:سارة") =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\n${name}\r\n${tel}\r\nEND:VCARD`;
    expect(readCard(card("TEL;type=CELL;waid=966501234567:+966 50 123 4567"))).toEqual({
      name: "سارة",
      phone: "+966501234567",
    });
    expect(readCard(card("item1.TEL:050 123 4567"))?.phone).toBe("050 123 4567");
    expect(readCard(card("TEL:050\r\n 1234567"))?.phone).toBe("0501234567");
    expect(readCard(card("TEL:0501234567", "FN:Sara\\, Riyadh"))?.name).toBe("Sara, Riyadh");
    expect(readCard(card("EMAIL:sara@example.com"))).toBeUndefined();
    expect(readCard("")).toBeUndefined();
  });
});

describe("readMessage", () => {
  const contents = (message: Parameters<typeof heard>[0]) => {
    const read = readMessage(heard(message));
    return read.type === "contents" ? read.contents : read.type;
  };

  it("gives each card of a list", () => {
    const card = (name: string) => `BEGIN:VCARD\nFN:${name}\nTEL;waid=96650000000${name}:x\nEND:VCARD`;
    expect(contents({ type: "multi_vcard", cards: [card("1"), card("2"), "BEGIN:VCARD"] })).toEqual([
      { type: "contact", name: "1", phone: "+966500000001" },
      { type: "contact", name: "2", phone: "+966500000002" },
      { type: "unsupported", what: "other" },
    ]);
  });

  it("takes notices and albums' frames for nothing, and what is unknown for something", () => {
    for (const type of [
      "e2e_notification",
      "gp2",
      "album",
      "ciphertext",
      "protocol",
      "notification_template",
    ])
      expect(contents({ type })).toBe("nothing");
    for (const type of ["image", "product", "groups_v4_invite", "payment", "interactive", "unknown"])
      expect(contents({ type })).toEqual([{ type: "unsupported", what: "other" }]);
  });

  it("hears of a call that reached nobody, and not of one that did", () => {
    for (const call of ["Missed", "miss", "miss_video", "Rejected", "Failed", "NotAnswered", ""])
      expect(isMissed({ call })).toBe(true);
    for (const call of ["Connected", "Completed", "AcceptedElsewhere", "Ongoing"])
      expect(isMissed({ call })).toBe(false);
    expect(contents({ type: "call_log", call: "Connected" })).toBe("nothing");
  });

  it("keeps a colleague's words and captions, and nothing of what nobody wrote", () => {
    expect(readOwn(heard({ text: "نعم" }))).toBe("نعم");
    expect(readOwn(heard({ type: "location", text: "thumbnail" }))).toBe("");
    for (const type of ["revoked", "call_log", "protocol"]) expect(readOwn(heard({ type }))).toBeUndefined();
  });
});

describe("messageId", () => {
  it("is the same under a person's LID and phone", () => {
    const message = { fromMe: false, id: "3EB0", chat: "966511111111@c.us" };
    expect(messageId(message, "111@lid")).toBe(messageId({ ...message, ...{ chat: "111@lid" } }, "111@lid"));
    expect(messageId({ ...message, fromMe: true }, "111@lid")).toBe("true_111@lid_3EB0");
  });
});

describe("isPerson", () => {
  it("knows people from all else", () => {
    for (const chat of ["966511111111@c.us", "111@lid"]) expect(isPerson(chat)).toBe(true);
    for (const chat of ["1@g.us", "status@broadcast", "1@newsletter", "1@broadcast", "0@c.us", "1:2@lid", ""])
      expect(isPerson(chat)).toBe(false);
  });
});

describe("endingOf", () => {
  it("tells a lost link from a conflict and from a page that went away", () => {
    for (const reason of ["LOGOUT", "UNPAIRED", "UNPAIRED_IDLE"])
      expect(endingOf(reason).type).toBe("logged_out");
    expect(endingOf("CONFLICT").type).toBe("conflict");
    expect(endingOf("SMB_TOS_BLOCK").type).toBe("banned");
    expect(endingOf("NAVIGATION")).toEqual({ type: "disconnected", reason: "NAVIGATION" });
  });

  it("takes nothing but WhatsApp's own words into a reason, which is logged", () => {
    expect(endingOf("Error: «مرحبا»")).toEqual({ type: "disconnected", reason: "OTHER" });
  });
});

describe("createIdentities", () => {
  const both: PersonIds = { lid: "111@lid", phone: "966511111111@c.us" };

  it("gives somebody new their LID, under either name", async () => {
    const idsOf = vi.fn(async (ids: readonly string[]) => ids.map(() => both));
    const { addressOf } = createIdentities({ idsOf, hasChat: async () => false });
    expect(await addressOf("966511111111@c.us")).toBe("111@lid");
    expect(await addressOf("111@lid")).toBe("111@lid");
    expect(idsOf).toHaveBeenCalledTimes(1);
  });

  it("knows the phone that an address writes from, where WhatsApp tells it", async () => {
    const known = createIdentities({ idsOf: async (ids) => ids.map(() => both), hasChat: async () => false });
    expect(known.phoneOf("111@lid")).toBeUndefined();
    await known.addressOf("111@lid");
    expect(known.phoneOf("111@lid")).toBe("+966511111111");
    const hidden = createIdentities({
      idsOf: async (ids) => ids.map((lid) => ({ lid })),
      hasChat: async () => false,
    });
    await hidden.addressOf("222@lid");
    expect(hidden.phoneOf("222@lid")).toBeUndefined();
  });

  it("keeps the address of a chat that the office has", async () => {
    const { addressOf } = createIdentities({
      idsOf: async (ids) => ids.map(() => both),
      hasChat: async (address) => address === both.phone,
    });
    expect(await addressOf("111@lid")).toBe(both.phone);
  });

  it("finds the same person again when WhatsApp could not say at first", async () => {
    let answers = false;
    const { addressOf } = createIdentities({
      idsOf: async (ids) => (answers ? ids.map(() => both) : Promise.reject(new Error("offline"))),
      hasChat: async () => false,
    });
    expect(await addressOf("966511111111@c.us")).toBe("966511111111@c.us");
    answers = true;
    expect(await addressOf("111@lid")).toBe("966511111111@c.us");
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("offline"))],
    ["is empty", async () => []],
    ["says nothing of them", async () => [{}]],
  ])("finds the chat of a known customer again after a lookup that %s", async (_, fails) => {
    let fail: (() => Promise<PersonIds[]>) | undefined = fails;
    const chats = new Set([both.phone]);
    const { addressOf } = createIdentities({
      idsOf: async (ids) => fail?.() ?? ids.map(() => both),
      hasChat: async (address) => chats.has(address),
    });
    // What came meanwhile made a chat of its own.
    chats.add(await addressOf("111@lid"));
    expect(await addressOf("111@lid")).toBe("111@lid");
    fail = undefined;
    expect(await addressOf("111@lid")).toBe(both.phone);
    expect(await addressOf(`${both.phone}`)).toBe(both.phone);
  });

  it("asks again only until the office has their chat", async () => {
    const idsOf = vi.fn(async (ids: readonly string[]) => ids.map((lid) => ({ lid })));
    const chats = new Set<string>();
    const { addressOf } = createIdentities({ idsOf, hasChat: async (address) => chats.has(address) });
    for (const times of [1, 2]) {
      expect(await addressOf("222@lid")).toBe("222@lid");
      expect(idsOf).toHaveBeenCalledTimes(times);
    }
    chats.add("222@lid");
    await addressOf("222@lid");
    await addressOf("222@lid");
    expect(idsOf).toHaveBeenCalledTimes(3);
  });
});

describe("openOwnMessages", () => {
  const message = { id: "3EB0A", text: "أهلًا", at: 500, ack: 1 };

  it("knows a message by the id that its hand-over got", async () => {
    const own = await openOwnMessages(undefined, () => 1_000);
    const end = await own.begin("a", "أهلًا");
    let quiet = false;
    const waited = own.quiet("a").then(() => {
      quiet = true;
    });
    await Promise.resolve();
    expect(quiet).toBe(false);
    end({ id: "3EB0A" });
    await waited;
    expect(own.isOurs("a", message)).toBe(true);
    expect(own.isOurs("a", { ...message, id: "3A00" })).toBe(false);
  });

  it("knows after a kill what was being handed over, without keeping its words", async () => {
    const file = join(await folder(), "sent.jsonl");
    const key = createFolderKey();
    const killed = await openOwnMessages(file, () => 400, key);
    await killed.begin("a", "أهلًا");
    expect(await readFile(file, "utf8")).not.toContain("أهلًا");
    const next = await openOwnMessages(file, () => 1_000, key);
    expect(next.isOurs("a", message)).toBe(true);
    expect(next.isOurs("b", message)).toBe(false);
    expect(next.isOurs("a", { ...message, at: 2_000 })).toBe(false);
    const later = await openOwnMessages(file, () => 9 * dayMs, key);
    expect(later.isOurs("a", message)).toBe(false);
  });

  it("knows after a kill since when a message may have left, and tells it once", async () => {
    const file = join(await folder(), "sent.jsonl");
    const key = createFolderKey();
    let now = 400;
    const killed = await openOwnMessages(file, () => now, key);
    await killed.begin("a", "أهلًا", "k1");
    now = 600;
    await killed.begin("a", "أهلًا", "k1");
    expect(killed.takeEarlier({ key: "k1", address: "a", text: "أهلًا" })).toBeUndefined();
    const next = await openOwnMessages(file, () => 1_000, key);
    expect(next.takeEarlier({ key: "k2", address: "a", text: "أهلًا" })).toBeUndefined();
    expect(next.takeEarlier({ key: "k1", address: "a", text: "مرحبًا" })).toBeUndefined();
    expect(next.takeEarlier({ key: "k1", address: "a", text: "أهلًا" })).toBe(400);
    expect(next.takeEarlier({ key: "k1", address: "a", text: "أهلًا" })).toBeUndefined();
  });

  it("keeps nothing on disk that is too old to be looked for, though the process goes on", async () => {
    const file = join(await folder(), "sent.jsonl");
    let now = 1_000;
    const own = await openOwnMessages(file, () => now);
    const end = await own.begin("a", "أهلًا", "k1");
    now = 5 * dayMs;
    (await own.begin("b", "أهلًا", "k2"))({ id: "3EB0B" });
    await own.tidy();
    expect((await readFile(file, "utf8")).match(/"k\d"/g)).toEqual(['"k1"', '"k2"']);
    end({ id: "3EB0A" });
    now = 9 * dayMs;
    await own.tidy();
    expect((await readFile(file, "utf8")).match(/"k\d"/g)).toEqual(['"k2"']);
  });

  it("says that a message came up though its hand-over did not answer", async () => {
    const own = await openOwnMessages(undefined, () => 1_000);
    const end = await own.begin("a", "أهلًا");
    own.saw("a", { id: "3A", text: "something else" });
    expect(own.cameUp("a", "أهلًا")).toBeUndefined();
    own.saw("a", message);
    expect(own.cameUp("a", "أهلًا")).toBe("3EB0A");
    end({});
    expect(own.cameUp("a", "أهلًا")).toBeUndefined();
  });
});

describe("openFolderKey", () => {
  it("digests and seals alike after a start, and under another folder's key not at all", async () => {
    const path = await folder();
    const [one, again, other] = [
      await openFolderKey(path),
      await openFolderKey(path),
      await openFolderKey(await folder()),
    ];
    const phone = "966511111111@c.us";
    expect(again.digest(phone)).toBe(one.digest(phone));
    expect(other.digest(phone)).not.toBe(one.digest(phone));
    const sealed = one.seal(phone);
    expect([again.open(sealed), other.open(sealed), one.open(phone)]).toEqual([phone, undefined, undefined]);
    expect((await stat(join(path, "key"))).mode & 0o777).toBe(0o600);
    expect(await readdir(path)).toEqual(["key"]);
  });

  it("makes no new key in place of one that is there and can't be read", async () => {
    const path = await folder();
    await mkdir(join(path, "key"));
    await expect(openFolderKey(path)).rejects.toThrow(join(path, "key"));
    expect((await stat(join(path, "key"))).isDirectory()).toBe(true);
  });

  it("makes a new one in place of a torn one", async () => {
    const path = await folder();
    await writeFile(join(path, "key"), "torn");
    const made = await openFolderKey(path);
    expect((await openFolderKey(path)).digest("a")).toBe(made.digest("a"));
  });
});

describe("openFacts", () => {
  it("keeps whose calls they are for the next start, and no phone in clear", async () => {
    const path = await folder();
    const calls = [{ id: "CALL1", from: "966511111111@c.us", at: 7 }];
    await (await openFacts(path, await openFolderKey(path))).write({ linkedAt: 1, calls });
    expect(await readFile(join(path, "line.json"), "utf8")).not.toContain("966511111111");
    expect((await openFacts(path, await openFolderKey(path))).facts()).toEqual({ linkedAt: 1, calls });
  });

  it("reads what it wrote, and takes a broken file for none", async () => {
    const path = await folder();
    const { write } = await openFacts(path, await openFolderKey(path));
    await Promise.all([write({ linkedAt: 1 }), write({ number: "1@c.us", linkedAt: 2, heardUntil: 3 })]);
    expect((await openFacts(path, await openFolderKey(path))).facts()).toEqual({
      number: "1@c.us",
      linkedAt: 2,
      heardUntil: 3,
    });
    await writeFile(join(path, "line.json"), '{"linkedAt":');
    expect((await openFacts(path, await openFolderKey(path))).facts()).toEqual({});
  });
});

describe("createLanes", () => {
  function worker() {
    const done: string[] = [];
    const work = (name: string) => async () => {
      done.push(name);
      return "done" as const;
    };
    return { done, work };
  }

  it("keeps one person's order through failures, and lets others pass", async () => {
    const lanes = createLanes({
      firstWaitMs: 1,
      isOpen: (from) => from !== ended,
      onGivenUp: () => undefined,
    });
    const { done, work } = worker();
    const [web, ended] = [{}, {}];
    lanes.push("a", { from: web, run: async (attempt) => (attempt < 3 ? "again" : work("a1")()) });
    lanes.push("a", { from: web, run: work("a2") });
    lanes.push("b", { from: web, run: work("b1") });
    await vi.waitFor(() => expect(lanes.isIdle()).toBe(true));
    expect(done).toEqual(["b1", "a1", "a2"]);
  });

  it("drops the rest of a lane with its browser, and takes up the next one's", async () => {
    const lanes = createLanes({
      firstWaitMs: 1,
      isOpen: (from) => from !== ended,
      onGivenUp: () => undefined,
    });
    const { done, work } = worker();
    const [ended, second] = [{}, {}];
    lanes.push("a", { from: ended, run: () => Promise.reject(new Error("Target closed")) });
    lanes.push("a", { from: ended, run: work("lost") });
    lanes.push("a", { from: second, run: work("swept") });
    await vi.waitFor(() => expect(lanes.isIdle()).toBe(true));
    expect(done).toEqual(["swept"]);
  });

  it("tries again what throws while its browser lives, and in the end goes on without it", async () => {
    const { done, work } = worker();
    const errors: unknown[] = [];
    const lanes = createLanes({
      firstWaitMs: 1,
      isOpen: () => true,
      onGivenUp: (error) => errors.push(error),
    });
    const web = {};
    let tries = 0;
    lanes.push("a", {
      from: web,
      run(attempt) {
        tries = attempt;
        return Promise.reject(new Error("database is locked"));
      },
    });
    lanes.push("a", { from: web, run: work("behind it") });
    await vi.waitFor(() => expect(lanes.isIdle()).toBe(true));
    expect([tries, errors.length, done]).toEqual([8, 1, ["behind it"]]);
  });

  it("says of each work whether it was done", async () => {
    const told: string[] = [];
    const says = (name: string) => ({ ended: (isDone: boolean) => void told.push(`${name} ${isDone}`) });
    const [web, ended] = [{}, {}];
    const lanes = createLanes({
      firstWaitMs: 1,
      isOpen: (from) => from !== ended,
      onGivenUp: () => undefined,
    });
    lanes.push("a", {
      from: web,
      run: async (attempt) => (attempt < 3 ? "again" : "repeat"),
      ...says("late"),
    });
    lanes.push("a", {
      from: ended,
      run: () => Promise.reject(new Error("Target closed")),
      ...says("broken"),
    });
    lanes.push("a", { from: ended, run: async () => "done", ...says("behind it") });
    await vi.waitFor(() => expect(lanes.isIdle()).toBe(true));
    lanes.push("a", { from: web, run: async () => "again", ...says("stopped") });
    lanes.push("a", { from: web, run: async () => "done", ...says("not begun") });
    await lanes.stop();
    lanes.push("a", { from: web, run: async () => "done", ...says("too late") });
    expect(told).toEqual([
      ...["late true", "broken false", "behind it false"],
      ...["stopped false", "not begun false", "too late false"],
    ]);
  });

  it("stops while something waits to be tried again", async () => {
    const lanes = createLanes({ firstWaitMs: 60_000, isOpen: () => true, onGivenUp: () => undefined });
    lanes.push("a", { from: {}, run: async () => "again" });
    await lanes.stop();
  });
});

describe("createMeter", () => {
  const now = 30 * dayMs;
  const limits = { customerFirst: 0.8, newAnHour: 60, unanswered: 0.8, fewest: 10 };

  it("is low while customers write first, however many answers they get", () => {
    const meter = createMeter(limits);
    for (let n = 0; n < 50; n++) {
      meter.heard(`c${n}`, now - 2 * hourMs, false);
      for (let answer = 0; answer < 5; answer++) meter.sent(`c${n}`, now - hourMs, true);
    }
    expect(meter.read(now)).toEqual({ customerFirst: 1, newAnHour: 0, unanswered: 0, isHigh: false });
  });

  it("is high when many are met in an hour, when the office writes first, or when nobody answers", () => {
    const met = createMeter(limits);
    for (let n = 0; n < 61; n++) met.heard(`c${n}`, now - 60_000, true);
    expect(met.read(now).isHigh).toBe(true);
    expect(met.read(now + hourMs).isHigh).toBe(false);
    const known = createMeter(limits);
    for (let n = 0; n < 61; n++) known.heard(`c${n}`, now - 60_000, false);
    expect(known.read(now).isHigh).toBe(false);

    const first = createMeter(limits);
    for (let n = 0; n < 10; n++) {
      first.sent(`c${n}`, now - 3 * hourMs, n > 3);
      first.heard(`c${n}`, now - 2 * hourMs, false);
    }
    expect(first.read(now)).toMatchObject({ customerFirst: 0.6, isHigh: true });

    const silent = createMeter(limits);
    for (let n = 0; n < 10; n++) {
      silent.heard(`c${n}`, now - 4 * hourMs, true);
      silent.sent(`c${n}`, now - 3 * hourMs, false);
    }
    expect(silent.read(now)).toMatchObject({ unanswered: 1, isHigh: true });
    for (let n = 0; n < 5; n++) silent.heard(`c${n}`, now - hourMs, false);
    expect(silent.read(now)).toMatchObject({ unanswered: 0.5, isHigh: false });
  });

  it("lets news pass that are few beside the chats of the day", () => {
    const meter = createMeter(limits);
    for (let n = 0; n < 60; n++) {
      meter.heard(`c${n}`, now - 3 * hourMs, false);
      meter.sent(`c${n}`, now - 3 * hourMs, true);
    }
    for (let n = 0; n < 20; n++) meter.sent(`c${n}`, now - 2 * hourMs, false);
    expect(meter.read(now)).toMatchObject({ unanswered: 1, isHigh: false });
  });

  it("forgets after a day", () => {
    const meter = createMeter(limits);
    for (let n = 0; n < 20; n++) meter.sent(`c${n}`, now, false);
    expect(meter.read(now).isHigh).toBe(true);
    expect(meter.read(now + dayMs + 1).isHigh).toBe(false);
  });

  it("is remembered over a start, without anybody's address", async () => {
    const path = await folder();
    const before = await openMeter(path, limits, await openFolderKey(path), () => now);
    for (let n = 0; n < 20; n++) before.meter.sent(`9665000000${n}@c.us`, now, false);
    await before.save();
    expect(await readFile(join(path, "meter.json"), "utf8")).not.toContain("9665");
    const after = await openMeter(path, limits, await openFolderKey(path), () => now);
    expect(after.meter.read(now)).toEqual(before.meter.read(now));
    expect(after.meter.read(now).isHigh).toBe(true);
    after.meter.heard("96650000003@c.us", now + 1, false);
    expect(after.meter.read(now + 1).unanswered).toBe(0.95);
    await writeFile(join(path, "meter.json"), "[{");
    expect((await openMeter(path, limits, await openFolderKey(path), () => now)).meter.read(now).isHigh).toBe(
      false,
    );
  });

  it("keeps nothing older than a day, though nobody reads it", async () => {
    const path = await folder();
    let time = now;
    const open = async () => openMeter(path, limits, await openFolderKey(path), () => time);
    const before = await open();
    before.meter.heard("966500000001@c.us", now, true);
    await before.save();
    expect((await open()).meter.chats(now)).toHaveLength(1);
    time += dayMs + 1;
    expect((await open()).meter.chats(now)).toEqual([]);
    before.meter.heard("966500000002@c.us", time, true);
    await before.save();
    expect(JSON.parse(await readFile(join(path, "meter.json"), "utf8"))).toHaveLength(1);
  });

  it("takes a day for the time in which an answer is one", () => {
    expect(isReply(now - dayMs + 1, now)).toBe(true);
    expect(isReply(now - dayMs, now)).toBe(false);
    expect(isReply(undefined, now)).toBe(false);
  });
});

describe("ratesOf", () => {
  it("grow with the days since the number was linked", () => {
    const minutes = [0, 0.9, 1, 2.9, 3, 6.9, 7, 400].map(
      (days) => 60_000 / lineRate(0, days * dayMs).everyMs,
    );
    expect(minutes).toEqual([10, 10, 15, 15, 20, 20, 30, 30]);
    expect(lineRate(undefined, 5 * dayMs)).toEqual({ most: 3, everyMs: 6_000 });
    let now = 0;
    const rates = ratesOf(
      () => 0,
      () => now,
    );
    expect(rates.line.everyMs).toBe(6_000);
    now = 10 * dayMs;
    expect(rates.line).toEqual({ most: 7, everyMs: 2_000 });
    expect(warmUp.map(({ aMinute }) => aMinute)).toEqual([10, 15, 20, 30]);
  });

  it("type as long as a person would, within bounds", () => {
    expect(typingMs("", 0.5)).toBe(1_000);
    expect(typingMs("x".repeat(40), 0.5)).toBe(2_000);
    expect(typingMs("x".repeat(10_000), 1)).toBe(4_800);
  });
});
