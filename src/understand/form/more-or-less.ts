/**
 * «زود ليلة», "one more night", «نقصوا كرتون»: a count that is to grow or shrink by so much. What the form holds is the beginning, so only a count that it
 * holds can be changed like this; «زيدوها إلى ٤» says the end itself, and is no more of it.
 */
import type { FieldSpec, Understanding } from "../../domain/understanding.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { hasPhrase, type Phrases, phrasesOf } from "../phrases.ts";
import type { Task } from "../requests.ts";
import { hasUnit } from "../values/candidate.ts";
import { unitsOf } from "../values/counted.ts";
import type { Span, Word } from "../words.ts";
import type { Form } from "./open-form.ts";

const more = phrasesOf(
  "زود|زودوا|زودي|زودو|زيد|زيدوا|زيدو|ضيف|ضيفوا|ضيفو|ضيفي|اضف|اضيفوا|اضافه|اضافي|اضافيه|اضافيين|زياده|كمان",
  "add|more|extra|another|additional|zawed|zawdo|zawedo|zeed|zeedo|zid|zido|deef|dheef|dhifo|kaman|zyada|ziyada|zeyada",
);
const fewer = phrasesOf(
  "نقص|نقصوا|نقصو|نقصي|قلل|قللوا|قللو|شيل|شيلوا|شيلو|شيلي|اقل",
  "less|fewer|minus|remove|drop|na2as|na2aso|naggis|naggiso|sheel|sheelo",
);
/** «إلى ٤», "to 4", «صاروا ٤»: the end itself. "No more than", «مو أكثر» are limits. */
const absolute =
  /(?:^|\s)(?:ل ?(?=[\d٠-٩])|لـ|الى|إلى|لين|لحد|حتى|بدل|صار\S*|خل[يو]\S*|اكثر من|أكثر من|to|upto|than|instead|at most|total|in all|ila|elly?|نفس|زي ما|مثل ما)(?=[\s\d٠-٩]|$)/i;
/** "Make it 3 more nights": the order stands before a growth all the same. */
const makeIt = /^(?:please )?make (?:it|that|them) (?=\S+ (?:more|extra|additional))/i;
/** Longer messages tell more than this. */
const longest = 8;

/** Words that say nothing between a growth and its count: «زيدوا لي ليلة». */
const between = /^(?:لي|لنا|لو|سمحت|us|me|a|an)$/;
const refusing =
  /^(?:لا|ما|مش|مو|مب|مابي|مابغى|بلاش|بدون|من غير|no|not|don'?t|dont|never|without|just|only|mesh|mish|mo)(?:\s|$)/;

/** The correction that it comes to; undefined of a message that adds to nothing held, or by no certain number. */
export function countedOn({ text, words, parts }: Task, { spec, open }: Form): Understanding | undefined {
  if (words.length > longest || /[?\u061f]/.test(text) || refusing.test(text.trim().toLowerCase()))
    return undefined;
  const grows = hasPhrase(more, words);
  if (grows === hasPhrase(fewer, words) || parts.denied.length > 0) return undefined;
  if (absolute.test(text.replace(makeIt, ""))) return undefined;
  const beside = grows ? more : fewer;
  const counts = findNumbers(text, unitsOf(spec)).flatMap(({ value, start, end, text: said }) => {
    const field = spec.fields.find(
      (one) => value.unit !== undefined && isCount(one) && hasUnit(one, value.unit),
    );
    const held = field && open.values?.[field.name]?.value;
    if (field === undefined || typeof held !== "number") return [];
    const sum = grows ? held + value.number : held - value.number;
    return [{ name: field.name, start, end, sum, read: { value: sum, text: said, start, end } }];
  });
  const [first] = counts;
  if (!first || !isBeside(beside, words, first) || counts.some(({ sum }) => sum < 1)) return undefined;
  const isRow = counts.slice(1).every((one, at) => joins.test(text.slice(counts[at]?.end, one.start)));
  if (!isRow || new Set(counts.map(({ name }) => name)).size < counts.length) return undefined;
  return { type: "correct", fields: Object.fromEntries(counts.map(({ name, read }) => [name, read])) };
}

const joins = /^\s*(?:و|and|w|&|\+|,|،)\s*$/i;

/** Does the word of growth stand in the count, right before it or right behind it? */
function isBeside(phrases: Phrases, words: readonly Word[], { start, end }: Span): boolean {
  const before = words.filter((word) => word.end <= start && !between.test(word.text)).at(-1);
  const behind = words.find((word) => word.start >= end);
  const inside = words.filter((word) => word.start >= start && word.end <= end);
  return [before, behind, ...inside].some((word) => word !== undefined && hasPhrase(phrases, [word]));
}

const isCount = ({ type }: FieldSpec): boolean => type === "integer" || type === "number";
