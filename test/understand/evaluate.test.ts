/** Floors for what docs/understanding.md reports: a change that loses accuracy must say so there. Each lies below the measured value. */
import { describe, expect, it } from "vitest";
import { evaluate, type Labelled, showEvaluation } from "../../src/understand/evaluate.ts";
import { classifier, context, examples } from "./reader.ts";

const sayings: Labelled[] = examples
  .filter(({ split }) => split === "eval")
  .map(({ text, lang, label, now, requests }) => ({
    ...{ text, lang, now, intents: requests?.map(({ intent }) => intent) ?? [label] },
    ...(requests && { fields: requests.map(({ fields }) => fields ?? {}) }),
  }));
const result = evaluate(classifier, sayings, context, () => performance.now());
const share = ({ right, of }: { right: number; of: number }) => right / of;

describe("the sayings kept apart", () => {
  it("are read for what they want", () => {
    expect(sayings.length).toBeGreaterThan(200);
    expect(share(result.intents)).toBeGreaterThan(0.86);
    expect(share(result.several)).toBeGreaterThan(0.75);
  });

  it("are read in every variety", () => {
    for (const [variety, counted] of result.byVariety) expect(share(counted), variety).toBeGreaterThan(0.75);
  });

  it("give values that are right, and most of those that they hold", () => {
    const { right, given, expected } = result.fields;
    expect(right / given).toBeGreaterThan(0.95);
    expect(right / expected).toBeGreaterThan(0.88);
  });

  it("keep what the office does not do apart from what it does", () => {
    expect(share(result.byIntent.get("out_of_scope") ?? { right: 0, of: 1 })).toBeGreaterThan(0.78);
  });

  it("are shown as tables", () => {
    expect(showEvaluation(result)).toMatch(/by variety[\s\S]*ar-gulf[\s\S]*by intent[\s\S]*fields[\s\S]*p50/);
  });
});

describe("the calibrated chance", () => {
  it("parts right from wrong: sure readings are right far more often than doubtful ones", () => {
    const read = sayings.flatMap(({ text, intents, now }) => {
      if (intents.length > 1) return [];
      const reading = classifier.read(text, { ...context, now });
      const single = evaluate(classifier, [{ text, lang: "x", now, intents }], context, () => 0);
      return reading.by === "exact"
        ? []
        : [{ sure: reading.confidence >= 0.8, right: single.intents.right === 1 }];
    });
    const sure = read.filter((one) => one.sure);
    const doubtful = read.filter((one) => !one.sure);
    const rate = (ones: readonly { right: boolean }[]) =>
      ones.filter(({ right }) => right).length / ones.length;
    expect(doubtful.length).toBeGreaterThan(10);
    expect(rate(sure)).toBeGreaterThan(0.92);
    expect(rate(doubtful)).toBeLessThan(0.8);
  });
});
