/** How a number that the form holds ends, told alone: «لا الرقم آخره ٢٧ مو ٢٠», "it ends in 27". */
import type { FieldSpec, Understanding } from "../../domain/understanding.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import type { Task } from "../requests.ts";
import { heldBy } from "./held-values.ts";
import type { Form } from "./open-form.ts";
import { courtesyBehind } from "./said-instead.ts";

const digits = "([0-9٠-٩]{2,4})";
/** Behind it nothing is counted and no day begins: "ends in 20 days" tells of no number. */
const endsIn = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?:[اآ]خره|[اآ]خرها|[اآ]خر (?:رقمين|رقم|خانتين|اربع|[0-9٠-٩])|نهايته|نهايتها|ينتهي ب|تنتهي ب|بينتهي ب|ends? (?:in|with)|ending (?:in|with)|last (?:\\w+ )?(?:digits?|numbers?)(?: is| are)?|a(?:k|5|kh)h?e?roh?|akh?er(?:oh|ha|o))\\s*:?\\s*${digits}(?![\\p{Nd}])(?=\\s*(?:$|[،,.!؟?]|و?${insteadPattern}\\s|صح|${courtesyBehind}))`,
  "iu",
);
/** A number is spoken of, not a paper that runs out. */
const ofNumber =
  /(?:رقم|جوال|هاتف|تلفون|تليفون|موبايل|نمرة|نمره|خانتين|هوي[هة]|\b(?:phone|number|mobile|digits?|nu?mber|id)\b|ra[gq8]am|jawal|gawal|mobayl)/iu;
const insteadOf = new RegExp(`${insteadPattern}\\s+${digits}(?![0-9٠-٩])`, "iu");
const numbers: ReadonlySet<string> = new Set(["phone", "national_id", "establishment_number", "text"]);

/**
 * The held number with its new end: the one that ends as is denied, else the one whose own words are said, else the only one. With several
 * left it is asked which.
 */
export function endCorrected({ text }: Task, form: Form): Understanding | undefined {
  const found = endsIn.exec(text);
  const [whole = "", tail = ""] = found ?? [];
  if (!found || !form.open.values) return undefined;
  const now = latinDigits(tail);
  const old = latinDigits(insteadOf.exec(text)?.[1] ?? "");
  const held = heldBy(form).flatMap(({ field, value }) => {
    const isNumber = typeof value === "string" && /^\+?\d{7,}$/.test(value) && numbers.has(field.type);
    return isNumber && now.length <= value.length - 4 ? [{ field, value }] : [];
  });
  const denied = held.filter(({ value }) => old !== "" && value.endsWith(old));
  if (denied.length === 0 && (old !== "" || !ofNumber.test(text))) return undefined;
  const ending = denied.length > 0 ? denied : held;
  const fields = ending.map(({ field }) => field);
  const named = ending.filter(({ field }) => isNamed(text, field, fields));
  const [one, other] = named.length > 0 ? named : ending;
  if (!one) return undefined;
  if (other) return { type: "correct", fields: {}, ask: [one.field.name] };
  const value = `${one.value.slice(0, -now.length)}${now}`;
  const start = found.index + whole.length - tail.length;
  const read = { value, text: tail, start, end: start + tail.length };
  return { type: "correct", fields: { [one.field.name]: read } };
}

/** Whether a word is said that speaks for this field alone of these: «المستلم». */
function isNamed(text: string, field: FieldSpec, among: readonly FieldSpec[]): boolean {
  const said = new Set(tokens(text).map((token) => withoutArticle(token.text)));
  const others = among.filter((one) => one !== field).flatMap((one) => wordsOf(one));
  return wordsOf(field).some((word) => said.has(word) && !others.includes(word));
}

const wordsOf = (field: FieldSpec): readonly string[] =>
  [...field.cues, ...field.names].flatMap((cue) => tokens(cue)).map(({ text }) => withoutArticle(text));
