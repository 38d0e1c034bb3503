/**
 * «زود ليلة», "one more night", «نقصوا كرتون»: a count that is to grow or shrink by so much. What the form holds is the beginning, so only a count that it
 * holds can be changed like this; «زيدوها إلى ٤» says the end itself, and is no more of it.
 */
import type { FieldSpec, ReadField, Understanding } from "../domain/understanding.ts";
import { findNumbers } from "../language/numbers.ts";
import { hasUnit } from "./candidate.ts";
import { unitsOf } from "./counted.ts";
import type { Form } from "./open-form.ts";
import { hasPhrase, phrasesOf } from "./phrases.ts";
import type { Task } from "./requests.ts";

const more = phrasesOf(
  "زود|زودوا|زودي|زودوها|زودها|زودو|زيد|زيدوا|زيدو|زيدوها|زيدها|ضيف|ضيفوا|ضيفو|ضيفي|اضف|اضيفوا|اضافه|اضافي|اضافيه|اضافيين|زياده|كمان|برضه|برضو",
  "add|more|extra|another|additional|zawed|zawdo|zawedo|zeed|zeedo|zid|zido|deef|dheef|dhifo|kaman|zyada|ziyada|zeyada",
);
const fewer = phrasesOf(
  "نقص|نقصوا|نقصو|نقصي|نقصوها|قلل|قللوا|قللو|شيل|شيلوا|شيلو|شيلي|اقل",
  "less|fewer|minus|remove|drop|na2as|na2aso|naggis|naggiso|sheel|sheelo",
);
/** «إلى ٤», "to 4", «صاروا ٤»: the end itself. "No more than", «مو أكثر» are limits. */
const absolute =
  /(?:^|\s)(?:الى|إلى|لين|لحد|حتى|بدل|صار\S*|خل[يو]\S*|اكثر من|أكثر من|to|upto|than|instead|at most|total|in all|ila|elly?)(?=\s|$)/i;
/** "Make it 3 more nights": the order stands before a growth all the same. */
const makeIt = /^(?:please )?make (?:it|that|them) (?=\S+ (?:more|extra|additional))/i;
/** Longer messages tell more than this. */
const longest = 8;

/** The correction that it comes to; undefined of a message that adds to nothing held, or by no certain number. */
export function countedOn({ text, words }: Task, { spec, open }: Form): Understanding | undefined {
  if (words.length > longest || /[?\u061f]/.test(text)) return undefined;
  const grows = hasPhrase(more, words);
  if (grows === hasPhrase(fewer, words) || absolute.test(text.replace(makeIt, ""))) return undefined;
  const counts = findNumbers(text, unitsOf(spec)).flatMap(({ value, start, end, text: said }) => {
    const field = spec.fields.find(
      (one) => value.unit !== undefined && isCount(one) && hasUnit(one, value.unit),
    );
    const held = field && open.values?.[field.name]?.value;
    if (field === undefined || typeof held !== "number") return [];
    const sum = grows ? held + value.number : held - value.number;
    return sum > 0 ? [[field.name, { value: sum, text: said, start, end }] as const] : [];
  });
  const [first, ...others] = counts;
  return first && others.length === 0 ? { type: "correct", fields: fieldsOf(first) } : undefined;
}

const isCount = ({ type }: FieldSpec): boolean => type === "integer" || type === "number";
const fieldsOf = ([name, field]: readonly [string, ReadField]) => ({ [name]: field });
