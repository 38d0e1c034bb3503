/** number and integer: digits of every kind, words, duals and fractions, with or without the question's units. */
import { type Found, overlapsAny } from "../../language/found.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { findPhones } from "../../language/people/phones.ts";
import { type AnswerContext, type AnswerQuestion, bad, notThis, type Parsed, parsed } from "./answer.ts";
import { problemWith } from "./problem.ts";

/** Numbers with the question's own unit win over bare ones; "two weeks" counts as the flow's `scales` say. */
export function parseNumber(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const found = withoutPhones(text, findNumbers(text, unitsOf(question)));
  const best = found.find(({ value }) => value.unit !== undefined) ?? found[0];
  if (!best) return notThis;
  const scale = best.value.unit === undefined ? 1 : (question.scales[best.value.unit] ?? 1);
  const value = best.value.number * scale;
  const reason = problemWith(question, value, "");
  return reason ? bad(reason, best) : parsed(value, best);
}

/** «0551112223» under a question for a price or a weight is a phone, and no number of anything. */
export function withoutPhones<T>(text: string, found: readonly Found<T>[]): readonly Found<T>[] {
  const phones = findPhones(text).filter(({ value }) => value.type === "phone");
  return phones.length === 0 ? found : found.filter((one) => !overlapsAny(one, phones));
}

const known = new WeakMap<object, readonly string[]>();

function unitsOf(question: AnswerQuestion): readonly string[] {
  const scales = Object.keys(question.scales);
  if (scales.length === 0) return question.units;
  const units = known.get(question) ?? [...question.units, ...scales];
  known.set(question, units);
  return units;
}
