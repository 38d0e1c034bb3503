/** What a form asks to be done: read from its fields as an act of staff, or a named problem. The engine judges the act. */
import { type AnswerContext, parseFieldValue } from "../../../conversation/answers/index.ts";
import type { Question } from "../../../conversation/flow/flow.ts";
import type { AgentAct, Move } from "../../../domain/act.ts";
import { type StatusName, statusNames } from "../../../domain/order.ts";
import type { BadReason } from "../../../domain/understanding.ts";
import { fold } from "../../../language/letters/normalise.ts";
import { textOf } from "../../form.ts";
import { longestNote, longestReason, longestText } from "../../lengths.ts";
import type { Words } from "../frame/words.ts";

export type ReadAct =
  | { readonly type: "act"; readonly act: AgentAct }
  | {
      readonly type:
        | "empty"
        | "reason_missing"
        | "nothing_to_do"
        | "bad_amount"
        | "bad_pay"
        | "not_fit"
        | "bad_due"
        | "no_department";
    }
  /** `most`: so many characters (UTF-16 units) it may have. */
  | { readonly type: "too_long"; readonly most: number }
  /** The field's parser does not accept the value. */
  | { readonly type: "bad_value"; readonly reason: BadReason };

/** Why a form could not be read, as a colleague would say it. */
export function unreadText(read: Exclude<ReadAct, { type: "act" }>, { refused, badValue }: Words): string {
  if (read.type === "bad_value") return badValue[read.reason];
  return read.type === "too_long" ? refused.too_long(read.most) : refused[read.type];
}

export function tooLong(text: string, most: number): Extract<ReadAct, { type: "too_long" }> | undefined {
  return text.length > most ? { type: "too_long", most } : undefined;
}

/** A reply to the customer, or a note for colleagues. */
export function readText(form: URLSearchParams, type: "reply" | "note"): ReadAct {
  const text = textOf(form, "text");
  if (text === "") return { type: "empty" };
  return tooLong(text, longestText) ?? { type: "act", act: { type, text } };
}

/** `move=in_progress:picked_up` and an optional note, which an ending must have. */
export function readMove(form: URLSearchParams): ReadAct {
  const [to = "", stage] = (form.get("move") ?? "").split(":");
  const note = textOf(form, "note");
  const status = statusNames.find((name): name is StatusName => name === to);
  if (!status) return { type: "nothing_to_do" };
  if ((status === "cancelled" || status === "failed") && note === "") return { type: "reason_missing" };
  const long = tooLong(note, longestText);
  if (long) return long;
  const move: Move = { to: status, ...(stage && { stage }), ...(note !== "" && { note }) };
  return { type: "act", act: { type: "move", move } };
}

/** Why what was asked of a department is not needed any more. */
export function readWithdrawnRequest(form: URLSearchParams): ReadAct {
  const reason = textOf(form, "reason");
  if (reason === "") return { type: "reason_missing" };
  return tooLong(reason, longestReason) ?? { type: "act", act: { type: "withdraw_request", reason } };
}

/** Two amounts in riyals without tax; an empty one is none. */
export function readPrice(form: URLSearchParams): ReadAct {
  const government = halalasOf(textOf(form, "government"));
  const office = halalasOf(textOf(form, "office"));
  if (government === undefined || office === undefined || government + office === 0)
    return { type: "bad_amount" };
  return { type: "act", act: { type: "price", government, office } };
}

/** What the order's partner is paid, in riyals. */
export function readAgreedPay(form: URLSearchParams): ReadAct {
  const amountMinor = halalasOf(textOf(form, "pays"));
  if (!amountMinor) return { type: "bad_pay" };
  return { type: "act", act: { type: "agree_pay", pays: { amountMinor, currency: "SAR" } } };
}

/** «1,250.50», «٩٩٫٥», up to ten million riyals: exact, so no way through binary fractions. */
function halalasOf(text: string): number | undefined {
  const plain = fold(text)
    .replaceAll("٫", ".")
    .replace(/[,٬](?=\d{3}(?!\d))/g, "");
  if (plain.trim() === "") return 0;
  const [, riyals, part = ""] = /^\s*(\d{1,7})(?:\.(\d{1,2}))?\s*$/.exec(plain) ?? [];
  return riyals === undefined ? undefined : Number(riyals) * 100 + Number(part.padEnd(2, "0"));
}

/**
 * The value as it was typed, through the field's own parser as a customer's would be. The lists of yes/no questions send `true` and
 * `false`.
 */
export function readCorrection(
  form: URLSearchParams,
  question: Question | undefined,
  context: AnswerContext,
): ReadAct {
  const text = textOf(form, "value");
  const reason = textOf(form, "reason");
  if (!question || text === "") return { type: "empty" };
  if (reason === "") return { type: "reason_missing" };
  const long = tooLong(text, longestNote) ?? tooLong(reason, longestReason);
  if (long) return long;
  const isYesNo = question.type === "yes_no" && (text === "true" || text === "false");
  const read = parseFieldValue(question, isYesNo ? text === "true" : text, context);
  if (read.type === "bad") return { type: "bad_value", reason: read.reason };
  return { type: "act", act: { type: "correct", field: question.name, value: read.value, text, reason } };
}
