/** The embedded understanding as the office opens it, on the real flows and the sayings to learn from, for the tests beside. */
import { join } from "node:path";
import type { AnswerValue } from "../../src/domain/answer.ts";
import type { Reading, ReadingContext, ServiceSpec, Understanding } from "../../src/domain/understanding.ts";
import { loadExamples } from "../../src/flows/examples.ts";
import { describeProblems, loadCatalogue } from "../../src/flows/load.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";

const root = join(import.meta.dirname, "../..");

export const examples = loadExamples(join(root, "prompts"));

function specsOf(): readonly ServiceSpec[] {
  const loaded = loadCatalogue(join(root, "flows"), "Asia/Riyadh");
  if (loaded.type === "problems") throw new Error(describeProblems(loaded.problems));
  return loaded.catalogue.specs;
}

export const services = specsOf();
export const classifier = embeddedClassifier(
  services,
  examples.filter(({ split }) => split === "train"),
  keepIn(keptFolder),
);

/** Sunday 22 November 2026, 10:00 in Riyadh. */
export const now = Date.parse("2026-11-22T10:00:00+03:00");
export const context: ReadingContext = { now, zone: "Asia/Riyadh", language: "ar", services };

type Open = NonNullable<ReadingContext["open"]>;

export function read(text: string, open?: Open): Reading {
  return classifier.read(text, { ...context, ...(open && { open }) });
}

/** The question `asked` of a form is open, and the fields `filled` have a value. */
export function asking(asked: string, ...filled: readonly string[]): Open {
  const spec = services.find(({ fields }) => fields.some(({ name }) => name === asked));
  return { service: spec?.id ?? "", asked, awaiting: "answer", filled };
}

/** A form is read back. */
export function readBack(service: string, ...filled: readonly string[]): Open {
  return { service, awaiting: "read_back", filled };
}

/** A form that holds these values: the question `asked` of it is open; where there is none, it is read back. */
export function holding(
  service: string,
  asked: string | undefined,
  held: Readonly<Record<string, AnswerValue>>,
): Open {
  const values = Object.fromEntries(Object.entries(held).map(([name, value]) => [name, { value }]));
  const form = { service, filled: Object.keys(held), values };
  return asked === undefined ? { ...form, awaiting: "read_back" } : { ...form, awaiting: "answer", asked };
}

/** A form that holds these values is read back. */
export const readingBack = (service: string, held: Readonly<Record<string, AnswerValue>>): Open =>
  holding(service, undefined, held);

/** What is meant, in a word each: a request by its service, a fact of the office by its topic. */
export function gist(reading: Reading): string[] {
  return reading.understandings.map((understanding) => {
    switch (understanding.type) {
      case "request":
        return understanding.service;
      case "office":
        return `office.${understanding.topic}`;
      case "language":
        return `language.${understanding.language}`;
      case "privacy":
        return `privacy.${understanding.what}`;
      default:
        return understanding.type;
    }
  });
}

/** The values of the first understanding of this type. */
export function valuesOf(reading: Reading, type: Understanding["type"]): Record<string, unknown> {
  const found = reading.understandings.find((understanding) => understanding.type === type);
  const fields = found && "fields" in found ? (found.fields ?? {}) : {};
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]));
}
