/** text, and the types that only a file can answer. */
import { findShortAddresses } from "../../language/places/addresses.ts";
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

/** The whole answer in the customer's own words; a short national address where the question wants one. */
export function parseText(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const whole = wholeSpan(text);
  if (whole.start === whole.end) return notThis;
  if (question.format === "short_national_address") {
    const [short] = findShortAddresses(text);
    if (short) return parsed(short.value, short);
    return /^\s*[A-Za-z]{2,5}\s?\d{2,5}\s*$/.test(text) ? bad("bad_format", whole) : notThis;
  }
  const value = text.slice(whole.start, whole.end);
  const reason = problemWith(question, value, "");
  return reason ? bad(reason, whole) : parsed(value, whole);
}

/** Words are no paper; whoever asks for one says so. */
export function parseFile(_question: AnswerQuestion, _text: string, _context: AnswerContext): Parsed {
  return notThis;
}
