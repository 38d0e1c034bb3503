import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/domain/understanding.ts";
import { asking, classifier, context, examples, readBack } from "./reader.ts";

const pieces = fc.constantFrom(
  ..."ابي أرسل طرد من الرياض إلى جدة ٣ كيلو فندق ليلتين لا مو السبت الأحد وين طلبي 20418 0551234567 السلام عليكم و ، . ؟ و RRRD2929 hotel for 2 nights not Friday and also cancel my name is Ahmed 500 SAR 👍 \u202e \u0000 ـ لل".split(
    " ",
  ),
);
const sentences = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(" "));
const texts = fc.oneof(
  sentences,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
);
const opens = fc.constantFrom(
  undefined,
  asking("contents", "from_city"),
  asking("pickup", "weight_kg"),
  asking("name", "city", "checkin"),
  asking("guests", "city", "checkin", "nights"),
  readBack("hotel_booking", "city", "checkin", "guests"),
);

/** Every span that a reading claims, with the words that it gives for it. */
function spansOf({ understandings }: Reading): { text: string; start: number; end: number }[] {
  return understandings.flatMap((understanding) => {
    const fields =
      "fields" in understanding && understanding.type !== "unclear"
        ? Object.values(understanding.fields)
        : [];
    const bad = "bad" in understanding ? Object.values(understanding.bad ?? {}) : [];
    const several = understanding.type === "unclear" ? Object.values(understanding.fields ?? {}) : [];
    return [...fields, ...bad, ...several.flatMap((each) => Object.values(each))];
  });
}

describe("read", () => {
  it("never throws, says something, and stands on exact slices of the text", () => {
    fc.assert(
      fc.property(texts, opens, (text, open) => {
        const reading = classifier.read(text, { ...context, ...(open && { open }) });
        expect(reading.understandings.length).toBeGreaterThan(0);
        expect(reading.confidence).toBeGreaterThanOrEqual(0);
        expect(reading.confidence).toBeLessThanOrEqual(1);
        for (const { text: words, start, end } of spansOf(reading))
          expect(words).toBe(text.slice(start, end));
      }),
      { numRuns: 600 },
    );
  });

  it("gives no span to two fields of a request, save the ends of a range", () => {
    // One saying in five, another fifth of the writers each: all of them take a minute.
    for (const { text } of examples.filter((_, n) => n % 5 === 0)) {
      const spans = spansOf(classifier.read(text, context));
      for (const [i, a] of spans.entries()) {
        for (const b of spans.slice(i + 1)) {
          const partly =
            a.start < b.end &&
            b.start < a.end &&
            !(a.start <= b.start && a.end >= b.end) &&
            !(b.start <= a.start && b.end >= a.end);
          expect(partly, `${text}: «${a.text}» and «${b.text}»`).toBe(false);
        }
      }
    }
  });

  it("takes time that grows no faster than the text, and little for the longest", () => {
    const words = "ابي ارسل طرد من الرياض الى جده مو فندق و كتب 5 كيلو باسم محمد 0551234567 ";
    const milliseconds = (length: number) => {
      const text = words.repeat(Math.ceil(length / words.length)).slice(0, length);
      const began = performance.now();
      classifier.read(text, context);
      return performance.now() - began;
    };
    milliseconds(4_000);
    expect(milliseconds(200_000)).toBeLessThan(1_500);
    expect(classifier.read("ا".repeat(200_000), context).understandings.length).toBe(1);
    expect(classifier.read("و ".repeat(50_000), context).understandings.length).toBe(1);
  });
});
