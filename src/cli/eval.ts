/**
 * `npm run -s eval [-- --part development|writers|blind] [--data FILE] [--public DIR] [--by embedded|llm]`: how well messages are read that
 * nothing was learnt from; with `--by llm` as the configured model and the embedded reader read them together, and at what cost.
 * Mistakes are named of what is open; of the blind part nothing but sums is ever shown (docs/understanding.md).
 * `--dialogues N [--seed S]`: whole dialogues instead, N of each service and variety, with simulated customers; a name plays one again.
 */
import { join } from "node:path";
import { ConfigError, loadSettings } from "../config.ts";
import type { ReadingContext } from "../domain/understanding.ts";
import { loadExamples } from "../flows/examples.ts";
import { describeProblems, loadCatalogue } from "../flows/load.ts";
import type { ModelSettings } from "../model.ts";
import { type LoneDeps, type LoneReader, loneReader } from "../model-reader.ts";
import { root } from "../root.ts";
import { bareWords, embeddedClassifier, sayingsOf } from "../understand/embedded.ts";
import { showCost } from "../understand/llm/cost.ts";
import { evaluate, type Measured, mistakesOf } from "../understand/measuring/evaluate.ts";
import { figuresOf } from "../understand/measuring/measures.ts";
import { crossValidated } from "./eval/cross-validation.ts";
import { showDialogues } from "./eval/dialogues/show.ts";
import { type MeasuredPart, replaceBetween, writePage } from "./eval/page.ts";
import { fixedNow, partsOf } from "./eval/parts.ts";
import { publicTables } from "./eval/public-sets.ts";
import { confusionTable, tablesOf } from "./eval/tables.ts";
import { readOptions } from "./options.ts";

const usage =
  "npm run -s eval [-- --part development|writers|blind] [--data FILE] [--public DIR] [--by embedded|llm] [--dialogues N|VARIETY/SERVICE/NTH [--seed S]]";

const docsDir = join(root, "docs");

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
  const values = readOptions(["data", "part", "public", "by", "dialogues", "seed"], usage);
  if (values.public) return showPublic(values.public);
  if (values.dialogues !== undefined) return showDialogues(values.dialogues, values.seed);
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
  const measuredParts: MeasuredPart[] = [];
  for (const part of partsOf(values, examples)) {
    const judged = await evaluate(reader, part.sayings, {
      ...{ services, byContract: part.byContract },
      clock: () => performance.now(),
    });
    const figures = figuresOf(judged);
    measuredParts.push({ name: part.name, figures });
    const shown = [`== ${part.name}: ${judged.length} messages`, tablesOf(figures)];
    if (part.blind) shown.push("\nmost confused", confusionTable(figures));
    else shown.push("\nmistakes", ...mistakesOf(judged));
    process.stdout.write(`${shown.join("\n")}\n\n`);
  }
  const sayings = sayingsOf(services, train);
  const { bytes, labels } = classifier.intents;
  process.stdout.write(
    `trained in ${trainingMs.toFixed(0)} ms from ${sayings.length} sayings, ${(bytes / 2 ** 20).toFixed(1)} MB\n`,
  );
  if (far) process.stdout.write(`${showCost(far.cost())}\n`);
  if (far || values.data || values.part) return;
  writePage(docsDir, measuredParts, {
    ...{ sayings: sayings.length, labels: labels.length, ms: trainingMs, bytes },
    crossValidated: crossValidated(sayings, bareWords),
  });
  process.stdout.write("written: docs/understanding.md and its pictures\n");
}

function showPublic(dir: string): void {
  const tables = publicTables(dir);
  process.stdout.write(`${tables}\n`);
  replaceBetween(join(docsDir, "understanding.md"), "public", `\n\`\`\`text\n${tables}\n\`\`\`\n`);
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

function measured(
  classifier: ReturnType<typeof embeddedClassifier>,
  context: Omit<ReadingContext, "now">,
): Measured {
  return {
    read: (text, at) => classifier.read(text, { ...context, now: at }),
    outside: (text) => classifier.outside(text, { ...context, now: fixedNow }),
  };
}
