/**
 * The classifier on public sets, beside published figures: ten sayings a label, drawn by fixed seeds, and the mean over the draws. The
 * code is the office's own, nothing is set for these sets; they are read from a folder and never become part of anything that ships.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Saying, trainIntents } from "../../understand/learning/intents.ts";
import { generator, shuffle } from "../../understand/learning/linear.ts";
import { aurocOf } from "../../understand/measuring/measures.ts";
import { wordsOf } from "../../understand/words.ts";

const seeds = [1, 2, 3];
const shots = 10;

type Set = {
  readonly name: string;
  readonly train: readonly Saying[];
  readonly test: readonly Saying[];
  /** Sayings of no label. */
  readonly outside?: readonly string[];
  readonly published: string;
};

/** Tables for the sets that `dir` holds. */
export function publicTables(dir: string): string {
  const lines = setsIn(dir).map((set) => {
    const runs = seeds.map((seed) => measure(set, seed));
    const mean = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
    const spread = Math.max(...runs.map(({ right }) => right)) - Math.min(...runs.map(({ right }) => right));
    const [first] = runs;
    const outside = first?.outside
      ? `\n    out of scope: AUROC ${show(mean((run) => run.outside?.auroc ?? 0))}; at a threshold fitted on the training part alone, recall ${show(mean((run) => run.outside?.recall ?? 0))} with ${show(mean((run) => run.outside?.kept ?? 0))} of the in-scope kept`
      : "";
    return `  ${set.name.padEnd(34)} ${show(mean((run) => run.right))} (±${(50 * spread).toFixed(1)}; ${first?.labels ?? 0} labels, ${set.test.length} tested, trained in ${mean((run) => run.trainMs).toFixed(0)} ms)${outside}\n    published: ${set.published}`;
  });
  return [`${shots} sayings a label, mean of ${seeds.length} draws`, ...lines].join("\n");
}

const show = (share: number) => `${(100 * share).toFixed(1)} %`;

type Run = {
  readonly right: number;
  readonly labels: number;
  readonly trainMs: number;
  readonly outside?: { readonly auroc: number; readonly recall: number; readonly kept: number };
};

function measure(set: Set, seed: number): Run {
  const train = draw(set.train, seed);
  const began = performance.now();
  const intents = trainIntents(train, (_, words) => words);
  const trainMs = performance.now() - began;
  const guesses = set.test.map(({ text, label }) => {
    const [top] = intents.guess(wordsOf(text));
    return { right: top?.label === label, chance: top?.chance ?? 0 };
  });
  const right = guesses.filter((guess) => guess.right).length / guesses.length;
  const outside = set.outside?.map((text) => intents.guess(wordsOf(text))[0]?.chance ?? 0);
  return {
    ...{ right, labels: intents.labels.length, trainMs },
    ...(outside && { outside: outsideOf(guesses, outside) }),
  };
}

/** What is surer than half is taken for in scope: no saying out of scope was seen in training. */
const taken = 0.5;

function outsideOf(inside: readonly { readonly chance: number }[], outside: readonly number[]) {
  const scored = [
    ...inside.map(({ chance }) => ({ score: -chance, positive: false })),
    ...outside.map((chance) => ({ score: -chance, positive: true })),
  ];
  return {
    auroc: aurocOf(scored) ?? 0,
    recall: outside.filter((chance) => chance < taken).length / outside.length,
    kept: inside.filter(({ chance }) => chance >= taken).length / inside.length,
  };
}

function draw(sayings: readonly Saying[], seed: number): Saying[] {
  const random = generator(seed);
  return [...Map.groupBy(sayings, ({ label }) => label).values()].flatMap((ones) => {
    const order = Uint32Array.from(ones.keys());
    shuffle(order, random);
    return [...order.slice(0, shots)].map((n) => ones[n] as Saying);
  });
}

function setsIn(dir: string): Set[] {
  const has = (file: string) => existsSync(join(dir, file));
  return [
    ...(has("clinc150.json") ? [clinc(join(dir, "clinc150.json"))] : []),
    ...(has("arbanking77_MSA_test.csv") ? arabicBanking(dir) : []),
    ...(has("banking77_test.csv") ? [banking(dir)] : []),
  ];
}

const pairs = z.array(z.tuple([z.string(), z.string()]));
const clincSchema = z.object({ train: pairs, test: pairs, oos_test: pairs });

function clinc(file: string): Set {
  const { train, test, oos_test } = clincSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const sayings = (ones: z.infer<typeof pairs>) => ones.map(([text, label]) => ({ text, label }));
  return {
    name: "CLINC150",
    train: sayings(train),
    test: sayings(test),
    outside: oos_test.map(([text]) => text),
    published:
      "10-shot CPFT 94.2; with 100 a label: SVM 91.0 and BERT 96.9 in scope, 14.5 and 40.3 recall out of scope",
  };
}

function arabicBanking(dir: string): Set[] {
  const read = (file: string) => sayingsOf(join(dir, file), 1, 0);
  const train = read("arbanking77_MSA_PAL_train.csv");
  const published = "full training set, AraBERT: F1 92.1 standard, 90.0 Palestinian";
  const test = read("arbanking77_MSA_test.csv");
  // The file holds the standard sayings first: where the labels begin anew, the Palestinian ones follow.
  const standard = train.slice(0, Math.max(1, secondBeginning(train)));
  return [
    { name: "ArBanking77, standard (of both)", train, test, published },
    { name: "ArBanking77, standard (of its own)", train: standard, test, published },
    { name: "ArBanking77, Palestinian (of both)", train, test: read("arbanking77_PAL_test.csv"), published },
  ];
}

function secondBeginning(train: readonly Saying[]): number {
  const first = train[0]?.label;
  const end = train.findIndex(({ label }) => label !== first);
  const again = train.findIndex(({ label }, n) => n > end && label === first);
  return again === -1 ? train.length : again;
}

function banking(dir: string): Set {
  const read = (file: string) => sayingsOf(join(dir, file), 0, 1);
  return {
    name: "BANKING77",
    train: read("banking77_train.csv"),
    test: read("banking77_test.csv"),
    published: "10-shot CPFT 87.2; full BERT 93.7",
  };
}

/** Sayings of a CSV file with a heading; `text` and `label` are columns. */
function sayingsOf(file: string, text: number, label: number): Saying[] {
  return rowsOf(readFileSync(file, "utf8"))
    .slice(1)
    .flatMap((row) => {
      const [said, meant] = [row[text], row[label]];
      return said === undefined || meant === undefined ? [] : [{ text: said, label: meant }];
    });
}

/** Quotes may hold commas, line ends and doubled quotes. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (const char of csv.replaceAll("\r\n", "\n")) {
    const row = rows.at(-1) as string[];
    if (char === '"') quoted = !quoted;
    else if (char === "," && !quoted) row.push("");
    else if (char === "\n" && !quoted) rows.push([""]);
    else row[row.length - 1] += char;
  }
  return rows;
}
