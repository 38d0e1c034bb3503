/** money: an amount with its currency; a bare number is in riyals. */
import { findMoney } from "../../language/money/money.ts";
import { findNumbers } from "../../language/numbers/numbers.ts";
import { type AnswerContext, type AnswerQuestion, bad, notThis, type Parsed, parsed } from "./answer.ts";
import { withoutPhones } from "./number.ts";

/** A hundred million riyals: above it, somebody has typed a phone number. */
const mostMinor = 10_000_000_000;

export function parseMoney(question: AnswerQuestion, text: string, _context: AnswerContext): Parsed {
  const [found] = findMoney(text);
  if (found) return bounded(question, found.value.money, found);
  const [number] = withoutPhones(text, findNumbers(text));
  if (!number) return notThis;
  return bounded(question, { amountMinor: Math.round(number.value.number * 100), currency: "SAR" }, number);
}

function bounded(
  question: AnswerQuestion,
  money: { readonly amountMinor: number; readonly currency: "SAR" } | Parameters<typeof parsed>[0],
  span: { readonly start: number; readonly end: number },
): Parsed {
  const amountMinor = typeof money === "object" && "amountMinor" in money ? money.amountMinor : 0;
  const least = (question.min ?? 0) * 100;
  if (amountMinor < least || amountMinor < 0) return bad("too_small", span);
  const most = question.max === undefined ? mostMinor : question.max * 100;
  return amountMinor > most ? bad("too_big", span) : parsed(money, span);
}
