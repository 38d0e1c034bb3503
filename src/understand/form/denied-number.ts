/**
 * A bare number that a message denies («… مو 9», "not 9"), and which fields hold it: as a number, a sum, an hour, a day of the month, or within
 * a text. Nobody holds it: then it is asked what is meant, and never guessed.
 */
import { type AnswerType, type AnswerValue, numberIn } from "../../domain/answer.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import type { Task } from "../requests.ts";
import { heldBy } from "./held-values.ts";
import type { Form } from "./open-form.ts";

const denial = new RegExp(
  `(?:^|[\\s،,])و?${insteadPattern}\\s+(?:(?:الساعه|الساعة|رقم|يوم|yom|number|at|the)\\s+)?([0-9٠-٩]{1,7})(?:st|nd|rd|th)?\\s*[.!]?\\s*$`,
  "iu",
);

/** «٦٠ الف بدل ٦٢»: thousands of which only one is said so. */
const inThousands = /(?:الف|آلاف|الاف|مليون|thousand|million|\d\s?k\b|(?<![a-z])alf(?![a-z]))/iu;

/** The number that a message denies at its end, with nothing counted behind it. */
export function deniedNumber(text: string): number | undefined {
  if (inThousands.test(text)) return undefined;
  const [, said] = denial.exec(text) ?? [];
  return said === undefined ? undefined : Number(latinDigits(said));
}

/** The filled fields that hold it; undefined where what is held is not at hand. */
export function holdersOfNumber(number: number, form: Form): readonly string[] | undefined {
  if (!form.open.values) return undefined;
  return heldBy(form).flatMap(({ field, value }) => (holds(field.type, value, number) ? [field.name] : []));
}

function holds(type: AnswerType, value: AnswerValue, number: number): boolean {
  const held = numberIn(value);
  if (held !== undefined) return held === number;
  const text = typeof value === "object" && "text" in value ? value.text : value;
  if (typeof text !== "string") return false;
  if (type === "date") return Number(text.slice(8)) === number;
  if (type === "time") return Number(text.slice(0, 2)) % 12 === number % 12;
  if (type === "duration") return text.includes(String(number));
  if (/^\+?\d{7,}$/.test(text)) return number > 9 && text.endsWith(String(number));
  return tokens(fold(text)).some((token) => token.text === String(number));
}

/** «العمارة 12 مو 9» under a read-back that holds no 9: what is to be changed is asked. */
export function deniesUnheld({ text }: Task, form: Form): Understanding | undefined {
  const number = form.open.awaiting === "read_back" ? deniedNumber(text) : undefined;
  const isUnheld = number !== undefined && holdersOfNumber(number, form)?.length === 0;
  return isUnheld ? { type: "correct", fields: {} } : undefined;
}
