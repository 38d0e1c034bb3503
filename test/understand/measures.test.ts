import { describe, expect, it } from "vitest";
import type { Judged } from "../../src/understand/measuring/evaluate.ts";
import { aurocOf, figuresOf } from "../../src/understand/measuring/measures.ts";

const scored = (positives: readonly number[], negatives: readonly number[]) => [
  ...positives.map((score) => ({ score, positive: true })),
  ...negatives.map((score) => ({ score, positive: false })),
];

describe("aurocOf", () => {
  it("is one when every positive scores above every negative, a half for chance and ties", () => {
    expect(aurocOf(scored([3, 4], [1, 2]))).toBe(1);
    expect(aurocOf(scored([1, 2], [3, 4]))).toBe(0);
    expect(aurocOf(scored([1, 1], [1, 1, 1]))).toBe(0.5);
    expect(aurocOf(scored([3, 1], [2]))).toBe(0.5);
  });

  it("says nothing when one kind is missing", () => {
    expect(aurocOf(scored([1], []))).toBeUndefined();
  });
});

describe("figuresOf", () => {
  const one = (expected: string[], read: string[], more: Partial<Judged> = {}): Judged => ({
    ...{ saying: { text: "", lang: "en", now: 0, intents: expected }, expected, read, begun: [] },
    ...{ right: expected[0] === read[0], confidence: 0.95, by: "embedded", asked: [], fields: [], tookMs: 1 },
    ...more,
  });
  const figures = figuresOf([
    one(["a"], ["a"], { begun: ["a"] }),
    one(["a", "b"], ["b", "a"], { begun: ["b", "a"], confidence: 0.55 }),
    one(["a", "b"], ["b"], { confidence: 0.55 }),
    one(["out_of_scope"], ["a"], { begun: ["a"], outside: 0.2 }),
    one(["out_of_scope"], ["out_of_scope"], { outside: 0.9 }),
  ]);

  it("counts messages with several requests whatever their order, and each of their requests", () => {
    expect(figures.allFound).toEqual({ right: 1, of: 2 });
    expect(figures.eachFound).toEqual({ right: 3, of: 4 });
  });

  it("counts services that were begun though nobody asked", () => {
    expect(figures.wronglyBegun).toEqual({ right: 1, of: 5 });
  });

  it("counts how much out of scope was noticed, and what was taken for what", () => {
    expect(figures.outside.recall).toEqual({ right: 1, of: 2 });
    expect(figures.confusion.get("out_of_scope")?.get("a")).toBe(1);
  });

  it("weighs the distance of confidence from what was right by how often it was so sure", () => {
    // Three at 0.95 of which two were right, two at 0.55 of which none was.
    expect(figures.calibration.ece).toBeCloseTo(0.6 * (0.95 - 2 / 3) + 0.4 * 0.55, 10);
  });
});
