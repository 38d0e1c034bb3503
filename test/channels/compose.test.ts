import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capabilities } from "../../src/channels/channel.ts";
import { composeMessages, splitText } from "../../src/channels/compose.ts";
import type { ConversationId, DocumentId } from "../../src/domain/ids.ts";
import type { Outbound } from "../../src/domain/message.ts";

const capabilities: Capabilities = {
  buttons: 3,
  maxTextLength: 40,
  canWriteFirst: false,
  edits: false,
  typing: false,
};
const outbound = (text: string, labels: readonly string[] = []): Outbound => ({
  conversation: "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId,
  channel: "test",
  address: "1",
  key: "k:1:0",
  seq: 1,
  from: "office",
  language: "ar",
  text,
  ...(labels.length > 0 && { choices: labels.map((label, index) => ({ value: `q1:${index}`, label })) }),
});

describe("composeMessages", () => {
  it("leaves a message alone that fits", () => {
    const message = outbound("أي مدينة؟", ["جدة", "الرياض"]);
    expect(composeMessages(message, capabilities)).toEqual([message]);
  });

  it("numbers the choices where they are more than the platform's buttons", () => {
    const [message] = composeMessages(outbound("أي غرفة؟", ["مفردة", "مزدوجة", "جناح", "عائلية"]), {
      ...capabilities,
      maxTextLength: 400,
    });
    expect(message?.text).toBe("أي غرفة؟\n1. مفردة\n2. مزدوجة\n3. جناح\n4. عائلية");
    expect(message?.choices).toBeUndefined();
  });

  it("keeps buttons with the last part of a long text, and gives every part its own key", () => {
    const parts = composeMessages(outbound("كلمة ".repeat(30), ["نعم", "لا"]), capabilities);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.slice(0, -1).every(({ choices }) => choices === undefined)).toBe(true);
    expect(parts.at(-1)?.choices).toHaveLength(2);
    expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
  });
});

describe("composeMessages, for what a platform shows less of", () => {
  const roomy = { ...capabilities, maxTextLength: 400 };

  it("numbers the choices where a label is longer than a button, counted as people count", () => {
    const long = { ...roomy, buttonLength: 5 };
    const [kept] = composeMessages(outbound("أي؟", ["👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "نعم"]), long);
    expect(kept?.choices).toHaveLength(2);
    const [numbered] = composeMessages(outbound("أي؟", ["تجديد الرخصة", "نعم"]), long);
    expect(numbered).toMatchObject({ text: "أي؟\n1. تجديد الرخصة\n2. نعم" });
    expect(numbered?.choices).toBeUndefined();
  });

  const document = { document: "f" as DocumentId, name: "a.pdf", mediaType: "application/pdf", bytes: 1 };

  it("keeps words that fit below their file", () => {
    const message = { ...outbound("العقد مرفق", ["تم"]), document };
    expect(composeMessages(message, { ...roomy, captionLength: 20 })).toEqual([message]);
  });

  it("sends longer words behind their file, with the choices", () => {
    const message = { ...outbound("العقد مرفق مع الملاحق", ["تم"]), document };
    const [file, words, ...more] = composeMessages(message, { ...roomy, captionLength: 10 });
    expect(more).toEqual([]);
    expect(file).toMatchObject({ text: "", document });
    expect(file?.choices).toBeUndefined();
    expect(words).toMatchObject({ text: message.text, choices: message.choices, key: message.key });
    expect(words?.document).toBeUndefined();
  });

  it("asks for what a question takes with its last part alone", () => {
    const parts = composeMessages({ ...outbound("كلمة ".repeat(30)), wants: "phone" }, capabilities);
    expect(parts.map(({ wants }) => wants)).toEqual([...parts.slice(1).map(() => undefined), "phone"]);
  });
});

describe("splitText", () => {
  const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });
  const countOf = (text: string) => [...graphemes.segment(text)].length;

  it("loses nothing, fits, and cuts no grapheme", () => {
    const piece = fc.constantFrom("أ", "بَّ", "👩‍👩‍👧", "🇸🇦", "a", " ", "\n", "é", "نص طويل ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), fc.integer({ min: 20, max: 300 }), (pieces, most) => {
        const text = pieces.join("");
        const parts = splitText(text, most);
        expect(parts.join("")).toBe(text);
        expect(parts.every((part) => part.length <= most)).toBe(true);
        expect(parts.reduce((sum, part) => sum + countOf(part), 0)).toBe(countOf(text));
      }),
      { numRuns: 200 },
    );
  });

  it("prefers the end of a line or a word", () => {
    expect(splitText("first line here\nsecond line", 18)).toEqual(["first line here\n", "second line"]);
  });

  it("cuts even one endless grapheme", () => {
    const stacked = `a${"\u0301".repeat(500)}`;
    const parts = splitText(stacked, 100);
    expect(parts.every((part) => part.length <= 100)).toBe(true);
    expect(parts.join("")).toBe(stacked);
  });
});
