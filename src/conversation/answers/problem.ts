/** Bounds of a value, whoever read it: a parser, a classifier, staff or a program. */
import type { Address, AnswerValue, FileRef } from "../../domain/answer.ts";
import { faultOf } from "../../domain/files.ts";
import type { BadReason } from "../../domain/understanding.ts";
import { addDays, isDate } from "../../language/times/clock.ts";
import type { AnswerQuestion } from "./answer.ts";

/** Longest free text that an order keeps in one field, UTF-16 units: less than is read of one message (`longestRead`), so that nothing is cut off in silence. */
const longestText = 1_500;
/** Dates further ahead than two years are slips of the finger. */
const farthestDays = 731;
const shortAddress = /^[A-Z]{4}\d{4}$/;

/**
 * Why a value of the question's type can't stand; undefined when it can.
 * @param today the office's date at the message, `YYYY-MM-DD`
 */
export function problemWith(
  question: AnswerQuestion,
  value: AnswerValue,
  today: string,
): BadReason | undefined {
  switch (question.type) {
    case "number":
    case "integer":
      return problemWithNumber(question, Number(value));
    case "date":
      return problemWithDate(question, String(value), today);
    case "choice":
      return question.options?.some(({ id }) => id === value) ? undefined : "not_a_choice";
    case "text":
    case "person_name":
      if (question.format === "short_national_address") return problemWithShort(String(value));
      return String(value).length > longestText ? "too_long" : undefined;
    case "address":
      return problemWithAddress(question, value);
    case "photo":
    case "document":
      return faultOf(question.type, value as readonly FileRef[]);
    default:
      return undefined;
  }
}

function problemWithNumber(question: AnswerQuestion, value: number): BadReason | undefined {
  if (!Number.isFinite(value)) return "bad_format";
  if (question.type === "integer" && !Number.isInteger(value)) return "not_whole";
  if (question.above !== undefined && value <= question.above) return "too_small";
  if (question.min !== undefined && value < question.min) return "too_small";
  return question.max !== undefined && value > question.max ? "too_big" : undefined;
}

function problemWithDate(question: AnswerQuestion, value: string, today: string): BadReason | undefined {
  if (!isDate(value)) return "no_such_date";
  if (question.future && value < today) return "in_the_past";
  return question.future && value > addDays(today, farthestDays) ? "too_far" : undefined;
}

function problemWithShort(value: string): BadReason | undefined {
  return shortAddress.test(value) ? undefined : "bad_format";
}

function problemWithAddress(question: AnswerQuestion, value: AnswerValue): BadReason | undefined {
  const { text = "", short } = value as Address;
  if (question.format === "short_national_address" && short === undefined) return "bad_format";
  return text.length > longestText ? "too_long" : undefined;
}
