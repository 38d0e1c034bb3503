/**
 * `prompts/examples.yaml`: what people say that is no service (labels), and sayings kept apart to measure with. What is marked
 * `eval` is never learnt from. `prompts/sayings/`: more of both kinds to learn from, one file a variety.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { AnswerValue } from "../domain/answer.ts";
import { type Keep, makeAnew } from "../domain/keep.ts";
import { describeProblems } from "./load.ts";
import { type FlowProblem, oneOf, type Path, sortProblems } from "./problem.ts";
import { sayingKey } from "./saying.ts";
import { shape } from "./shape.ts";
import { parseYamlFile, type YamlFile } from "./yaml-file.ts";

/** How it is written: Gulf, Egyptian and standard Arabic, Arabic in Latin letters, English. */
export const varieties = ["ar-gulf", "ar-eg", "ar-msa", "arabizi", "en"] as const;
export type Variety = (typeof varieties)[number];

/** Labels that are no service. `office.*` are questions about the office, answered from its facts. */
export const labels = [
  "order_status",
  "cancel_order",
  "change_order",
  "complaint",
  "human_agent",
  "greeting",
  "thanks",
  "out_of_scope",
  "office.hours",
  "office.place",
  "office.licence",
  "office.services",
  "office.price",
  "office.duration",
  "office.papers",
  "office.contact",
  "office.identity",
] as const;

export type Expected = {
  /** A service id, or one of the labels of `npm run understand`. */
  readonly intent: string;
  /** Every field that the saying gives, as contracts.md ("Values") writes it; no other is to be read. */
  readonly fields?: Readonly<Record<string, AnswerValue>>;
};

export type Example = {
  /** A service id or one of `labels`; of a message with several requests the first. */
  readonly label: string;
  readonly text: string;
  readonly lang: Variety;
  readonly split: "train" | "eval";
  /** What a reader should find in it, in order of mention; only where that was written down. */
  readonly requests?: readonly Expected[];
  /** The fields of the only request. */
  readonly fields?: Readonly<Record<string, AnswerValue>>;
  /** The service that this will belong to once the office offers it. */
  readonly later?: string;
  /** The moment at which it is said, epoch milliseconds. */
  readonly now: number;
};

const valueSchema: z.ZodType<AnswerValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({
    amountMinor: z.int(),
    currency: z.enum(["SAR", "AED", "KWD", "QAR", "BHD", "OMR", "EGP", "USD", "EUR", "GBP", "TRY"]),
  }),
  z.strictObject({ latitude: z.number(), longitude: z.number() }),
  z.strictObject({ text: z.string() }),
]);
const fieldsSchema = z.record(z.string(), valueSchema);
const sayingSchema = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), fields: fieldsSchema.optional(), later: z.string().optional() }),
]);
const byLabelSchema = z.record(
  z.string(),
  z.strictObject(Object.fromEntries(varieties.map((lang) => [lang, z.array(sayingSchema).optional()]))),
);
const examplesSchema = z.strictObject({
  /** The moment that "tomorrow" is relative to, with its offset. */
  now: z.iso.datetime({ offset: true }),
  train: byLabelSchema,
  eval: byLabelSchema,
  /** Evaluation messages with several requests, or none where one is denied. */
  messages: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        lang: z.enum(varieties),
        requests: z.array(z.strictObject({ intent: z.string(), fields: fieldsSchema.optional() })).min(1),
      }),
    )
    .default([]),
});
type ExamplesFile = z.infer<typeof examplesSchema>;

const fileName = "examples.yaml";
const sayingsDir = "sayings";

/** All labelled sayings of a prompts folder: `examples.yaml` and `sayings/`. Throws with every problem when a file is broken. */
export function loadExamples(promptsDir: string, keep: Keep = makeAnew): readonly Example[] {
  const files = exampleFiles(promptsDir);
  return keep("examples", files.map(({ text }) => text).join("\0"), () =>
    files.flatMap(({ name, text }) => {
      const { examples, problems } = readExamples(text, name);
      if (problems.length > 0) throw new Error(describeProblems(problems));
      return examples.map(({ example }) => example);
    }),
  );
}

/** The files of labelled sayings, by their names in the prompts folder. */
export function exampleFiles(
  promptsDir: string,
): readonly { readonly name: string; readonly text: string }[] {
  const more = yamlFilesIn(join(promptsDir, sayingsDir)).map((file) => `${sayingsDir}/${file}`);
  return [fileName, ...more].map((name) => ({ name, text: readFileSync(join(promptsDir, name), "utf8") }));
}

function yamlFilesIn(dir: string): readonly string[] {
  return existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith(".yaml"))
        .sort()
    : [];
}

/**
 * What is only measured with, one file a writer. `evaluation` is the blind part, kept from everybody who writes the rules and the
 * lists and shown in sums alone; `development` was one once, and is open (docs/understanding.md).
 */
export type KeptApart = "development" | "evaluation";

/** What one writer says. */
export type WriterPart = { readonly writer: string; readonly examples: readonly Example[] };

export function loadWriterParts(promptsDir: string, part: KeptApart): readonly WriterPart[] {
  const dir = join(promptsDir, part);
  return yamlFilesIn(dir).map((file) => {
    const name = `${part}/${file}`;
    const { examples, problems } = readExamples(readFileSync(join(dir, file), "utf8"), name);
    if (problems.length > 0) throw new Error(describeProblems(problems));
    const kept = examples.map(({ example }) => example).filter(({ split }) => split === "eval");
    return { writer: file.replace(/\.yaml$/, ""), examples: kept };
  });
}

/** An example and where it stands, for checks. */
export type PlacedExample = { readonly example: Example; readonly path: Path };

/** Pure: the text of such a file → its sayings, or what is wrong with it. */
export function readExamples(
  text: string,
  name = fileName,
): {
  readonly file: YamlFile;
  readonly examples: readonly PlacedExample[];
  readonly problems: readonly FlowProblem[];
} {
  const file = parseYamlFile(name, text);
  if (file.problems.length > 0) return { file, examples: [], problems: file.problems };
  const shaped = shape(examplesSchema, file.value);
  if (shaped.type === "shaped") return { file, examples: examplesOf(shaped.value), problems: [] };
  const problems = shaped.findings.map(({ path, problem, whatToDo }) => ({
    file: name,
    line: file.lineOf(path),
    where: path.slice(0, 3).join(" "),
    problem,
    whatToDo,
  }));
  return { file, examples: [], problems };
}

function examplesOf(contents: ExamplesFile): PlacedExample[] {
  const now = Date.parse(contents.now);
  const sayings = (["train", "eval"] as const).flatMap((split) =>
    Object.entries(contents[split]).flatMap(([label, byVariety]) =>
      varieties.flatMap((lang) =>
        (byVariety[lang] ?? []).map((saying, index) => {
          const { text, fields, later } = typeof saying === "string" ? { text: saying } : saying;
          const example: Example = {
            ...{ label, text, lang, split, now },
            ...(fields && { fields, requests: [{ intent: label, fields }] }),
            ...(later && { later }),
          };
          return { example, path: [split, label, lang, index] };
        }),
      ),
    ),
  );
  const messages = contents.messages.map(({ text, lang, requests }, index) => ({
    example: {
      ...{ label: requests[0]?.intent ?? "out_of_scope", text, lang, split: "eval" as const, now },
      requests: requests.map(({ intent, fields }) => ({ intent, ...(fields && { fields }) })),
    },
    path: ["messages", index],
  }));
  return [...sayings, ...messages];
}

/** A service as far as its sayings are concerned. */
export type SaidService = {
  readonly id: string;
  readonly examples: readonly string[];
  readonly fields: readonly { readonly name: string }[];
};

/**
 * What the file alone can't tell: labels and fields that exist, no saying twice under two labels, and none to measure with that
 * was learnt from.
 */
export function checkExamples(
  text: string,
  services: readonly SaidService[],
  name = fileName,
  seen = new Map<string, Example>(),
): FlowProblem[] {
  const { file, examples, problems } = readExamples(text, name);
  if (problems.length > 0) return sortProblems(problems);
  const taught = new Map(
    services.flatMap(({ id, examples }) => examples.map((saying) => [sayingKey(saying), id] as const)),
  );
  return examples.flatMap(({ example, path }) => {
    const found = [
      ...checkNames(example, services),
      ...checkRepeated(example, taught.get(sayingKey(example.text)), seen.get(sayingKey(example.text))),
    ];
    seen.set(sayingKey(example.text), example);
    const where = `${example.split} ${example.label}`;
    return found.map((words) => ({ file: name, line: file.lineOf(path), where, ...words }));
  });
}

/** `checkExamples` over every file of a prompts folder: nothing is said twice among them. */
export function checkExampleFiles(promptsDir: string, services: readonly SaidService[]): FlowProblem[] {
  const seen = new Map<string, Example>();
  return exampleFiles(promptsDir).flatMap(({ name, text }) => checkExamples(text, services, name, seen));
}

type Words = { readonly problem: string; readonly whatToDo: string };

function checkNames(example: Example, services: readonly SaidService[]): Words[] {
  const ids = services.map(({ id }) => id);
  const known = [...ids, ...labels];
  const requests = example.requests ?? [{ intent: example.label }];
  return requests.flatMap(({ intent, fields = {} }) => {
    if (!known.includes(intent))
      return [
        { problem: `there is no service and no label ${intent}`, whatToDo: `Possible: ${oneOf(known)}.` },
      ];
    const names = services.find(({ id }) => id === intent)?.fields.map(({ name }) => name);
    return Object.keys(fields)
      .filter((name) => names && !names.includes(name))
      .map((name) => ({
        problem: `${intent} has no question named ${name}`,
        whatToDo: `Possible: ${oneOf(names ?? [])}.`,
      }));
  });
}

function checkRepeated(example: Example, taughtBy: string | undefined, before: Example | undefined): Words[] {
  const { text, split } = example;
  if (taughtBy !== undefined && split === "eval")
    return [
      {
        problem: `«${text}» is learnt from as an example of ${taughtBy}, so it measures nothing`,
        whatToDo: "Say it as another writer would, or remove it.",
      },
    ];
  if (taughtBy !== undefined)
    return [
      {
        problem: `«${text}» is an example of ${taughtBy} too`,
        whatToDo: "Keep it where most people would mean it.",
      },
    ];
  if (!before) return [];
  return [
    {
      problem: `«${text}» stands under ${before.split} ${before.label} already`,
      whatToDo: "Remove one of the two.",
    },
  ];
}
