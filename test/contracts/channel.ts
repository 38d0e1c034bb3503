/**
 * What every channel promises, run against each: `channelContract(facts)` in the channel's own test. What a platform can't do (press a
 * button, deliver again) is not tried on it.
 */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { ChannelError, type ChannelProblem } from "../../src/channels/channel.ts";
import { composeMessages } from "../../src/channels/compose.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import type { Outbound } from "../../src/domain/message.ts";
import { type Deed, type Platform, type PlatformFacts, recordingOffice } from "./channel-bench.ts";
import { deeds } from "./channel-deeds.ts";

const conversation = `c_${"a".repeat(22)}` as ConversationId;
const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
const graphemesIn = (text: string) => [...graphemes.segment(text)].length;
/** Platforms are asked for updates; nobody waits longer for one than this. */
const soon = { timeout: 15_000, interval: 10 };

/** A platform with its channel started, on a recording office; all of it ends with the test. */
async function openStarted(facts: PlatformFacts) {
  const office = recordingOffice();
  const platform = await facts.open(office);
  onTestFinished(async () => {
    await platform.channel.stop();
    await platform.close();
  });
  await platform.channel.start(office.receive, office.desk);
  let count = 0;
  const say = (words: Partial<Outbound> & { readonly text: string }): Outbound => {
    const seq = ++count;
    const { name: channel } = platform.channel;
    const key = `${conversation}:${seq}:0`;
    const about = { conversation, channel, address: platform.address, key, seq } as const;
    return { ...about, from: "office", language: "ar", ...words };
  };
  /** As the outbox does it: stored, composed, each part handed over after the other. */
  const deliver = async (words: Partial<Outbound> & { readonly text: string }): Promise<Outbound> => {
    const outbound = say(words);
    platform.stored?.(outbound);
    for (const part of composeMessages(outbound, platform.channel.capabilities)) {
      const { id } = await platform.channel.send(part);
      if (id !== undefined) office.desk.keys.set(`${platform.address} ${id}`, outbound.key);
    }
    return outbound;
  };
  const taken = (count: number) =>
    vi.waitFor(() => {
      expect(office.taken.length).toBeGreaterThanOrEqual(count);
      return office.taken;
    }, soon);
  const shown = (count: number) =>
    vi.waitFor(async () => {
      const seen = await platform.sees();
      expect(seen.length).toBeGreaterThanOrEqual(count);
      return seen;
    }, soon);
  return { office, platform, say, deliver, taken, shown };
}

/** Runs the whole contract against one channel. */
export function channelContract(facts: PlatformFacts): void {
  const can = (...deeds: Deed["type"][]) => deeds.every((deed) => facts.deeds.includes(deed));

  describe(`${facts.name} hears`, () => {
    it("of changed messages where its capabilities say so, and nowhere else", async () => {
      const { platform } = await openStarted(facts);
      expect(platform.channel.capabilities.edits).toBe(can("edit"));
    });

    it("what was sent in a burst, in its order", async () => {
      const { platform, office, taken } = await openStarted(facts);
      const texts = Array.from({ length: 12 }, (_, n) => `message ${n}`);
      for (const text of texts) await platform.does({ type: "text", text });
      await taken(texts.length);
      expect(office.contents()).toEqual(texts.map((text) => ({ type: "text", text })));
      expect(new Set(office.taken.map(({ id }) => id)).size).toBe(texts.length);
      expect(office.taken.every(({ address }) => address === platform.address)).toBe(true);
    });

    it.runIf(facts.redelivers)("again, under the same id, what the office could not take", async () => {
      const { platform, office, taken } = await openStarted(facts);
      office.refuseNext(2);
      await platform.does({ type: "text", text: "سلام" });
      await taken(1);
      expect(office.calls.length).toBe(3);
      expect(new Set(office.calls.map(({ id }) => id)).size).toBe(1);
      expect(office.contents()).toEqual([{ type: "text", text: "سلام" }]);
    });

    it.runIf(facts.redelivers)("a delivery that comes again under the id that it had", async () => {
      const { platform, office, taken } = await openStarted(facts);
      for (const text of ["one", "two"]) await platform.does({ type: "text", text });
      await taken(2);
      await platform.deliversAgain();
      await platform.does({ type: "text", text: "three" });
      await taken(3);
      expect(office.contents()).toEqual(["one", "two", "three"].map((text) => ({ type: "text", text })));
      // A channel may know repeats by itself; those that it hands over have the id that they had.
      expect(new Set(office.calls.map(({ id }) => id)).size).toBe(3);
    });

    it.runIf(facts.echoes)("nothing of the office's own messages", async () => {
      const { platform, office, deliver, taken } = await openStarted(facts);
      await deliver({ text: "أهلًا" });
      await platform.echoesOwn();
      await platform.does({ type: "text", text: "after it" });
      await taken(1);
      expect(office.contents()).toEqual([{ type: "text", text: "after it" }]);
    });

    it.each(deeds.filter(([deed]) => can(deed.type)))("$type as what it is", async (deed, expected) => {
      const { platform, office, deliver, taken } = await openStarted(facts);
      const asked = await deliver({ text: "ملخص", choices: [{ value: "q7:place", label: "اعتماد" }] });
      if (deed.type === "edit" || deed.type === "deleted") {
        await platform.does({ type: "text", text: "first" });
        await taken(1);
      }
      const before = office.taken.length;
      await platform.does(deed);
      await taken(before + 1);
      const content = office.taken.at(-1)?.content;
      expect(content).toMatchObject(expected);
      if (content?.type === "reaction") expect(content.to).toBe(asked.key);
      if (content?.type === "edit") expect(content.of).toBe(office.taken[0]?.id);
      if (content && "document" in content && "bytes" in deed) {
        expect(content.bytes).toBe(deed.bytes.length);
        expect(office.desk.files.get(content.document)).toEqual(Buffer.from(deed.bytes));
      }
    });

    it("after a stop and a start what came in between, and goes on", async () => {
      const { platform, office, taken } = await openStarted(facts);
      await platform.does({ type: "text", text: "before" });
      await taken(1);
      await platform.channel.stop();
      await platform.does({ type: "text", text: "between" });
      await platform.channel.start(office.receive, office.desk);
      await platform.does({ type: "text", text: "after" });
      await taken(3);
      expect(office.contents()).toEqual(
        ["before", "between", "after"].map((text) => ({ type: "text", text })),
      );
    });
  });

  describe(`${facts.name} says`, () => {
    it("messages in their order", async () => {
      const { deliver, shown } = await openStarted(facts);
      const texts = Array.from({ length: 8 }, (_, n) => `رسالة رقم ${n}`);
      for (const text of texts) await deliver({ text });
      expect((await shown(texts.length)).map(({ text }) => text)).toEqual(texts);
    });

    it("a text longer than a message in parts that tear no grapheme", async () => {
      const { platform, deliver, shown } = await openStarted(facts);
      const { maxTextLength } = platform.channel.capabilities;
      const piece = "👩‍👩‍👧بَّ🇸🇦é-";
      const text = piece.repeat(Math.ceil((2.4 * maxTextLength) / piece.length));
      await deliver({ text });
      // Where the page reads what is stored, the text needs no parts.
      const parts = platform.stored ? await shown(1) : await shown(3);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      if (!platform.stored) expect(parts.every((part) => part.text.length <= maxTextLength)).toBe(true);
      expect(parts.reduce((sum, part) => sum + graphemesIn(part.text), 0)).toBe(graphemesIn(text));
    });

    it.runIf(can("press"))("choices as buttons, and a press means its value", async () => {
      const { platform, office, deliver, taken, shown } = await openStarted(facts);
      const choices = ["جدة", "الرياض"].map((label, n) => ({ value: `q1:${n}:${"v".repeat(59)}`, label }));
      await deliver({ text: "أي مدينة؟", choices });
      expect((await shown(1)).at(-1)).toMatchObject({ text: "أي مدينة؟", buttons: ["جدة", "الرياض"] });
      await platform.does({ type: "press", label: "الرياض" });
      await taken(1);
      expect(office.contents()).toEqual([{ type: "choice", value: choices[1]?.value }]);
    });

    it("choices that are more than its buttons as numbered lines, answered by number", async () => {
      const { platform, office, deliver, taken, shown } = await openStarted(facts);
      const count = platform.channel.capabilities.buttons + 2;
      const choices = Array.from({ length: count }, (_, n) => ({ value: `q1:${n}`, label: `خيار ${n}` }));
      await deliver({ text: "أي خيار؟", choices });
      const [seen] = await shown(1);
      if (!platform.stored) {
        expect(seen?.text).toContain(`\n${count}. خيار ${count - 1}`);
        expect(seen?.buttons ?? []).toEqual([]);
      }
      await platform.does({ type: "text", text: "2" });
      await taken(1);
      expect(office.contents()).toEqual([{ type: "text", text: "2" }]);
    });

    it("a file with its words, where it carries files", async () => {
      const { platform, office, deliver, shown } = await openStarted(facts);
      if (!platform.channel.capabilities.files || platform.stored) return;
      const kept = await office.desk.keepFile(
        { address: platform.address },
        { name: "contract.pdf", body: piecesOf(Buffer.from("%PDF-1.4 the contract")) },
      );
      if (kept === "not_now" || !("document" in kept)) throw new Error("The desk kept no file.");
      const { type: _, ...document } = kept;
      await deliver({ text: "العقد مرفق", document });
      const seen = (await shown(1)).at(-1);
      expect(seen?.text).toBe("العقد مرفق");
      expect(Buffer.from(seen?.file ?? []).toString()).toBe("%PDF-1.4 the contract");
      const long = "العقد مرفق مع ملاحقه. ".repeat(70).trim();
      await deliver({ text: long, document });
      const all = await shown(2);
      expect(all.filter(({ file }) => file)).toHaveLength(2);
      expect(
        all
          .map(({ text }) => text)
          .slice(1)
          .join(""),
      ).toBe(long);
    });

    it.each(facts.problems)(
      "who must act when a hand-over meets %s, and goes on after it",
      async (problem) => {
        const { platform, deliver, say, shown } = await openStarted(facts);
        await deliver({ text: "first" });
        platform.fails(problem);
        expect(await problemOf(platform, say({ text: "second" }))).toMatchObject({ type: problem });
        if (problem === "logged_out") return;
        await deliver({ text: "third" });
        expect((await shown(2)).map(({ text }) => text)).toEqual(["first", "third"]);
      },
    );
  });
}

async function problemOf({ channel }: Platform, outbound: Outbound): Promise<ChannelProblem> {
  try {
    await channel.send(outbound);
  } catch (error) {
    if (error instanceof ChannelError) return error.problem;
    throw error;
  }
  throw new Error("The message was handed over.");
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 8) yield bytes.subarray(at, at + 8);
}
