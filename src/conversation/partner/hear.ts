/**
 * What a partner says in its chat, by words, a press or a picture, and what becomes of it. A small machine of its own: its words are read
 * by exact phrases, and what is not clear is asked, with what is open.
 */
import type { Content } from "../../domain/message.ts";
import { endGone } from "../customer/reach.ts";
import { staffBy, wantPerson } from "../person/person.ts";
import { isMuted } from "../wake.ts";
import type { Work } from "../work.ts";
import { answersChange, confirmOpen, hearSeen, isAnswerTo } from "./confirm.ts";
import { hearPicture } from "./hear-picture.ts";
import { askPrice, hearPrice, openPrice, otherPrice } from "./hear-price.ts";
import { sayList, sayOpen } from "./list.ts";
import { answersOpen } from "./open-question.ts";
import { writeToCustomer } from "./order-work.ts";
import { backToOffers, pauseOffers, startMessages, stopMessages } from "./pause.ts";
import { press } from "./press.ts";
import { type Named, namesNone, type PartnerSaying, readPartner } from "./read.ts";
import { takeSaidStep } from "./said-step.ts";
import { isHeld, namedBy, openSure, type PartnerSaid, type Scene, sceneOf } from "./scene.ts";
import { pressOf, showChoices } from "./show.ts";
import { expect, give, keepOpen, line, withoutOpen } from "./speak.ts";
import { takeBack } from "./take-back.ts";
import { answerOffer, heldBy, isDigit, onHeld, sayUnknown, showOne } from "./which.ts";

export function stepPartnerSaid(work: Work, event: PartnerSaid): void {
  const { partner: chat } = work;
  endGone(work);
  if (!chat) {
    work.silent = true;
    return;
  }
  const scene = sceneOf(work, event, chat);
  work.partner = withoutOpen(chat);
  if (event.kinds) line(work, "secret");
  else hearContent(scene, event.said.content);
}

function hearContent(scene: Scene, content: Content): void {
  const { work } = scene;
  switch (content.type) {
    case "text":
      hearWords(scene, content.text);
      return;
    case "edit":
      hearEdit(scene, content.text);
      return;
    case "choice":
      press(scene, content.value);
      return;
    case "photo":
    case "document":
      hearPicture(scene, content);
      return;
    case "voice":
      wantPerson(work, "voice", false);
      line(work, "voice", { by: staffBy(work) });
      return;
    case "location":
    case "contact":
    case "unsupported":
      keepOpen(work, scene.chat);
      if (content.type === "unsupported" && content.what === "deleted") work.silent = true;
      else line(work, "not_taken");
      return;
    case "reaction":
    case "by_staff":
      keepOpen(work, scene.chat);
      work.silent = true;
      return;
    default:
      content satisfies never;
  }
}

/** What a message said was done when it came: in its new words it answers nothing that was said since, and is passed on no second time. */
function hearEdit(scene: Scene, text: string): void {
  const { work } = scene;
  keepOpen(work, scene.chat);
  if (readPartner(text).wish.type === "unclear") work.silent = true;
  else line(work, "edited");
}

/** The press that a bare yes or no stands for, where one question was the last thing said. */
function answerOpen(scene: Scene, wish: PartnerSaying["wish"]["type"]): string | undefined {
  const sure = openSure(scene);
  if (wish === "no_show") return sure?.yes.startsWith(pressOf("no_show", "")) ? sure.yes : undefined;
  if (wish !== "accept" && wish !== "decline") return undefined;
  return confirmOpen(scene, wish === "accept") ?? sure?.[wish === "accept" ? "yes" : "other"];
}

function hearWords(scene: Scene, text: string): void {
  const { work, event } = scene;
  const saying = readPartner(text);
  if (answersChange(scene, saying)) return;
  if (answersOpen(scene, saying, text)) return;
  const { wish, ...named } = saying;
  const isBare = namesNone(named);
  const known = isBare ? answerOpen(scene, wish.type) : undefined;
  if (known) {
    press(scene, known);
    return;
  }
  switch (wish.type) {
    case "accept":
      hearYes(scene, named, wish.sure);
      return;
    case "decline":
      answerOffer(scene, "decline", named, wish);
      return;
    case "price":
      hearPrice(scene, named, wish.total);
      return;
    case "number":
      hearNumber(scene, saying);
      return;
    case "seen":
      hearSeen(scene, named, text);
      return;
    case "steps":
      hearStep(scene, named, text);
      return;
    case "no_answer":
    case "no_show":
      onHeld(scene, wish.type, named, "");
      return;
    case "problem":
      onHeld(scene, "problem", named, wish.text);
      return;
    case "to_customer":
      hearMessage(scene, named, wish.text);
      return;
    case "busy":
      pauseOffers(scene, namedBy(scene, named));
      return;
    case "available":
      hearAvailable(scene, named);
      return;
    case "take_back":
      if (!takeBack(scene, named)) sayNoneBack(scene, named);
      return;
    case "list":
      sayList(scene);
      return;
    case "help":
      line(work, "help");
      return;
    case "language":
      work.language = wish.language;
      line(work, "language");
      return;
    case "other_price":
      press(scene, otherPrice(scene) ?? "");
      return;
    case "other_date":
      press(scene, openSure(scene)?.other ?? "");
      return;
    case "messages":
      if (wish.wanted) startMessages(scene);
      else stopMessages(scene, text);
      return;
    case "person":
    case "data":
      wantPerson(work, wish.type === "person" ? "asked" : "privacy", false);
      line(work, "person", { by: staffBy(work) });
      return;
    case "courtesy":
      hearCourtesy(scene, text, wish.salam);
      return;
    case "unclear":
      if (event.about === undefined && !/[?؟]/.test(text) && takeSaidStep(scene, named, text)) return;
      if (!showNamed(scene, named)) hearUnclear(scene, text, event.about !== undefined);
      return;
    default:
      wish satisfies never;
  }
}

/** A bare yes to a price that was just read back or asked about means that one. */
function hearYes(scene: Scene, named: Named, sure: boolean): void {
  const price = namesNone(named) ? openPrice(scene) : undefined;
  if (price !== undefined) press(scene, price);
  else answerOffer(scene, "accept", named, { sure, reason: "" });
}

/** «رجعت» of one whom offers reach anyway is about what it declined. */
function hearAvailable(scene: Scene, named: Named): void {
  const { work, event } = scene;
  const isThere = event.partner?.state.status === "active" && !work.optedOut;
  if (!isThere || !takeBack(scene, named)) backToOffers(scene);
}

/** What was named as it stands, or that nothing is open. */
function sayNoneBack(scene: Scene, named: Named): void {
  const seen = namedBy(scene, named);
  if (seen === "unknown") sayUnknown(scene, named);
  else if (seen) showOne(scene, seen);
  else line(scene.work, "nothing_open");
}

/** Below what the customer wrote it answers that: «سلمتها» to «هل سلمت البطاقة للحارس؟» is no step. */
function hearStep(scene: Scene, named: Named, text: string): void {
  const answered = namedBy(scene, named);
  if (answered && answered !== "unknown" && isAnswerTo(scene, named, answered))
    writeToCustomer(scene, answered, text.trim());
  else if (!takeSaidStep(scene, named, text)) onHeld(scene, "steps", named, "");
}

/** A place among the choices that were said last, or an offer's or order's own number: that one is shown, with its choices. */
function hearNumber(scene: Scene, saying: PartnerSaying): void {
  const { chat, open, isLast } = scene;
  const { number = 0 } = saying;
  const value = isDigit(number) ? chat.offered?.values[number - 1] : undefined;
  if (value !== undefined && isLast && (chat.offered?.asked === true || open.length <= 1)) {
    press(scene, value);
    return;
  }
  if (isDigit(number) && saying.ref === undefined) {
    sayList(scene);
    return;
  }
  const seen = namedBy(scene, saying);
  const price = seen && seen !== "unknown" ? openPrice(scene, seen) : undefined;
  if (price !== undefined) press(scene, price);
  else if (seen && seen !== "unknown") showOne(scene, seen);
  else if (saying.ref !== undefined || !askPrice(scene, number)) sayUnknown(scene, saying);
}

function hearMessage(scene: Scene, named: Named, text: string): void {
  const { work, held } = scene;
  const seen = heldBy(scene, named);
  if (!seen) return;
  if (seen !== "several") {
    writeToCustomer(scene, seen, text);
    return;
  }
  if (text !== "") expect(work, { type: "which_message", text });
  line(work, "which_message");
  give(work, showChoices(work, held, true, text === "" ? "write" : "to"));
}

/** A salam gets its salam, thanks a word; what was open stays open, and the choices that were said last stay the last. */
function hearCourtesy(scene: Scene, text: string, salam: boolean): void {
  const { work, chat, isLast } = scene;
  const answered = namedBy(scene, {});
  const isForCustomer = answered !== undefined && answered !== "unknown" && isHeld(scene, answered);
  if (isForCustomer || isMuted(work)) {
    hearUnclear(scene, text, isForCustomer);
    return;
  }
  keepOpen(work, scene.chat);
  line(work, salam ? "salam" : "courtesy");
  if (isLast && chat.offered && work.partner)
    work.partner = { ...work.partner, offered: { ...chat.offered, at: work.at } };
}

/** «11: توصيل شحنة»: words behind an order's number that are no answer show it, with what can be done. */
function showNamed(scene: Scene, { number }: Named): boolean {
  const seen = number === undefined || isDigit(number) ? undefined : namedBy(scene, { number });
  if (!seen || seen === "unknown" || scene.event.about !== undefined) return false;
  showOne(scene, seen);
  return true;
}

/** An answer to the message of an order that they have is for its customer. Else it is asked back, unless a colleague is in the talk. */
function hearUnclear(scene: Scene, text: string, isAnswer: boolean): void {
  const { work } = scene;
  const seen = isAnswer ? namedBy(scene, {}) : undefined;
  if (seen && seen !== "unknown" && isHeld(scene, seen)) {
    writeToCustomer(scene, seen, text.trim());
    return;
  }
  if (isMuted(work)) {
    work.silent = true;
    return;
  }
  line(work, "unclear");
  if (!sayOpen(scene)) line(work, "help");
}
