/** Text that breaks programs, through the whole office with the real flows: nothing throws, and what is kept and sent is well-formed. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import { root } from "../../src/root.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { openBenchOffice } from "./bench-office.ts";

/** After the Big List of Naughty Strings (https://github.com/minimaxir/big-list-of-naughty-strings), and our own languages' traps. */
const naughty: readonly string[] = [
  "",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\udc00 \ud800",
  "اسم\ud83d",
  "\u202eمقلوب\u202c",
  "\u2066\u2067\u2068\u2069\u2069\u2069",
  "\u200b\u200c\u200d\ufeff",
  "\u0001\u0002\u001b[31mred\u001b[0m\u007f",
  "undefined",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "{title}",
  "{n, plural, one {x}",
  "'{'}'{{}}",
  "<script>alert(1)</script>",
  "' OR 1=1 --",
  '"; DROP TABLE orders; --',
  "=cmd|' /C calc'!A0",
  "../../etc/passwd",
  "%00%n%s",
  "\u0301\u0301\u0301\u0301\u0301",
  "لُلُصّبُلُلصّبُررً ॣ ॣh ॣ ॣ 冗",
  "👩‍👩‍👧‍👧🏳️‍🌈🇸🇦🇸",
  "﷽",
  "١٢٣۴۵6٧٨٩",
  "999999999999999999999999999999",
  "-0.0000000000000000001e400",
  "٣١/٢/١٤٤٨",
  "BR-99999999999999999999",
  "\t\r\n\u2028\u2029\u0085",
  "ⓐⓑ ｆｕｌｌ ℌ",
  "a".repeat(200_000),
  "\u0645".repeat(200_000),
  "\ud83d".repeat(70_000),
  "e\u0301".repeat(100_000),
  "1 ".repeat(50_000),
  "{".repeat(5_000),
  "بكرة ".repeat(20_000),
];

const text = fc.oneof(
  fc.constantFrom(...naughty),
  fc.string({ unit: "binary", maxLength: 300 }),
  // Any UTF-16, torn pairs included.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join("")),
  fc
    .tuple(
      fc.constantFrom("أبغى أحجز فندق في ", "send a parcel to ", "نعم", "cancel ", "2 "),
      fc.constantFrom(...naughty),
    )
    .map(([before, after]) => before + after),
);

const media = fc.record({ name: text, caption: text }).map(({ name, caption }) => ({
  document: "d_AAAAAAAAAAAAAAAAAAAAAA" as DocumentId,
  name,
  mediaType: "image/png",
  bytes: 1,
  caption,
}));

const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: text.map((words) => ({ type: "text", text: words }) as const) },
  text.map((words) => ({ type: "edit", of: "m0", text: words }) as const),
  text.map((value) => ({ type: "choice", value }) as const),
  fc.record({ name: text, phone: text }).map((contact) => ({ type: "contact", ...contact }) as const),
  text.map((label) => ({ type: "location", latitude: 24.7, longitude: 46.7, label }) as const),
  text.map((emoji) => ({ type: "reaction", emoji }) as const),
  media.map((one) => ({ type: "photo", ...one }) as const),
  media.map((one) => ({ type: "voice", ...one }) as const),
);

/** What may stand in a line: well-formed, and of the controls only line feed and tab. */
const isFit = (words: string): boolean =>
  words.isWellFormed() && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(words);

/** Every string somewhere in a value. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

describe("receive of naughty text", () => {
  it("answers everything, and keeps and sends only well-formed text", { timeout: 120_000 }, async () => {
    const bench = await openBenchOffice({ flowsDir: join(root, "flows") });
    await bench.reopen((settings) => ({
      ...settings,
      classifier: embeddedClassifier(bench.office().catalogue().specs, []),
    }));
    let chats = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 6 }), async (messages) => {
        chats += 1;
        const address = `naughty-${chats}`;
        const received = await Promise.all(messages.map((one, n) => bench.receive(address, `m${n}`, one)));
        expect(received.map(({ type }) => type)).toEqual(messages.map(() => "accepted"));
        await bench.office().idle();
        const kept = await bench.lines(address);
        const unfit = [...stringsIn(kept), ...bench.to(address).map((sent) => sent.text)].filter(
          (one) => !isFit(one),
        );
        expect(unfit).toEqual([]);
        expect(kept.filter(({ from }) => from === "customer")).toHaveLength(messages.length);
        expect(bench.to(address).every((sent) => sent.text.length <= 4_096)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(bench.office().engine.counters().failed_turns_total).toBe(0);
  });
});
