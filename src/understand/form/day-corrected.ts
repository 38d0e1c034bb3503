/** A day that the form holds, moved: «يوم ١٤ مو ١٣», "the 14th not the 13th", «خلوها بعده», "make it the next day". */
import type { Understanding } from "../../domain/understanding.ts";
import { latinDigits } from "../../language/numbers/digit-runs.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import { addDays, isDate } from "../../language/times/clock.ts";
import type { Task } from "../requests.ts";
import { holdersOfNumber } from "./denied-number.ts";
import { heldAs } from "./held-values.ts";
import type { Form } from "./open-form.ts";
import { clauseEnds } from "./said-instead.ts";

const day = "(?:يوم|اليوم|تاريخ|بتاريخ|ليوم|yom|youm|day|the|on|el|le|ل)";
const pair = new RegExp(
  `(?<![\\p{L}\\p{Nd}])(?<led>${day}\\s+)?(?:the )?(?<now>[0-9٠-٩]{1,2})(?:st|nd|rd|th)?\\s*[،,]?\\s+(?:و)?${insteadPattern}\\s+(?:${day}\\s+)?(?:the )?(?<old>[0-9٠-٩]{1,2})(?:st|nd|rd|th)?(?=\\s*(?:$|[،,.!؟?]))`,
  "iu",
);

/**
 * Of the days that are held the one with the denied number moves; undefined where none has it, several have, or something else holds it and
 * no day is named.
 */
export function dayCorrected({ text }: Task, form: Form): Understanding | undefined {
  const found = pair.exec(text);
  const { now = "", old = "", led } = found?.groups ?? {};
  const holders = found ? holdersOfNumber(Number(latinDigits(old)), form) : undefined;
  if (!found || !holders) return undefined;
  const dates = heldAs(form, "date").filter(({ field }) => holders.includes(field.name));
  const [date, another] = dates;
  if (!date || another || (led === undefined && holders.length > 1)) return undefined;
  const value = `${date.value.slice(0, 8)}${latinDigits(now).padStart(2, "0")}`;
  // Not the 31st of a month of thirty days.
  if (!isDate(value)) return undefined;
  const start = found.index + found[0].indexOf(now, led?.length ?? 0);
  return {
    type: "correct",
    fields: { [date.field.name]: { value, text: now, start, end: start + now.length } },
  };
}

/** Not where it is forbidden: "don't move it to the next day". */
const nextDay = new RegExp(
  `(?<!(?:n['’o]?t|never) )(?:خلوها|خليها|خلها|خلوه|خليه|نخليها|حطوها|اجلوها|khal\\S+|make it|move it to)\\s+(?:ل?اليوم )?(?:اللي |الي |ely |elly )?(?:ل?بعده(?:ا)?|ba3do|ba3doh|the (?:day after(?! tomorrow)|next day))${clauseEnds}`,
  "iu",
);

/** «لا بكره مش هينفع خلوها بعده»: the day behind the one that the form holds, where it holds only one. */
export function dayMoved({ text }: Task, form: Form): Understanding | undefined {
  const found = nextDay.exec(text);
  const [date, another] = heldAs(form, "date");
  if (!found || !date || another) return undefined;
  const span = { start: found.index, end: found.index + found[0].length };
  const read = { value: addDays(date.value, 1), text: found[0], ...span };
  return { type: "correct", fields: { [date.field.name]: read } };
}
