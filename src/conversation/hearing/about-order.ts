/** Words about the order that is open or was just placed: for whoever carries it out, or a claim against us. */
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { claimsForIt, ofTheOrder, withoutLead } from "../../language/replies/of-the-order.ts";
import { isClosed } from "../../orders/status.ts";
import { amendNote } from "../order/amend.ts";
import { officeMatter } from "../partner/office-matters.ts";
import { toldWords } from "../partner/tell-them.ts";
import { knownRef } from "../reading/reading-context.ts";
import { activeDraft, type Work } from "../work.ts";
import { hearCommand } from "./hear-command.ts";
import { negating } from "./notes.ts";

/** What a few words mean that resemble another service: a wish for the form, or a complaint about an order. */
export function aboutOrder(
  work: Work,
  understandings: readonly Understanding[],
  text: string,
): Understanding | undefined {
  if (understandings.some(({ type }) => type === "answers")) return undefined;
  if (work.orders.length > 0 && claimsForIt(text) && understandings.every(isBare))
    return { type: "complaint" };
  return activeDraft(work) && ofTheOrder(text) === "note" ? noteOf(text) : undefined;
}

/** A service of which nothing is said, or which nobody is sure of. */
const isBare = (one: Understanding): boolean =>
  ["unclear", "out_of_scope", "complaint"].includes(one.type) ||
  (one.type === "request" && Object.keys(one.fields).length === 0);

/** «تمام بس ابي ادخل اشوفه قبل»: what is wished for behind the lead. */
function noteOf(text: string): Understanding {
  const said = withoutLead(text);
  const start = text.indexOf(said);
  return { type: "wish", text: said, start, end: start + said.length };
}

/**
 * «قول له يتصل قبل ما يجي» while nobody carries the order out yet: kept with the order that can be changed, for whoever will. Where somebody does,
 * the words are passed on before they get here.
 */
export function notesForExecutor(work: Work, text: string): boolean {
  const words = activeDraft(work) ? undefined : (toldWords(text) ?? addedWords(text) ?? ofOrder(text));
  if (words === undefined || officeMatter(words) !== undefined) return false;
  if (work.orders.every(({ status }) => isClosed(status))) return false;
  if (givesUp(words)) {
    hearCommand(work, { type: "cancel_order" }, text);
    return true;
  }
  amendNote(work, text, knownRef(work, text));
  return true;
}

/** «قولوا لهم يلغونه», "tell them to cancel it": whoever is told so, the order is given up. */
function givesUp(text: string): boolean {
  const words = tokens(text).map(({ text: word }) => word);
  const at = words.findIndex((word) => ends.test(word));
  return at >= 0 && at < mostBeforeEnd && !words.slice(0, at).some((word) => negating.test(word));
}

const ends =
  /^[وف]?(?:[يت]?ا?لغ(?:ي|و|وا|ون)?(?:ه|ها|وه|ونه|وها|ونها)?|[يت]?كنسل(?:و|وا|ون)?(?:ه|ها)?|y?[ae]?l(?:3'|gh|8)[a-z]*|y?kans[ei]l[a-z]*|cancel)$/;
const mostBeforeEnd = 3;

const ofOrder = (text: string): string | undefined =>
  ofTheOrder(text) === "note" ? withoutLead(text) : undefined;

/** «أضيفوا أن السبب ظرف صحي», "add that …": what is to be known of the order; undefined for other words. */
const addedWords = (text: string): string | undefined => added.exec(text)?.groups?.words;

const added =
  /^\s*(?:(?:لو سمحت\p{L}*|من فضلك\p{L}*|please|pls)\s+)?(?:[أا]?ضيف(?:وا|و|ي)?|[أا]ضف|زود(?:وا|و|ي)?|add|note)\s+(?:(?:كمان|[أا]يضًا|ايضا|also|too)\s+)?(?:[أا]ن(?:ه|ها|هم|ي|ني|نا)?|that)\s+(?<words>\S.*)$/isu;
