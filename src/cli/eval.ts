/**
 * `npm run -s eval [-- --part development|blind] [--data FILE] [--public DIR] [--by embedded|llm]`: how well messages are read that
 * nothing was learnt from; with `--by llm` as the configured model and the embedded reader read them together, and at what cost.
 * Mistakes are named only for the development part; of the blind part nothing but sums is ever shown (docs/understanding.md).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ConfigError, loadSettings } from "../config.ts";
import type { ReadingContext } from "../domain/understanding.ts";
import { type Example, loadBlindParts, loadExamples } from "../flows/examples.ts";
import { describeProblems, loadCatalogue } from "../flows/load.ts";
import type { ModelSettings } from "../model.ts";
import { type LoneDeps, type LoneReader, loneReader } from "../model-reader.ts";
import { root } from "../root.ts";
import { embeddedClassifier } from "../understand/embedded.ts";
import { evaluate, type Labelled, type Measured, mistakesOf } from "../understand/evaluate.ts";
import { showCost } from "../understand/llm/cost.ts";
import { figuresOf } from "../understand/measures.ts";
import { publicTables } from "./eval/public-sets.ts";
import { confusionTable, tablesOf } from "./eval/tables.ts";
import { readOptions } from "./options.ts";

/** Of a file given with `--data`; several requests are parted by commas. */
const lineSchema = z.object({ text: z.string(), intent: z.string(), lang: z.string().default("all") });

/** The moment of the files that name none: the day that prompts/examples.yaml is said on. */
const now = Date.parse("2026-11-22T10:00:00+03:00");

const usage =
  "npm run -s eval [-- --part development|blind] [--data FILE] [--public DIR] [--by embedded|llm]";

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const values = readOptions(["data", "part", "public", "by"], usage);
  if (values.public) return void process.stdout.write(`${publicTables(values.public)}\n`);
  const { flowsDir, zone, language, model } = loadSettings();
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
  const context = { zone, language, services };
  const far = farReaderOf(values.by, model, { catalogue: loaded.catalogue, embedded: classifier, language });
  const reader = { ...measured(classifier, context), ...(far && { read: far.read }) };
  for (const part of partsOf(values, examples)) {
    const judged = await evaluate(reader, part.sayings, {
      ...{ services, byContract: part.byContract },
      clock: () => performance.now(),
    });
    const figures = figuresOf(judged);
    const shown = [`== ${part.name}: ${judged.length} messages`, tablesOf(figures)];
    if (part.blind) shown.push("\nmost confused", confusionTable(figures));
    else shown.push("\nmistakes", ...mistakesOf(judged));
    process.stdout.write(`${shown.join("\n")}\n\n`);
  }
  const learnt = train.length + services.reduce((sum, { examples: own }) => sum + own.length, 0);
  process.stdout.write(
    `trained in ${trainingMs.toFixed(0)} ms from ${learnt} sayings, ${(classifier.intents.bytes / 2 ** 20).toFixed(1)} MB\n`,
  );
  if (far) process.stdout.write(`${showCost(far.cost())}\n`);
}

/** The model's reader where `--by llm` asks for it; undefined for the embedded one. */
function farReaderOf(
  by: string | undefined,
  model: ModelSettings | undefined,
  deps: LoneDeps,
): LoneReader | undefined {
  if (by === undefined || by === "embedded") return undefined;
  if (by !== "llm") throw new ConfigError(`--by ${by}: expected embedded or llm. Usage: ${usage}`);
  if (!model)
    throw new ConfigError("--by llm: no model is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL.");
  return loneReader(model, deps);
}

type Part = {
  readonly name: string;
  /** Of a blind part nothing but sums is shown. */
  readonly blind: boolean;
  readonly byContract: boolean;
  readonly sayings: readonly Labelled[];
};

function partsOf(
  { data, part }: { readonly data?: string | undefined; readonly part?: string | undefined },
  examples: readonly Example[],
): readonly Part[] {
  if (data !== undefined)
    return [{ name: data, blind: false, byContract: true, sayings: readLabelled(data) }];
  const kept = examples.filter(({ split }) => split === "eval").map(labelledOf);
  const blind = loadBlindParts(join(root, "prompts")).flatMap((one) => one.examples.map(labelledOf));
  const parts = [
    { name: "development", blind: false, byContract: false, sayings: kept },
    { name: "blind", blind: true, byContract: true, sayings: blind },
  ];
  const chosen = parts.filter(({ name }) => part === undefined || name === part);
  if (chosen.length === 0) throw new ConfigError(`--part ${part}: there is none such. Usage: ${usage}`);
  return chosen.filter(({ sayings }) => sayings.length > 0);
}

function measured(
  classifier: ReturnType<typeof embeddedClassifier>,
  context: Omit<ReadingContext, "now">,
): Measured {
  return {
    read: (text, at) => classifier.read(text, { ...context, now: at }),
    outside: (text) => classifier.outside(text, { ...context, now }),
  };
}

function labelledOf({ text, label, lang, requests, now: at, later }: Example): Labelled {
  return {
    ...{ text, lang, now: at },
    intents: requests?.map(({ intent }) => intent) ?? [label],
    ...(requests && { fields: requests.map(({ fields }) => fields) }),
    ...(later && { later }),
  };
}

function readLabelled(file: string): Labelled[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .map(({ text, intent, lang }) => ({ text, lang, now, intents: intent.split(",") }));
}
