/** The form that is open while a message is read: what to extract from it, and how what was found is told as answers and corrections. */
import type { AnswerType } from "../../domain/answer.ts";
import type {
  BadField,
  FieldSpec,
  ReadField,
  ReadFields,
  ServiceSpec,
  Understanding,
} from "../../domain/understanding.ts";
import type { Task } from "../requests.ts";
import type { Extracted, Extraction } from "../values/extraction.ts";
import { type Span, type Word, wordsIn } from "../words.ts";
import { deniedValues } from "./correction.ts";

/** What is known of the open form: which one, what it asks and holds. */
export type Open = NonNullable<Task["context"]["open"]>;
/** `asked`: the question that waits for its answer. */
export type Form = { readonly spec: ServiceSpec; readonly open: Open; readonly asked: FieldSpec | undefined };

/** The question that waits for its answer, where one does. */
export function askedField({ open, services }: Task["context"]): FieldSpec | undefined {
  if (open?.awaiting !== "answer") return undefined;
  const fields = services.find(({ id }) => id === open.service)?.fields;
  return fields?.find(({ name }) => name === open.asked);
}

const freeTypes: ReadonlySet<AnswerType> = new Set<AnswerType>(["text", "address", "person_name"]);
/** Would any words answer this question? */
export const isFree = ({ type, format }: FieldSpec): boolean =>
  freeTypes.has(type) && format !== "short_national_address";

/** What to extract from: the whole message, or `span` of it. */
export function baseOf(task: Task, { spec, open }: Form, span: Span | undefined): Extraction {
  const { text, words, context } = task;
  return {
    ...{ text, words, spec, denied: deniedValues(task, spec), filled: open.filled },
    moment: { now: context.now, zone: context.zone },
    ...(open.values && { values: open.values }),
    ...(span && { span }),
  };
}

/** With this for `correcting`, values are looked for in the filled fields, too. */
export const anyField = { replaced: new Set<string>(), named: new Set<string>(), old: [] };

/** The words without greeting and thanks. */
export function insideOf({ parts }: Task, span: Span | undefined): readonly Word[] {
  const middle = parts.clauses.flatMap((clause) => clause.words);
  return span ? wordsIn(middle, span) : middle;
}

/** Values for fields that had one are corrections; the others are answers. */
export function partition(
  { fields, bad }: Pick<Extracted, "fields" | "bad">,
  { filled }: Open,
): Understanding[] {
  const had = (name: string) => filled.includes(name);
  const answers = pick(fields, bad, (name) => !had(name));
  const changes = pick(fields, bad, had);
  return [
    ...(changes ? [{ type: "correct" as const, ...changes }] : []),
    ...(answers ? [{ type: "answers" as const, ...answers }] : []),
  ];
}

type Values = { readonly fields: ReadFields; readonly bad?: Readonly<Record<string, BadField>> };

function pick(
  fields: ReadFields,
  bad: Readonly<Record<string, BadField>>,
  wanted: (name: string) => boolean,
): Values | undefined {
  const kept: Record<string, ReadField> = {};
  const wrong: Record<string, BadField> = {};
  for (const [name, field] of Object.entries(fields)) if (wanted(name)) kept[name] = field;
  for (const [name, field] of Object.entries(bad)) if (wanted(name)) wrong[name] = field;
  if (Object.keys(kept).length + Object.keys(wrong).length === 0) return undefined;
  return { fields: kept, ...(Object.keys(wrong).length > 0 && { bad: wrong }) };
}
