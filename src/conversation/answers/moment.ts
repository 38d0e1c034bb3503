/** date, time and duration. */
import { localDate } from "../../language/clock.ts";
import { findDates } from "../../language/dates.ts";
import { findDurations } from "../../language/durations.ts";
import { findTimes } from "../../language/times.ts";
import { findVagueDays } from "../../language/vague-days.ts";
import { type AnswerContext, type AnswerQuestion, bad, notThis, type Parsed, parsed } from "./answer.ts";
import { problemWith } from "./problem.ts";

export function parseDate(question: AnswerQuestion, text: string, context: AnswerContext): Parsed {
  const [found, another] = findDates(text, context);
  if (!found) {
    const [vague] = findVagueDays(text);
    return vague ? bad("vague_date", vague) : notThis;
  }
  const { value } = found;
  if (value.type === "ambiguous") return bad("ambiguous_weekday", found);
  if (value.type === "impossible") return bad(value.reason, found);
  const reason = problemWith(question, value.date, localDate(context.now, context.zone));
  if (reason) return bad(reason, found);
  const { start, end } = found;
  const more = value.until !== undefined || another !== undefined;
  return { type: "parsed", value: value.date, start, end, ...(more && { more: true as const }) };
}

export function parseTime(_question: AnswerQuestion, text: string, context: AnswerContext): Parsed {
  const [found] = findTimes(text, context);
  return found ? parsed(found.value.time, found) : notThis;
}

export function parseDuration(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findDurations(text);
  return found ? parsed(found.value.iso, found) : notThis;
}
