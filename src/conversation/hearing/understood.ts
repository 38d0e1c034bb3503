/** A message in words, read: each of its understandings in the order of mention, then the next question. */
import type { Event } from "../../domain/event.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { detectLanguage } from "../../language/letters/arabizi.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { beginsWithWhy } from "../../language/replies/asks-back.ts";
import { blames } from "../../language/replies/blames.ts";
import { deniesNumber } from "../../language/replies/denials.ts";
import { ofTheOrder } from "../../language/replies/of-the-order.ts";
import { accuses } from "../../language/replies/telling.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { repeatOrder } from "../form/again.ts";
import { addToWaiting } from "../form/begin-form.ts";
import { askWhatToChange, correct } from "../form/correct.ts";
import { takeFields } from "../form/form.ts";
import { keepLonePhone } from "../form/known-values.ts";
import { takeOut } from "../form/take-out.ts";
import { amend } from "../order/amend.ts";
import { asksCancelTerms, tellCancelTerms } from "../order/cancel-terms.ts";
import { keepWords } from "../order/rating.ts";
import { mayBeForPartner } from "../partner/meant-for-partner.ts";
import { offerToPassOn } from "../partner/relay.ts";
import { misunderstood, repeated } from "../person/person.ts";
import { takeInside } from "../reading/answer-inside.ts";
import { explainWhy } from "../reading/asks-back.ts";
import { setsBareNumber } from "../reading/bare-number.ts";
import { commandOf, soundsLikeCorrection } from "../reading/commands.ts";
import { withOpenText } from "../reading/open-text.ts";
import { deniedTexts } from "../reading/part-corrected.ts";
import { personReplaced } from "../reading/person-replaced.ts";
import { knownRef } from "../reading/reading-context.ts";
import { addedText } from "../reading/text-added.ts";
import { takeWayOut } from "../reading/way-out.ts";
import { asksWhichAddress, namesSomeAddress, withDeniedAddress } from "../reading/which-address.ts";
import { showWords } from "../show/show-value.ts";
import { activeDraft, addLine, type Work } from "../work.ts";
import { aboutOrder, notesForExecutor } from "./about-order.ts";
import { addedAfterwards } from "./added-afterwards.ts";
import { addsWords } from "./added-words.ts";
import { hearAnswers } from "./hear-answers.ts";
import { hearCommand } from "./hear-command.ts";
import { hearNotMeant } from "./hear-not-meant.ts";
import { hearReply } from "./hear-reply.ts";
import { beginMeant, hearRequest, hearUnclear, tellsBehindOffer } from "./hear-request.ts";
import { keepWish, noteWish, passOnQuestion } from "./notes.ts";
import { withOwner } from "./own-paper.ts";
import { withQualities } from "./qualities.ts";
import { withoutRefusedAlong } from "./refused-along.ts";
import { sayHeldAgain } from "./said-again.ts";
import { sayKindly } from "./say-kindly.ts";
import { noteToldAlong } from "./told-along.ts";
import { noteTold } from "./told-besides.ts";
import { noteOfRequest } from "./told-of-request.ts";

type Understood = Extract<Event, { type: "understood" }>;
type Secret = Extract<Event, { type: "sent_secret" }>;

/** What was said beside a secret that has just been refused. */
export function hearAround(work: Work, event: Secret): void {
  const text = wordsOf(event);
  for (const understanding of event.reading?.understandings ?? []) {
    const { type } = understanding;
    if (type === "request" || type === "answers" || type === "correct") work.aside = false;
    hear(work, understanding, text);
  }
}

/** Words in a row that tell a change of language from a name inside an answer. */
const fewestWordsToSwitch = 4;

export function stepUnderstood(work: Work, event: Understood): void {
  const text = wordsOf(event);
  followLanguage(work, event, text);
  if (keepsRatingWords(work, event)) return;
  if (mayBeForPartner(event.reading, text) && offerToPassOn(work, text)) return;
  // «لا تنسون تقولون لهم الراوتر عند الحارس» may sound like a wish of its own.
  const isSlight = ofTheOrder(text) === "note" || event.reading.understandings.every(isSlightWish);
  const { understandings } = event.reading;
  if ((isSlight && notesForExecutor(work, text)) || addedAfterwards(work, understandings, text)) {
    work.misses = 0;
    return;
  }
  if (event.said.content.type === "voice") addLine(work, "media.heard", { words: showWords(text, 200) });
  const all = asksOnlyWhy(work, event, text) ? [] : withoutRepeats(meantIn(work, event, text));
  const offered = withoutRefusedAlong(work, all, text);
  const said = withOwner(work, withQualities(work, offered, text), text);
  const left = takeOut(work, said, text);
  const meant = left ?? said;
  let heard = left !== undefined;
  if (setsBareNumber(work, meant, text)) {
    work.misses = 0;
    return;
  }
  for (const understanding of meant) {
    sayKindly(work, understanding, text);
    const took = hear(work, understanding, text, meant.length) === "heard";
    // «سلام» before words that nobody understands answers nothing of them.
    heard ||= took && (understanding.type !== "greeting" || meant.length === 1);
  }
  if (heard) noteToldAlong(work, meant, text);
  // Where one half of a message was used, the other half needs no apology.
  const used =
    heard ||
    sayHeldAgain(work, text) ||
    takeInside(work, text) ||
    tellsBehindOffer(work, text) ||
    notesForExecutor(work, text) ||
    changesAnOrder(work, text) ||
    addsToText(work, text) ||
    correctsText(work, text) ||
    noteWish(work, text) ||
    explainWhy(work, text) ||
    takeWayOut(work, text) ||
    (asksCancelTerms(text) && tellCancelTerms(work)) ||
    passOnQuestion(work, text) ||
    asksWhatIsMeant(work, text) ||
    noteOfRequest(work, text);
  if (used && work.repeats) repeated(work);
  else if (used || keepLonePhone(work, text)) work.misses = 0;
  else if (!offerToPassOn(work, text) && !noteTold(work, text)) misunderstood(work);
}

/**
 * What such words may be mistaken for: a service of which next to nothing is said. A life in danger, a complaint or a wish to cancel are heard, and
 * «ابيه يوصل لي كرتون من جدة للرياض» is another order.
 */
const isSlightWish = (one: Understanding): boolean =>
  one.type === "unclear" || (one.type === "request" && Object.keys(one.fields).length <= 1);

/** What was wrong with an order, where that was asked: not a wish for something else. */
function keepsRatingWords(work: Work, { reading }: Understood): boolean {
  const { open } = work;
  if (open?.type !== "rate_words") return false;
  const says = reading.understandings.every(({ type }) => wordsOfRating.has(type));
  return says && keepWords(work, open);
}

const wordsOfRating: ReadonlySet<Understanding["type"]> = new Set([
  ...(["complaint", "unclear", "out_of_scope", "wish", "answers", "correct", "order_status"] as const),
]);

/** «ليه المندوب اتأخر كده» under a question is a complaint, where nothing else was understood of it. */
function meantIn(work: Work, { reading }: Understood, text: string): readonly Understanding[] {
  const { understandings } = reading;
  const about = aboutOrder(work, understandings, text);
  if (about) return [about];
  const missed = understandings.every(({ type }) => unread.has(type));
  return missed && blames(text) ? [{ type: "complaint" }] : understandings;
}

const unread: ReadonlySet<Understanding["type"]> = new Set(["out_of_scope", "unclear", "wish"] as const);

/** «ليه ما يكفي كيس واحد»: a question why gives no value, whatever stands in it. */
function asksOnlyWhy({ open }: Work, { reading }: Understood, text: string): boolean {
  if (open?.type !== "field" || /\p{Nd}/u.test(text) || !beginsWithWhy(text) || blames(text)) return false;
  return reading.understandings.every(({ type }) => type === "answers" || type === "correct");
}

/** A complaint about an order is no question where it is: it goes to a person with it, and one promise of a person is enough. */
function withoutRepeats(understandings: readonly Understanding[]): readonly Understanding[] {
  const complains = understandings.some(({ type }) => type === "complaint");
  if (!complains) return understandings;
  return understandings.filter(({ type }) => type !== "order_status" && type !== "human_agent");
}

/** «خبره ٧ سنين مش ٥» of a text that the form holds, where nothing else of the message was understood. */
function correctsText(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const flow = draft && flowOf(work.catalogue, draft);
  const fields =
    draft && flow
      ? { ...deniedTexts(flow, draft.fields, text), ...personReplaced(flow, draft.fields, text) }
      : {};
  if (draft && Object.keys(fields).length > 0) return takeFields(work, draft, { fields });
  const waiting = draft ? work.drafts.filter(({ id, abandoned }) => id !== draft.id && !abandoned) : [];
  for (const other of waiting) {
    const said = deniedTexts(flowOf(work.catalogue, other), other.fields, text);
    if (Object.keys(said).length === 0) continue;
    addToWaiting(work, other, { fields: said });
    return true;
  }
  return false;
}

/** A wish to change something that was not understood, with an order that can be changed: what is it? */
function changesAnOrder(work: Work, text: string): boolean {
  if (activeDraft(work) || !soundsLikeCorrection(text)) return false;
  if (!work.orders.some(({ status }) => !isClosed(status))) return false;
  amend(work, { fields: {} }, knownRef(work, text));
  return true;
}

/** «سمعت ان الغرفة 12 مو 9» under a read-back that holds no 9, «مين قال كذا»: what is it that is to be changed? */
function asksWhatIsMeant(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  if (!draft || work.open?.type !== "read_back" || !(deniesNumber(text, { noun: true }) || accuses(text)))
    return false;
  askWhatToChange(work, draft);
  return true;
}

function wordsOf({ said }: Understood | Secret): string {
  const { content } = said;
  return ("text" in content && content.text) || "";
}

/** Answers in the customer's language: not for a name, a code or a short answer inside a form. */
function followLanguage(work: Work, { reading, language: written }: Understood, text: string): void {
  const [first] = reading.understandings;
  if (work.languageFixed || (reading.by === "exact" && first?.type === "answers")) return;
  const language = written ?? detectLanguage(text);
  if (language === undefined || language === work.language) return;
  const inForm = work.open !== undefined && work.active !== undefined;
  if (inForm && tokens(text).length < fewestWordsToSwitch) return;
  work.language = language;
}

/** One meaning of the message, which has `wants` of them. `missed`: it could not be used. */
function hear(work: Work, understanding: Understanding, text: string, wants = 1): "heard" | "missed" {
  switch (understanding.type) {
    case "request":
      return hearRequest(work, understanding, text);
    case "again":
      repeatOrder(work, understanding);
      return "heard";
    case "answers":
      return hearAnswers(work, understanding, text);
    case "correct":
      if (!beginMeant(work, understanding)) hearCorrection(work, understanding, text);
      return "heard";
    case "unclear":
      return hearUnclear(work, understanding, text);
    case "not_meant":
      return hearNotMeant(work, understanding.services, wants === 1);
    case "out_of_scope":
      return "missed";
    case "wish":
      return hearWish(work, understanding.text);
    case "greeting":
    case "thanks":
    case "confirm":
    case "refuse":
    case "chosen":
    case "change":
    case "asks_back":
    case "same_phone":
    case "skip":
      return hearReply(work, understanding, text);
    default:
      hearCommand(work, understanding, text);
      return "heard";
  }
}

/** Words that go along with the form, or a question beside them that we answer by its exact words («وكيف أدفع؟»). */
function hearWish(work: Work, said: string): "heard" | "missed" {
  const command = /[?؟]/.test(said)
    ? commandOf(said.replace(/^\s*(?:و(?=\p{L})|(?:and|w)\s)/iu, ""))
    : undefined;
  if (command?.type === "office") return hear(work, command, said);
  if (addsToText(work, said) || correctsText(work, said)) return "heard";
  return keepWish(work, said) ? "heard" : "missed";
}

/** «ضيفوا في الموضوع …»: more of a text that the form holds. */
function addsToText(work: Work, text: string): boolean {
  const draft = activeDraft(work);
  const fields = draft ? addedText(flowOf(work.catalogue, draft), draft.fields, text) : {};
  if (Object.keys(fields).length === 0) return false;
  correct(work, { fields });
  return true;
}

/** A correction that changes nothing, under a question for words, is its answer. */
function hearCorrection(
  work: Work,
  correction: Extract<Understanding, { type: "correct" }>,
  text: string,
): void {
  const draft = activeDraft(work);
  if (addsWords(work, correction, text)) return;
  if (addsToText(work, text) || asksWhichAddress(work, correction.fields, text)) return;
  const said = withDeniedAddress(work, correction.fields, text);
  const ask = namesSomeAddress(work, correction.ask) ? undefined : correction.ask;
  const fields = draft && !ask ? withOpenText(work, draft, said, text) : said;
  const denied = draft ? deniedTexts(flowOf(work.catalogue, draft), draft.fields, text, fields) : {};
  const person = draft ? personReplaced(flowOf(work.catalogue, draft), draft.fields, text) : {};
  correct(work, { ...correction, ask, fields: { ...fields, ...denied, ...person } }, knownRef(work, text));
}
