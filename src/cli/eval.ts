/**
 * `npm run -s eval [-- --data FILE]`: how well the embedded understanding reads sayings that it has not learnt from: those marked
 * `eval` in prompts/examples.yaml, or JSON lines `{text, intent, lang?}`. Says what it measures, and with how many.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ConfigError, loadSettings } from "../config.ts";
import { type Example, loadExamples } from "../flows/examples.ts";
import { describeProblems, loadCatalogue } from "../flows/load.ts";
import { root } from "../root.ts";
import { embeddedClassifier } from "../understand/embedded.ts";
import { evaluate, type Labelled, showEvaluation } from "../understand/evaluate.ts";
import { readOptions } from "./options.ts";

const lineSchema = z.object({ text: z.string(), intent: z.string(), lang: z.string().default("all") });

/** The moment of the files that name none: the day that prompts/examples.yaml is said on. */
const now = Date.parse("2026-11-22T10:00:00+03:00");

if (import.meta.main) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function main(): void {
  const values = readOptions(["data"], "npm run -s eval -- --data FILE");
  const { flowsDir, zone, language } = loadSettings();
  const loaded = loadCatalogue(flowsDir, zone);
  if (loaded.type === "problems") {
    process.stderr.write(`${describeProblems(loaded.problems)}\n`);
    process.exitCode = 1;
    return;
  }
  const services = loaded.catalogue.specs;
  const examples = loadExamples(join(root, "prompts"));
  const train = examples.filter(({ split }) => split === "train");
  const began = performance.now();
  const classifier = embeddedClassifier(services, train);
  const trainingMs = performance.now() - began;
  const sayings = values.data
    ? readLabelled(values.data)
    : examples.filter(({ split }) => split === "eval").map(labelledOf);
  const result = evaluate(classifier, sayings, { zone, language, services }, () => performance.now());
  const learnt = train.length + services.reduce((sum, { examples: own }) => sum + own.length, 0);
  process.stdout.write(
    `${showEvaluation(result)}\n\ntrained in ${trainingMs.toFixed(0)} ms from ${learnt} sayings\n`,
  );
}

function labelledOf({ text, label, lang, requests, now }: Example): Labelled {
  return {
    text,
    lang,
    now,
    intents: requests?.map(({ intent }) => intent) ?? [label],
    ...(requests && { fields: requests.map(({ fields }) => fields ?? {}) }),
  };
}

function readLabelled(file: string): Labelled[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .map(({ text, intent, lang }) => ({ text, lang, now, intents: [intent] }));
}
