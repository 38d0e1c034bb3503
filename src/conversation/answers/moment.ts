/** date, time and duration. */

import { findDates } from "../../language/days/dates.ts";
import { findVagueDays } from "../../language/days/vague-days.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { localDate } from "../../language/times/clock.ts";
import { findDurations } from "../../language/times/durations.ts";
import { findTimes } from "../../language/times/times.ts";
import {
  type AnswerContext,
  type AnswerQuestion,
  bad,
  notThis,
  type Parsed,
  parsed,
  wholeSpan,
} from "./answer.ts";
import { problemWith } from "./problem.ts";

export function parseDate(question: AnswerQuestion, text: string, context: AnswerContext): Parsed {
  const [found, another] = findDates(text, context);
  if (!found && isNow(text)) return parsed(localDate(context.now, context.zone), wholeSpan(text));
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

const nowWords = new Set(
  "now asap immediately today الحين الان حالا فورا دلوقتي دلوقت دحين هلا هسه حين ضروري al7een el7een alheen elheen 7alan delwa2ty dlwa2ty delwaty".split(
    " ",
  ),
);
const besideNow = new Set(
  "right as soon possible please pls من فضلك لو سمحت الحين حالا اللحظه هذي فورا ya".split(" "),
);

/** «الحين», "right now": today, where a day was asked for and nothing else is said. */
function isNow(text: string): boolean {
  const words = tokens(text).map((token) => token.text);
  return (
    words.some((word) => nowWords.has(word)) &&
    words.every((word) => nowWords.has(word) || besideNow.has(word))
  );
}

export function parseTime(_question: AnswerQuestion, text: string, context: AnswerContext): Parsed {
  const [found] = findTimes(text, context);
  return found ? parsed(found.value.time, found) : notThis;
}

export function parseDuration(_question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findDurations(text);
  return found ? parsed(found.value.iso, found) : notThis;
}
