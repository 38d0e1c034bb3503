/**
 * Does a file have the shape that its kind asks for? zod knows; this says it in the owner's words: what is missing, what is too much,
 * what may stand there instead.
 */
import { z } from "zod";
import { type Finding, findNearest, oneOf, type Path } from "./problem.ts";

export type Shaped<T> =
  | { readonly type: "shaped"; readonly value: T }
  | { readonly type: "misshapen"; readonly findings: readonly Finding[] };

/** Parses a file's value; all faults at once. */
export function shape<T>(schema: z.ZodType<T>, value: unknown): Shaped<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { type: "shaped", value: parsed.data };
  const json = z.toJSONSchema(schema, { io: "input" });
  return {
    type: "misshapen",
    findings: parsed.error.issues.flatMap((issue) => findingsOf(issue, value, json)),
  };
}

type Issue = z.core.$ZodIssue;

function findingsOf(issue: Issue, root: unknown, json: unknown): Finding[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  const key = String(path.at(-1) ?? "");
  const value = valueAt(root, path);
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(json, path);
    return issue.keys.map((unknown) => ({ path: [...path, unknown], ...wordsForUnknown(unknown, known) }));
  }
  if (value === undefined || (value === null && path.length === 0)) {
    return [{ path, ...wordsForMissing(path) }];
  }
  if (issue.code === "invalid_key")
    return [{ path, problem: `"${key}" can't be a name`, whatToDo: nameRule(key) }];
  return [{ path, ...wordsForWrong(issue, key, value) }];
}

type Words = { readonly problem: string; readonly whatToDo: string };

function wordsForUnknown(unknown: string, known: readonly string[]): Words {
  const near = findNearest(unknown, known);
  return {
    problem: `"${unknown}" is not known here`,
    whatToDo: near ? `Write "${near}" if that is meant.` : `Remove it. Known here: ${oneOf(known)}.`,
  };
}

function wordsForMissing(path: Path): Words {
  const key = String(path.at(-1) ?? "");
  if (path.length === 0) {
    return { problem: "the file is empty", whatToDo: "Write its lines, or remove the file." };
  }
  const language = { ar: "Arabic", en: "English" }[key];
  if (language) {
    const of = path.length > 1 ? `of "${path.at(-2)}" ` : "";
    return {
      problem: `the ${language} text ${of}is missing`,
      whatToDo: `Add the line ${key}: "…" beside the other language.`,
    };
  }
  return { problem: `"${key}" is missing`, whatToDo: `Add the line ${key}: …` };
}

/** What an entry that is no closed list must look like, by the name of its key. */
const special: Readonly<Record<string, string>> = {
  asked: "Write required, optional, or the name of a rule: asked: { rule: inside_kingdom }.",
  is: "Write the id of an option, or a list of ids: is: [one, two].",
  date: "Write the date as year-month-day in quotes, like 2026-02-22.",
  format: "Leave the line away; the program writes it.",
};

function wordsForWrong(issue: Issue, key: string, value: unknown): Words {
  const shown = `${nameOf(key)} is ${describe(value)}`;
  const hint = special[key];
  if (issue.code === "invalid_union" && hint)
    return { problem: `${shown}, which can't stand there`, whatToDo: hint };
  if (issue.code === "invalid_value") return wordsForChoice(issue.values.map(String), key, value);
  if (issue.code === "invalid_type") return wordsForType(issue.expected, shown);
  if (issue.code === "too_small") return wordsForSmall(issue, key, shown);
  if (issue.code === "too_big")
    return { problem: `${shown}, which is too much`, whatToDo: `At most ${String(issue.maximum)}.` };
  if (issue.code === "invalid_format") return wordsForFormat(key, value, hint);
  return {
    problem: `${shown}, which can't stand there`,
    whatToDo: hint ?? "Compare it with the same line in another file of this folder.",
  };
}

function wordsForChoice(allowed: readonly string[], key: string, value: unknown): Words {
  const near = typeof value === "string" ? findNearest(value, allowed) : undefined;
  return {
    problem: `${describe(value)} is not among what "${key}" may be`,
    whatToDo: near
      ? `Write ${near} if that is meant. Possible: ${oneOf(allowed)}.`
      : `Possible: ${oneOf(allowed)}.`,
  };
}

const wanted: Readonly<Record<string, readonly [string, string]>> = {
  string: ["a text", 'Write the text in quotes: "…".'],
  number: ["a number", "Write a number without quotes, like 3 or 0.5."],
  int: ["a whole number", "Write a whole number without quotes, like 3."],
  boolean: ["true or false", "Write true or false, without quotes."],
  array: ["a list", "Begin each entry on its own line with a dash: - …, or write [one, two]."],
  object: ["a group of lines", "Write its parts below it, each indented by two spaces."],
  record: ["a group of lines", "Write its parts below it, each indented by two spaces."],
  tuple: ["a pair", 'Write two entries: ["09:00", "13:00"].'],
};

function wordsForType(expected: string, shown: string): Words {
  const [what, whatToDo] = wanted[expected] ?? [expected, "Compare it with another file of this folder."];
  return { problem: `${shown}, but must be ${what}`, whatToDo };
}

function wordsForSmall(issue: Extract<Issue, { code: "too_small" }>, key: string, shown: string): Words {
  if (issue.origin === "string") {
    return {
      problem: `the text of ${nameOf(key)} is empty`,
      whatToDo: "Write the text, or remove the line.",
    };
  }
  if (issue.origin === "array") {
    return { problem: `the list ${nameOf(key)} is empty`, whatToDo: "Add at least one entry." };
  }
  const least = issue.inclusive ? `at least ${issue.minimum}` : `more than ${issue.minimum}`;
  return { problem: `${shown}, which is too small`, whatToDo: `It must be ${least}.` };
}

function wordsForFormat(key: string, value: unknown, hint: string | undefined): Words {
  if (/^\d+$/.test(key)) {
    return {
      problem: `${describe(value)} is not a time of day`,
      whatToDo: 'Write hours and minutes in quotes, like "09:00".',
    };
  }
  return { problem: `${describe(value)} can't be a "${key}"`, whatToDo: hint ?? nameRule(String(value)) };
}

function nameRule(name: string): string {
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  const proposal = better ? `, like ${better}` : "";
  return `Use only a–z, 0–9 and _, beginning with a letter${proposal}.`;
}

function nameOf(key: string): string {
  return /^\d+$/.test(key) ? `entry ${Number(key) + 1}` : `"${key}"`;
}

function describe(value: unknown): string {
  if (value === null) return "empty";
  if (typeof value === "string") return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of lines";
  return String(value);
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

type JsonSchema = {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
};

/** The keys that may stand at `path`, from the schema's JSON form. */
function keysAt(json: unknown, path: Path): readonly string[] {
  const schema = path.reduce<JsonSchema | undefined>((at, step) => childOf(at, step), json as JsonSchema);
  return Object.keys(objectIn(schema)?.properties ?? {});
}

function childOf(schema: JsonSchema | undefined, step: string | number): JsonSchema | undefined {
  if (typeof step === "number") return schema?.items;
  const object = objectIn(schema);
  const rest = object?.additionalProperties;
  return object?.properties?.[step] ?? (typeof rest === "object" ? rest : undefined);
}

function objectIn(schema: JsonSchema | undefined): JsonSchema | undefined {
  return schema?.anyOf?.find((one) => one.properties) ?? schema;
}
