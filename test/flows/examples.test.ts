/** The labelled sayings: how they are read, and what may not stand among them. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  checkExamples,
  exampleFiles,
  labels,
  loadExamples,
  loadWriterParts,
  readExamples,
  varieties,
} from "../../src/flows/examples.ts";
import { sayingKey } from "../../src/flows/saying.ts";

const prompts = join(import.meta.dirname, "..", "..", "prompts");
const services = [{ id: "laundry", examples: ["ابي اغسل ثيابي"], fields: [{ name: "pieces" }] }];
const head = 'now: "2026-11-22T10:00:00+03:00"\n';

function problemsOf(body: string): string[] {
  return checkExamples(head + body, services).map(
    ({ line, where, problem }) => `${line} ${where}: ${problem}`,
  );
}

describe("readExamples", () => {
  it("gives each saying with its label, variety, split and moment", () => {
    const { examples } = readExamples(
      `${head}train:
  greeting:
    en: [hello]
eval:
  laundry:
    ar-gulf:
      - { text: "ثلاث ثياب", fields: { pieces: 3 } }
  out_of_scope:
    en:
      - { text: "paint my house", later: painting }
messages:
  - { text: "wash 2 and cancel the rest", lang: en, requests: [{ intent: laundry, fields: { pieces: 2 } }, { intent: cancel_order }] }
`,
    );
    const now = Date.UTC(2026, 10, 22, 7);
    expect(examples.map(({ example }) => example)).toEqual([
      { label: "greeting", text: "hello", lang: "en", split: "train", now },
      {
        label: "laundry",
        text: "ثلاث ثياب",
        lang: "ar-gulf",
        split: "eval",
        now,
        fields: { pieces: 3 },
        requests: [{ intent: "laundry", fields: { pieces: 3 } }],
      },
      { label: "out_of_scope", text: "paint my house", lang: "en", split: "eval", now, later: "painting" },
      {
        label: "laundry",
        text: "wash 2 and cancel the rest",
        lang: "en",
        split: "eval",
        now,
        requests: [{ intent: "laundry", fields: { pieces: 2 } }, { intent: "cancel_order" }],
      },
    ]);
  });

  it("names what is misshapen", () => {
    const { problems } = readExamples("now: yesterday\ntrain: {}\neval: {}\n");
    expect(problems).toMatchObject([{ file: "examples.yaml", line: 1, where: "now" }]);
  });
});

describe("checkExamples", () => {
  it("refuses a label that is neither a service nor known", () => {
    expect(problemsOf("train:\n  greetings:\n    en: [hello]\neval: {}\n")).toEqual([
      "4 train greetings: there is no service and no label greetings",
    ]);
  });

  it("refuses a field that the service does not have", () => {
    expect(
      problemsOf('train: {}\neval:\n  laundry:\n    en:\n      - { text: "two", fields: { piece: 2 } }\n'),
    ).toEqual(["6 eval laundry: laundry has no question named piece"]);
  });

  it("refuses to measure with what was learnt from, however it is spelt", () => {
    expect(problemsOf('train: {}\neval:\n  laundry:\n    ar-gulf: ["أبي أغسل ثيابي"]\n')).toEqual([
      "5 eval laundry: «أبي أغسل ثيابي» is learnt from as an example of laundry, so it measures nothing",
    ]);
    expect(
      problemsOf('train:\n  greeting:\n    en: [hello]\neval:\n  greeting:\n    en: ["Hello!"]\n'),
    ).toEqual(["7 eval greeting: «Hello!» stands under train greeting already"]);
  });

  it("refuses a saying under two labels", () => {
    expect(
      problemsOf("train:\n  greeting:\n    en: [cheers]\n  thanks:\n    en: [cheers]\neval: {}\n"),
    ).toEqual(["6 train thanks: «cheers» stands under train greeting already"]);
  });

  it("refuses a saying that a service claims", () => {
    expect(problemsOf('train:\n  complaint:\n    ar-gulf: ["ابي اغسل ثيابي"]\neval: {}\n')).toEqual([
      "4 train complaint: «ابي اغسل ثيابي» is an example of laundry too",
    ]);
  });
});

describe("prompts/examples.yaml", () => {
  const examples = loadExamples(prompts);
  const count = (label: string, split: "train" | "eval") =>
    examples.filter((one) => one.label === label && one.split === split && !one.later).length;
  const six = ["order_status", "cancel_order", "complaint", "human_agent", "greeting", "out_of_scope"];

  it("teaches each of the six labels with at least 80 sayings, out_of_scope with 200", () => {
    const few = six.filter((label) => count(label, "train") < (label === "out_of_scope" ? 200 : 80));
    expect(few).toEqual([]);
  });

  it("keeps at least 15 % of each label's sayings apart to measure with, the blind part included", () => {
    const blind = (["development", "evaluation"] as const)
      .flatMap((part) => loadWriterParts(prompts, part))
      .flatMap((part) => part.examples);
    const kept = (label: string) => count(label, "eval") + blind.filter((one) => one.label === label).length;
    const few = six.filter((label) => kept(label) < 0.15 * (count(label, "train") + kept(label)));
    expect(few).toEqual([]);
  });

  it("speaks every variety under every one of the six labels, in both splits", () => {
    const silent = six.flatMap((label) =>
      (["train", "eval"] as const).flatMap((split) =>
        varieties
          .filter(
            (lang) =>
              !examples.some((one) => one.label === label && one.split === split && one.lang === lang),
          )
          .map((lang) => `${label} ${split} ${lang}`),
      ),
    );
    expect(silent).toEqual([]);
  });

  it("writes down the fields of at least 60 service sayings and 20 messages", () => {
    expect(examples.filter(({ fields }) => fields && Object.keys(fields).length > 0).length).toBeGreaterThan(
      60,
    );
    expect(examples.filter(({ requests, fields }) => requests && !fields).length).toBeGreaterThanOrEqual(20);
  });

  it("teaches every label that is no service (services teach themselves)", () => {
    const taught = new Set(examples.filter(({ split }) => split === "train").map(({ label }) => label));
    expect(labels.filter((label) => !taught.has(label))).toEqual([]);
  });

  it("says nothing twice", () => {
    const keys = examples.map(({ text }) => sayingKey(text));
    expect(keys.filter((key, index) => keys.indexOf(key) < index)).toEqual([]);
  });

  it("is read from all files of the folder", () => {
    const read = exampleFiles(prompts).flatMap(({ name, text }) => readExamples(text, name).examples);
    expect(read).toHaveLength(examples.length);
  });
});
