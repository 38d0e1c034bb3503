/** number and integer: digits of every kind, words, duals and fractions, with or without the question's units. */
import { findNumbers } from "../../language/numbers/numbers.ts";
import { type AnswerContext, type AnswerQuestion, bad, notThis, type Parsed, parsed } from "./answer.ts";
import { problemWith } from "./problem.ts";

/** Numbers with the question's own unit win over bare ones; "two weeks" counts as the flow's `scales` say. */
export function parseNumber(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const found = findNumbers(text, unitsOf(question));
  const best = found.find(({ value }) => value.unit !== undefined) ?? found[0];
  if (!best) return notThis;
  const scale = best.value.unit === undefined ? 1 : (question.scales[best.value.unit] ?? 1);
  const value = best.value.number * scale;
  const reason = problemWith(question, value, "");
  return reason ? bad(reason, best) : parsed(value, best);
}

const known = new WeakMap<object, readonly string[]>();

function unitsOf(question: AnswerQuestion): readonly string[] {
  const scales = Object.keys(question.scales);
  if (scales.length === 0) return question.units;
  const units = known.get(question) ?? [...question.units, ...scales];
  known.set(question, units);
  return units;
}
