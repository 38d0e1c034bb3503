/**
 * What a partner says in its chat, by words, a press or a picture, and what becomes of it. A small machine of its own: its words are read
 * by exact phrases, and what is not clear is asked, with what is open.
 */
import type { OrderRef } from "../../domain/ids.ts";
import type { Content } from "../../domain/message.ts";
import type { PartnerOpen } from "../../domain/partner-chat.ts";
import { endGone } from "../customer/reach.ts";
import { staffBy, wantPerson } from "../person/person.ts";
import { isMuted } from "../wake.ts";
import type { Work } from "../work.ts";
import { answersChange, confirmOpen, hearSeen, isAnswerTo, unconfirmed } from "./confirm.ts";
import { hearExpiry } from "./hear-expiry.ts";
import { hearPicture } from "./hear-picture.ts";
import { askPrice, hearPrice, openPrice, otherPrice } from "./hear-price.ts";
import type { Seen } from "./jobs.ts";
import { sayList, sayOpen } from "./list.ts";
import { keepProof, problem, writeToCustomer } from "./order-work.ts";
import { backToOffers, pauseOffers, startMessages, stopMessages } from "./pause.ts";
import { press } from "./press.ts";
import { type PartnerSaying, readPartner } from "./read.ts";
import { takeSaidStep } from "./said-step.ts";
import { isHeld, namedBy, openSure, type PartnerSaid, provable, type Scene, sceneOf } from "./scene.ts";
import { isOfCustomer, pressOf, showChoices } from "./show.ts";
import { expect, give, line, withoutOpen } from "./speak.ts";
import { answerOffer, heldBy, onHeld, sayUnknown, showOne } from "./which.ts";

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
      line(work, "not_taken");
      return;
    case "reaction":
    case "by_staff":
      keepOpen(scene);
      work.silent = true;
      return;
    case "unsupported":
      if (content.what === "deleted") work.silent = true;
      else line(work, "not_taken");
      return;
    default:
      content satisfies never;
  }
}

/** Nothing was said that ends what the next words are for. */
function keepOpen({ work, chat: { open } }: Scene): void {
  if (work.partner && open) work.partner = { ...work.partner, open };
}

/** What a message said was done when it came: in its new words it answers nothing that was said since, and is passed on no second time. */
function hearEdit(scene: Scene, text: string): void {
  const { work } = scene;
  keepOpen(scene);
  if (readPartner(text).wish.type === "unclear") work.silent = true;
  else line(work, "edited");
}

/** So long after a question its answer may be anything else. */
const openMs = 10 * 60_000;
const isFresh = (work: Work, { at }: PartnerOpen): boolean => work.at - at <= openMs;

/** The press that a bare yes or no stands for, where one question was the last thing said. */
function answerOpen(scene: Scene, wish: PartnerSaying["wish"]["type"]): string | undefined {
  const sure = openSure(scene);
  if (wish === "no_show") return sure?.yes.startsWith(pressOf("no_show", "")) ? sure.yes : undefined;
  if (wish !== "accept" && wish !== "decline") return undefined;
  return confirmOpen(scene, wish === "accept") ?? sure?.[wish === "accept" ? "yes" : "other"];
}

function hearWords(scene: Scene, text: string): void {
  const { work, chat, event } = scene;
  const saying = readPartner(text);
  if (answersChange(scene, saying)) return;
  if (chat.open && isFresh(work, chat.open) && answersOpen(scene, chat.open, saying, text)) return;
  const { wish, ...named } = saying;
  const bare = named.number === undefined && named.ref === undefined;
  const known = bare ? answerOpen(scene, wish.type) : undefined;
  if (known) {
    press(scene, known);
    return;
  }
  switch (wish.type) {
    case "accept":
      if (named.number === undefined && named.ref === undefined && openPrice(scene) !== undefined)
        press(scene, openPrice(scene) ?? "");
      else answerOffer(scene, "accept", named, { sure: wish.sure, reason: "" });
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
      backToOffers(scene);
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
      wantPerson(work, "asked", false);
      line(work, "person", { by: staffBy(work) });
      return;
    case "data":
      wantPerson(work, "privacy", false);
      line(work, "person", { by: staffBy(work) });
      return;
    case "courtesy":
      hearCourtesy(scene, text, wish.salam);
      return;
    case "unclear":
      if (!showNamed(scene, named)) hearUnclear(scene, text, event.about !== undefined);
      return;
    default:
      wish satisfies never;
  }
}

/** Below what the customer wrote it answers that: «سلمتها» to «هل سلمت البطاقة للحارس؟» is no step. */
function hearStep(scene: Scene, named: Omit<PartnerSaying, "wish">, text: string): void {
  const answered = namedBy(scene, named);
  if (answered && answered !== "unknown" && isAnswerTo(scene, named, answered))
    writeToCustomer(scene, answered, text.trim());
  else if (!takeSaidStep(scene, named, text)) onHeld(scene, "steps", named, "");
}

/** A wish that never is a message to somebody else. */
const commands: ReadonlySet<string> = new Set([
  ...["list", "help", "language", "messages", "available", "busy"],
  ...["person", "data", "no_answer", "no_show"],
]);

/** What a date can be taken for by itself. */
const mayBeDate: ReadonlySet<string> = new Set(["unclear", "number", "price"]);

/** What the last question here waited for. @returns false where the words are something else */
function answersOpen(scene: Scene, open: PartnerOpen, saying: PartnerSaying, text: string): boolean {
  const { wish, number } = saying;
  if (commands.has(wish.type)) return false;
  if (wish.type === "seen" && unconfirmed(scene).length > 0) return false;
  switch (open.type) {
    case "to_customer":
    case "problem": {
      // «قبول 18» names an offer: it is no word to a customer.
      if (number !== undefined && (wish.type === "accept" || wish.type === "decline")) return false;
      const seen = heldBy(scene, { ref: open.ref });
      if (seen && seen !== "several")
        (open.type === "problem" ? problem : writeToCustomer)(scene, seen, ledBy(saying) ?? text.trim());
      return true;
    }
    case "expiry":
      if (isOfAnother(scene, open.ref)) {
        keepOpen(scene);
        return false;
      }
      return mayBeDate.has(wish.type) && hearExpiry(scene, open.ref, text);
    case "which": {
      if (wish.type !== "number" || isDigit(number)) return false;
      if (open.act === "accept" || open.act === "decline")
        answerOffer(scene, open.act, saying, { sure: true, reason: "" });
      else onHeld(scene, open.act, saying, open.text ?? "");
      return true;
    }
    case "which_message":
      if (wish.type !== "number") return false;
      whichOf(scene, saying, "to", (seen) => writeToCustomer(scene, seen, open.text));
      return true;
    case "which_proof":
      if (wish.type !== "number") return false;
      whichOf(scene, saying, "proof", (seen) => keepProof(scene, seen, open.document));
      return true;
    default:
      return open satisfies never;
  }
}

/** The message answers another order's line, or what a customer wrote: a date in it is none of what was asked here. */
function isOfAnother({ event: { about, orders, under } }: Scene, ref: OrderRef): boolean {
  if (about === undefined) return false;
  const order = orders.find((one) => one.ref === about);
  return about !== ref || (order !== undefined && isOfCustomer(under, order));
}

const ledBy = ({ wish }: PartnerSaying): string | undefined =>
  (wish.type === "to_customer" || wish.type === "problem") && wish.text !== "" ? wish.text : undefined;
const isDigit = (number: number | undefined): boolean => number !== undefined && number < 10;

/** The order among several, by its own number or its place in the list that asked for it; under another list it is asked again. */
function whichOf(
  scene: Scene,
  { number, ref }: PartnerSaying,
  verb: "to" | "proof",
  act: (seen: Seen) => void,
): void {
  if (isDigit(number) && number !== undefined) {
    const value = scene.chat.offered?.values[number - 1];
    if (value?.startsWith(pressOf(verb, ""))) press(scene, value);
    else askAgain(scene, verb);
    return;
  }
  const seen = heldBy(scene, { ...(number !== undefined && { number }), ...(ref !== undefined && { ref }) });
  if (seen && seen !== "several") act(seen);
}

function askAgain(scene: Scene, verb: "to" | "proof"): void {
  const { work } = scene;
  keepOpen(scene);
  line(work, verb === "to" ? "which_message" : "which_proof");
  give(work, showChoices(work, verb === "to" ? scene.held : provable(scene), true, verb));
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

function hearMessage(scene: Scene, named: Omit<PartnerSaying, "wish">, text: string): void {
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
  keepOpen(scene);
  line(work, salam ? "salam" : "courtesy");
  if (isLast && chat.offered && work.partner)
    work.partner = { ...work.partner, offered: { ...chat.offered, at: work.at } };
}

/** «11: توصيل شحنة»: words behind an order's number that are no answer show it, with what can be done. */
function showNamed(scene: Scene, { number }: Omit<PartnerSaying, "wish">): boolean {
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
