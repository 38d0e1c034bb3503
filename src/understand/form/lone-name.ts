/** A person's name that is all that is said, or that is held and said again in full. */
import type { FieldSpec, ReadField, ReadingContext, ServiceSpec } from "../../domain/understanding.ts";
import { findLoneName, introducesSelf } from "../../language/people/names.ts";
import { phraseAt } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { cuesOf } from "../values/cues.ts";
import { politeWords } from "../wishes/courtesies.ts";
import type { Word } from "../words.ts";
import { corrections, isNo } from "./correction.ts";

type Open = NonNullable<ReadingContext["open"]>;

/**
 * A person's name that is all that is said beside words of correction («لا، محمد الحربي»), or beside nothing at all: the value of the
 * form's only name field among `names`. Undefined where there are two such fields, or it is no sure name.
 */
export function loneName(
  { text, words, parts }: Task,
  spec: ServiceSpec,
  names: (name: string) => boolean,
): readonly [string, ReadField] | undefined {
  const isOwn = introducesSelf(text);
  const fields = spec.fields.filter(
    (field) => field.type === "person_name" && names(field.name) && (!isOwn || isCustomersName(field)),
  );
  const [field] = fields;
  if (!field || fields.length > 1) return undefined;
  const left = words.filter(
    (word, index) =>
      !isNo(word) &&
      !spoken(words, index) &&
      !parts.denied.some(({ start, end }) => word.start >= start && word.end <= end),
  );
  const [first, last] = [left[0], left.at(-1)];
  if (!first || !last) return undefined;
  const found = findLoneName(text.slice(first.start, last.end));
  if (!found || found.end < last.end - first.start) return undefined;
  const start = first.start + found.start;
  return [field.name, { value: found.value, text: found.text, start, end: start + found.text.length }];
}

/** The name of whoever writes: its cues speak in the first person. */
export const isCustomersName = (field: FieldSpec): boolean => cuesOf(field).phrases.has("اسمي");

/** The name that the form holds, said again in full: «ماجد», «ماجد الشهري». */
export function fullerName(
  task: Task,
  spec: ServiceSpec,
  { filled, values }: Open,
): readonly [string, ReadField] | undefined {
  const found = loneName(task, spec, (name) => filled.includes(name));
  const held = found && values?.[found[0]]?.value;
  return typeof held === "string" && String(found?.[1].value).startsWith(`${held} `) ? found : undefined;
}

/** Is the word part of a correction's own words, or of a politeness? */
function spoken(words: readonly Word[], index: number): boolean {
  for (let from = Math.max(0, index - 4); from <= index; from++) {
    const length = phraseAt(corrections, words, from) || phraseAt(politeWords, words, from);
    if (length > 0 && from + length > index) return true;
  }
  return false;
}
