/** Two programs in conversation: the same reply again and again ends in silence and a case for a person. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { echoOf, isLoop, loopMs, mostEqualReplies } from "../../src/conversation/reading/loop.ts";
import type { Echo } from "../../src/domain/conversation.ts";
import { paperOffice } from "./paper-office.ts";

/** Replies one after another, each so many milliseconds after the one before. */
function run(replies: readonly { readonly text: string; readonly after: number }[]): readonly Echo[] {
  const echoes: Echo[] = [];
  let at = 0;
  for (const { text, after } of replies) {
    at += after;
    echoes.push(echoOf(echoes.at(-1), text, at));
  }
  return echoes;
}

describe("echoOf", () => {
  it("counts exactly the equal replies in a row that fit into a minute", () => {
    const reply = fc.record({ text: fc.constantFrom("a", "b"), after: fc.nat(30_000) });
    fc.assert(
      fc.property(fc.array(reply, { minLength: 1, maxLength: 40 }), (replies) => {
        const echoes = run(replies);
        for (const [index, { count, since }] of echoes.entries()) {
          const row = replies.slice(index - count + 1, index + 1);
          expect(new Set(row.map(({ text }) => text)).size).toBe(1);
          const lasted = row.slice(1).reduce((sum, { after }) => sum + after, 0);
          expect(lasted).toBeLessThanOrEqual(loopMs);
          expect(since).toBe(replies.slice(0, index - count + 2).reduce((sum, { after }) => sum + after, 0));
        }
      }),
    );
  });

  it("calls a loop what repeats more often than five times, and nothing slower", () => {
    const equal = (after: number) => Array.from({ length: 12 }, () => ({ text: "a", after }));
    expect(run(equal(1_000)).findIndex(isLoop)).toBe(mostEqualReplies);
    expect(run(equal(loopMs / 4)).some(isLoop)).toBe(false);
  });
});

describe("a talk between two programs", () => {
  it.each(["ok", "👍", "asdf qwer", "متى تفتحون؟", "{}"])(
    "ends by itself when the other says %s",
    (words) => {
      const office = paperOffice();
      const said: string[] = [];
      for (let turn = 0; turn < 40; turn += 1) {
        office.waits(200);
        office.says_(words);
        said.push(office.text());
      }
      expect(said.filter((text) => text !== "").length).toBeLessThanOrEqual(10);
      expect(said.slice(-20).join("")).toBe("");
      expect(office.conversation.person?.reason).toBe("loop");
    },
  );

  it("ends by itself when the other is an office like ours", () => {
    const [ours, theirs] = [paperOffice(), paperOffice()];
    let line = "السلام عليكم";
    let turns = 0;
    for (; turns < 200 && line !== ""; turns += 1) {
      const speaker = turns % 2 === 0 ? ours : theirs;
      speaker.waits(300);
      speaker.says_(line);
      line = speaker.text();
    }
    expect(turns).toBeLessThan(40);
  });

  it("lets a person come back to the bot afterwards", () => {
    const office = paperOffice();
    for (let turn = 0; turn < 10; turn += 1) office.says_("ok");
    expect(office.text()).toBe("");
    office.waits(2 * 3_600_000);
    office.says_("ok");
    expect(office.text()).not.toBe("");
  });
});
