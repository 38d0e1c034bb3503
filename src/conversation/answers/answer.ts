/** What every parser of answers takes and gives. A parser is a thin layer over `language/`: it picks, bounds and shapes. */
import type { AnswerValue } from "../../domain/answer.ts";
import type { BadReason } from "../../domain/understanding.ts";
import type { Question } from "../flow/flow.ts";

/** The part of a question that its parser needs. */
export type AnswerQuestion = Pick<
  Question,
  "name" | "type" | "units" | "scales" | "future" | "options" | "min" | "max" | "above" | "format" | "later"
> &
  Partial<Pick<Question, "offer_first" | "mobile">>;

/** The moment of the message (epoch milliseconds) and the office's zone: "tomorrow" is relative to them. */
export type AnswerContext = { readonly now: number; readonly zone: string };

/** Offsets are UTF-16 units of the text as it was given. */
export type Parsed =
  | {
      readonly type: "parsed";
      readonly value: AnswerValue;
      readonly start: number;
      readonly end: number;
      /** The words say more than this answer («3–6 ديسمبر» is an arrival and a departure). */
      readonly more?: true;
    }
  /** Nothing of the asked kind is in the text. */
  | { readonly type: "not_this" }
  /** It is meant as an answer and cannot stand. */
  | { readonly type: "bad"; readonly reason: BadReason; readonly start: number; readonly end: number };

export type Parser = (question: AnswerQuestion, text: string, context: AnswerContext) => Parsed;

export const notThis: Parsed = { type: "not_this" };

type Span = { readonly start: number; readonly end: number };

export function parsed(value: AnswerValue, { start, end }: Span): Parsed {
  return { type: "parsed", value, start, end };
}

export function bad(reason: BadReason, { start, end }: Span): Parsed {
  return { type: "bad", reason, start, end };
}

/** The whole text without the space around it. */
export function wholeSpan(text: string): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
