/**
 * A value that the form holds, looked at once more: «الرقم 0504417727 صح؟» wants it confirmed, «لا الرقم آخره ٢٧ مو ٢٠» changes how a number
 * ends.
 */
import type { Understanding } from "../domain/understanding.ts";
import { hintsOf } from "./correction.ts";
import { extractFields } from "./extract.ts";
import { baseOf, type Form } from "./open-form.ts";
import type { Task } from "./requests.ts";

const isRight =
  /(?:^|\s)(?:صح|صحيح|مضبوط|مظبوط|تمام كذا|كده صح|right|correct|is that right|sa7|sah|mazboot)\s*[?؟]\s*$/iu;

/** The held values that the message asks to have confirmed; undefined where it gives another, or none. */
export function checksValue(task: Task, form: Form): Understanding | undefined {
  const { values } = form.open;
  if (!values || !isRight.test(task.text)) return undefined;
  const correcting = hintsOf(task, form.spec, form.open);
  const { fields } = extractFields({ ...baseOf(task, form, undefined), correcting });
  const said = Object.entries(fields);
  const isHeld = said.every(
    ([name, { value }]) => JSON.stringify(values[name]?.value) === JSON.stringify(value),
  );
  return said.length > 0 && isHeld ? { type: "correct", fields } : undefined;
}

const digits = "([0-9٠-٩]{1,4})";
const endsIn = new RegExp(
  `(?:[اآ]خره|[اآ]خرها|[اآ]خر (?:رقمين|رقم|خانتين|اربع|[0-9٠-٩])|نهايته|نهايتها|ينتهي ب|تنتهي ب|بينتهي ب|ends? (?:in|with)|ending (?:in|with)|last (?:\\w+ )?(?:digits?|numbers?)(?: is| are)?|a[k5]?h?roh?|akh?er(?:oh|ha|o))\\s*:?\\s*${digits}(?![0-9٠-٩])`,
  "iu",
);
const insteadOf = new RegExp(`(?:مو|مش|مب|موب|ليس|بدل|not|mesh|mosh|msh|mo)\\s+${digits}(?![0-9٠-٩])`, "iu");
const numbers: ReadonlySet<string> = new Set(["phone", "national_id", "establishment_number", "text"]);

const western = (said: string): string =>
  said.replace(/[٠-٩]/g, (digit) => String("٠١٢٣٤٥٦٧٨٩".indexOf(digit)));

/** The held number with its new end: the one that ends as is denied, else the only one that is long enough. */
export function endCorrected(task: Task, { spec, open }: Form): Understanding | undefined {
  const found = endsIn.exec(task.text);
  const [whole = "", tail = ""] = found ?? [];
  if (!found || !open.values) return undefined;
  const now = western(tail);
  const old = western(insteadOf.exec(task.text)?.[1] ?? "");
  const held = spec.fields.flatMap(({ name, type }) => {
    const value = open.values?.[name]?.value;
    const isNumber = typeof value === "string" && /^\+?\d{7,}$/.test(value) && numbers.has(type);
    return isNumber ? [{ name, value }] : [];
  });
  const meant = old === "" ? held : held.filter(({ value }) => value.endsWith(old));
  const [one, other] = meant;
  if (!one || other || now.length > one.value.length - 4) return undefined;
  const value = `${one.value.slice(0, -now.length)}${now}`;
  const start = found.index + whole.length - tail.length;
  return {
    type: "correct",
    fields: { [one.name]: { value, text: tail, start, end: start + tail.length } },
  };
}
