/**
 * «آه كله تمام بس اسأل على الفطار», "all good, just ask about breakfast" under a read-back: a yes, and what the office is to ask, see to or tell
 * meanwhile. A word that as often only opens a sentence («تمام بس …») is no yes, and neither is one with a change, a price or a "first" behind it.
 */
import type { Understanding } from "../../domain/understanding.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import type { Word } from "../words.ts";
import { isApproval } from "./agreement.ts";
import { opensOnly } from "./answered-and-asked.ts";

const but = /^و?(?:بس|لكن|ولكن|but|just|bas|bss|bs)$/;
const tellsTo =
  /^[وف]?(?:ا?سال(?:وا?|ي)?(?:هم|ه|لي)?|اسالولي|شوف(?:وا?|ي)?(?:لي)?|شوفولي|ا?تاكد(?:وا?|ي)?|بلغ(?:وا?|ي)?(?:هم|ه|ها)?|قول(?:وا?|ي)?(?:لهم|له|لها|لو)?|ذكر(?:وا?)?هم|انتبه(?:وا?|ي)?|ask|check|tell|remind|remember|es2al\p{L}*|is2al\p{L}*|as2al\p{L}*|es2l\p{L}*|sh[ou]+f\p{L}*|2ol\p{L}*|ta2akad\p{L}*|t2akd\p{L}*)$/u;
/** Whoever wants this known has not agreed yet. */
const waits =
  /^[وفب]?(?:ال)?(?:اول|اولا|قبل|لول|الاول|سعر|اسعار|تكلفه|كم|بكم|بكام|مبلغ|first|before|price|cost|much|awal|2abl|gabl|lawel|se3r|si3r|bekam|bkam)$/;

/** The yes and the wish, or the wish alone; undefined for anything else. */
export function agreesBut(text: string, words: readonly Word[]): readonly Understanding[] | undefined {
  const at = words.findIndex((word) => but.test(word.text) || but.test(word.key));
  const [first, ...more] = words.slice(at + 1);
  const before = words.slice(0, at);
  const last = words.at(-1);
  if (at < 1 || !first || !last || more.length === 0 || /[?؟]|(?<![\p{L}\p{Nd}])\p{Nd}+(?!\p{L})/u.test(text))
    return undefined;
  if (!(tellsTo.test(first.text) || tellsTo.test(first.key))) return undefined;
  const said = text.slice(0, before.at(-1)?.end);
  if (!isApproval(before) && readYesNo(said) !== "yes") return undefined;
  const wish: Understanding = {
    type: "wish",
    text: text.slice(first.start, last.end),
    start: first.start,
    end: last.end,
  };
  const isSure = before.some(({ key, text: word }) => !(opensOnly.test(word) || opensOnly.test(key)));
  const isDone = isSure && !more.some(({ key, text: word }) => waits.test(word) || waits.test(key));
  return isDone ? [wish, { type: "confirm" }] : [wish];
}
