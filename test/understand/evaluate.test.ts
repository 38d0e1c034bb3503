/** Floors for what docs/understanding.md reports: a change that loses accuracy must say so there. Each lies below the measured value. */
import { describe, expect, it } from "vitest";
import { tablesOf } from "../../src/cli/eval/tables.ts";
import { evaluate, judge, type Labelled, mistakesOf } from "../../src/understand/measuring/evaluate.ts";
import { figuresOf, type Share } from "../../src/understand/measuring/measures.ts";
import { classifier, context, examples } from "./reader.ts";

const sayings: Labelled[] = examples
  .filter(({ split }) => split === "eval")
  .map(({ text, lang, label, now, requests, later }) => ({
    ...{ text, lang, now, intents: requests?.map(({ intent }) => intent) ?? [label] },
    ...(requests && { fields: requests.map(({ fields }) => fields) }),
    ...(later && { later }),
  }));
const { services } = context;
const judged = await evaluate({ read: (text, now) => classifier.read(text, { ...context, now }) }, sayings, {
  services,
  clock: () => performance.now(),
});
const figures = figuresOf(judged);
const rate = ({ right, of }: Share) => right / of;

describe("the sayings kept apart", () => {
  it("are read for what they want", () => {
    expect(sayings.length).toBeGreaterThan(200);
    expect(rate(figures.intents)).toBeGreaterThan(0.8);
    expect(rate(figures.eachFound)).toBeGreaterThan(0.75);
  });

  it("are read in every variety", () => {
    for (const [variety, share] of figures.byVariety) expect(rate(share), variety).toBeGreaterThan(0.72);
  });

  it("give values that are right, and most of those that they hold", () => {
    const { right, given, expected } = figures.fields;
    expect(right / given).toBeGreaterThan(0.95);
    expect(right / expected).toBeGreaterThan(0.88);
  });

  it("keep what the office does not do apart from what it does", () => {
    expect(rate(figures.outside.recall)).toBeGreaterThan(0.7);
  });

  it("are shown as tables", () => {
    expect(tablesOf(figures)).toMatch(/by variety[\s\S]*ar-gulf[\s\S]*by intent[\s\S]*fields[\s\S]*p50/);
  });
});

describe("the calibrated chance", () => {
  it("parts right from wrong: sure readings are right far more often than doubtful ones", () => {
    const read = judged.filter(({ by, expected }) => by !== "exact" && expected.length === 1);
    const share = (ones: typeof read) => ones.filter(({ right }) => right).length / ones.length;
    const doubtful = read.filter(({ confidence }) => confidence < 0.8);
    expect(doubtful.length).toBeGreaterThan(10);
    expect(share(read.filter(({ confidence }) => confidence >= 0.8))).toBeGreaterThan(0.88);
    expect(share(doubtful)).toBeLessThan(0.8);
  });
});

describe("judge", () => {
  const saying = { text: "where is BR-10055", lang: "en", now: 0, intents: ["order_status"] };
  const reading = { understandings: [{ type: "out_of_scope" }], confidence: 0.7, by: "embedded" } as const;

  it("compares what was read with what was expected, and names the mistake", () => {
    const one = judge(saying, reading, { services });
    expect(one).toMatchObject({ right: false, expected: ["order_status"], read: ["out_of_scope"] });
    expect(mistakesOf([{ ...one, tookMs: 0 }])[0]).toMatch(/order_status ← out_of_scope .*BR-10055/);
  });

  it("expects the service that a saying belongs to once it is offered, and else out of scope", () => {
    const later = { ...saying, intents: ["out_of_scope"], later: "hotel_booking" };
    expect(judge(later, reading, { services }).expected).toEqual(["hotel_booking"]);
    expect(judge(later, reading, { services: [] }).expected).toEqual(["out_of_scope"]);
  });

  it("takes a question about the office for out of scope where only the contract's labels count", () => {
    const asked = { ...reading, understandings: [{ type: "office", topic: "hours" }] } as const;
    expect(judge(saying, asked, { services }).read).toEqual(["office.hours"]);
    expect(judge(saying, asked, { services, byContract: true }).read).toEqual(["out_of_scope"]);
  });
});
