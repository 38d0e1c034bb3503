/**
 * What is told soon after an order was placed («ياريت تكون قريبة من حي الصفا», "put us in the garden please") and is no request of its own: it is
 * offered as a note of that order, and changes it only by a yes.
 */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { addsSomething } from "../../language/replies/added.ts";
import { findAsides } from "../../language/replies/asides.ts";
import { type Adding, asksToAdd } from "../../language/replies/asked-to-add.ts";
import { blames } from "../../language/replies/blames.ts";
import { foldedWords } from "../../language/replies/whole-message.ts";
import { isClosed } from "../../orders/status.ts";
import { amendNote } from "../order/amend.ts";
import { officeMatter } from "../partner/office-matters.ts";
import { soundsLikeCorrection } from "../reading/commands.ts";
import { activeDraft, type Work } from "../work.ts";
import { soundsAsked } from "./notes.ts";
import { isStatement } from "./told-besides.ts";

/** Later words are about something else as likely as not. */
const soonMs = 2 * 3600_000;
const fewestWords = 3;
const mostWords = 40;

export function addedAfterwards(work: Work, said: readonly Understanding[], text: string): boolean {
  const [newest] = work.orders;
  if (!newest || activeDraft(work) || isClosed(newest.status) || work.at - newest.placedAt > soonMs)
    return false;
  const isAside = said.every(({ type }) => type === "out_of_scope") && findAsides(text).length > 0;
  const adding = asksToAdd(text);
  const count = tokens(text).length;
  if (count < (adding || isAside ? fewestWords - 1 : fewestWords) || count > mostWords) return false;
  if (isAside) {
    amendNote(work, text, newest.ref);
    return true;
  }
  if (adding ? !isAdded(work, said, text, adding) : !isAddition(text) || !isOf(newest, said, text))
    return false;
  amendNote(work, text, newest.ref);
  return true;
}

/** It is asked for in so many words: «زيدوا ثلاجة», "also mention …". Whatever that resembles, unless another service is asked for. */
function isAdded(work: Work, said: readonly Understanding[], text: string, adding: Adding): boolean {
  if (/[?؟]/.test(text) || blames(text) || officeMatter(text) !== undefined || wants.test(text)) return false;
  const words = foldedWords(text);
  const names = adding === "thing" && namesRequest.test(words);
  return said.every((one) => {
    if (one.type === "out_of_scope") return true;
    if (one.type === "cancel_order" || one.type === "human_agent") return !meansIt.test(words);
    if (one.type === "unclear") return !names;
    if (one.type === "correct") return !names && Object.keys(one.fields).length === 0 && !one.ask?.length;
    if (one.type !== "request" || names) return false;
    const count = Object.keys(one.fields).length;
    if (count === 0) return adding === "words" || one.service === work.orders[0]?.service;
    return adding === "thing" && areThings(work, one);
  });
}

/** A thing alone makes no service of its own: «وضيفوا معاها كنبة» sells no sofa. */
function areThings(
  { catalogue }: Work,
  { service, fields }: Extract<Understanding, { type: "request" }>,
): boolean {
  const questions = catalogue.flows.get(service)?.questions ?? [];
  return Object.keys(fields).every((name) => questions.find((one) => one.name === name)?.thing);
}

/** «وضيفوا طلب سائق», "add another storage". */
const namesRequest =
  /(?:^| )(?:و?طلب|حجز|خدمه|معامله|موعد|(?:طلبيه )?(?:ثاني|ثانيه|تاني|تانيه|جديد|جديده)|talab|7agz|hagz|order|booking|request|service|appointment|another|second|new|tani|tanya|thani|thanya)(?= |$)(?<!(?:the|this|my|our) \S+)/u;
/** Who is to be called, or ended, in so many words. */
const meansIt =
  /(?:^| )(?:موظف|انسان|حد|احد|agent|human|person|someone|somebody|colleague|mowazaf|كلموني|اتصلوا|[اتني]?لغ[يوا]\S*|الغ\S*|كنسل\S*|cancel|el[8g]\S*|kansel)(?= |$)/u;

function isAddition(text: string): boolean {
  if (soundsAsked(text) || blames(text) || soundsLikeCorrection(text) || officeMatter(text) !== undefined)
    return false;
  return addsSomething(text) || isStatement(text) || (asksKindly.test(text) && !wants.test(text));
}

const asksKindly = /(?:^|\s)(?:please|pls|plz|لو سمحت\p{L}*|من فضلك\p{L}*)(?=$|[\s،,.!])/iu;
/** Whoever wants something may want another thing. */
const wants =
  /(?:^|\s)و?(?:[أا]ب[يغ]\p{L}*|نب[يغ]\p{L}*|[أا]ريد|نريد|عايز\p{L}*|عاوز\p{L}*|بدي|ودي|[أا]حتاج|محتاج\p{L}*|want|need|abi|abgha|3ayez|3ayza)(?=\s|$)/iu;

/** "And a washing machine please": more of the same list. */
const goesOn = /^\s*(?:and|plus|also|w|kaman|كمان|و(?=\p{L}{3}))\P{L}*/iu;

/** Nobody understood it, or it may be meant for the order's own service; with words of adding, whatever it resembles and nothing tells of. */
function isOf({ service }: OrderSummary, said: readonly Understanding[], text: string): boolean {
  const adds = addsSomething(text);
  return said.every(
    (one) =>
      one.type === "out_of_scope" ||
      (one.type === "human_agent" && adds && !meansIt.test(foldedWords(text))) ||
      (one.type === "unclear" && (adds || goesOn.test(text) || one.candidates.includes(service))) ||
      (one.type === "request" && adds && Object.keys(one.fields).length === 0),
  );
}
