/** An hour in words told against another: «العاشرة لا الحادية عشرة», «عشرة مو حدعش», "ten not eleven". */
import type { ReadingContext, Understanding } from "../../domain/understanding.ts";
import { insteadPattern } from "../../language/replies/denials.ts";
import { findTimes } from "../../language/times/times.ts";
import type { Task } from "../requests.ts";
import { heldAs, heldBy } from "./held-values.ts";
import type { Form } from "./open-form.ts";
import { clauseEnds } from "./said-instead.ts";

const hour = "[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*";
const upToThree = `${hour}(?:\\s+${hour}){0,2}?`;
const atHour = "(?:الساعة |الساعه |elsa3a |at )?";
/** The hour in front of the one that is denied, or behind it; a standard «لا» between them denies, too. */
const told = [
  `(?<![\\p{L}\\p{Nd}])(?<now>${upToThree})\\s*[،,]?\\s+و?(?:${insteadPattern}|لا)\\s+${atHour}(?<old>${upToThree})${clauseEnds}`,
  `(?<![\\p{L}\\p{Nd}])و?${insteadPattern}\\s+${atHour}(?<old>${upToThree})(?:\\s*[،,]|\\s+(?:بل|but|bal))\\s*${atHour}(?<now>${upToThree})${clauseEnds}`,
].map((pattern) => new RegExp(pattern, "iu"));

/** Only where the form holds the hour that is denied, as its one time, and nothing else of that number: no other «لا» is meant then. */
export function hourInWords({ text, context }: Task, form: Form): Understanding | undefined {
  const [held, another] = heldAs(form, "time");
  if (!held || another) return undefined;
  for (const pattern of told) {
    const { now = "", old = "" } = pattern.exec(text)?.groups ?? {};
    const denied = hourOf(old, context);
    const said = now.replace(leadIn, "");
    const meant = hourOf(said, context);
    if (meant === undefined || denied === undefined) continue;
    const value = inHalf(meant, held.value);
    if (inHalf(denied, held.value) !== held.value || value === held.value) continue;
    if (heldBy(form).some((other) => other.value === Number(denied.slice(0, 2)))) continue;
    const start = text.indexOf(said, text.indexOf(now));
    const read = { value, text: said, start, end: start + said.length };
    return { type: "correct", fields: { [held.field.name]: read } };
  }
  return undefined;
}

/** Before an hour; anything else («العمارة», "room number") may count by the number. */
const leadIn =
  /^(?:(?:عذرا|عذرًا|اقصد|أقصد|قصدي|الموعد|الوقت|موعدنا|خل\S*|حط\S*|make|it|the|time|is|el|wa2t|maw3ed|me3ad|khal\S*|5al\S*)\s+)+/iu;

/** The words as an hour of the clock, if they are that and nothing else. */
function hourOf(words: string, context: ReadingContext): string | undefined {
  for (const before of ["الساعة ", "elsa3a ", "at "]) {
    const [found, more] = findTimes(before + words, context);
    const isWhole = found && !more && found.end === before.length + words.length;
    if (isWhole && !found.value.approximate && found.value.until === undefined) return found.value.time;
  }
  return undefined;
}

/** The hour in the half of the day in which the form has its own. */
function inHalf(time: string, held: string): string {
  const half = Number(held.slice(0, 2)) >= 12 ? 12 : 0;
  return `${String((Number(time.slice(0, 2)) % 12) + half).padStart(2, "0")}${time.slice(2)}`;
}
