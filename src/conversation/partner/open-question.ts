/** What a partner's next words are for, where its chat has asked for something: a price is none of it, nor is a wish that stands by itself. */
import type { OrderRef } from "../../domain/ids.ts";
import { unconfirmed } from "./confirm.ts";
import { hearExpiry } from "./hear-expiry.ts";
import type { Seen } from "./jobs.ts";
import { keepProof, problem, writeToCustomer } from "./order-work.ts";
import { press } from "./press.ts";
import type { Named, PartnerSaying } from "./read.ts";
import { provable, type Scene } from "./scene.ts";
import { isOfCustomer, pressOf, showChoices } from "./show.ts";
import { give, keepOpen, line } from "./speak.ts";
import { answerOffer, heldBy, isDigit, onHeld } from "./which.ts";

/** So long after a question its answer may be anything else. */
const openMs = 10 * 60_000;

/** A wish that never is a message to somebody else. */
const commands: ReadonlySet<string> = new Set([
  ...["list", "help", "language", "messages", "available", "busy"],
  ...["person", "data", "no_answer", "no_show"],
]);

/** What a date can be taken for by itself. */
const mayBeDate: ReadonlySet<string> = new Set(["unclear", "number", "price"]);

/** @returns false where nothing is waited for, or the words are something else */
export function answersOpen(scene: Scene, saying: PartnerSaying, text: string): boolean {
  const { open } = scene.chat;
  const { wish, number } = saying;
  if (!open || scene.work.at - open.at > openMs || commands.has(wish.type)) return false;
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
        keepOpen(scene.work, scene.chat);
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

/** The order among several, by its own number or its place in the list that asked for it; under another list it is asked again. */
function whichOf(scene: Scene, named: Named, verb: "to" | "proof", act: (seen: Seen) => void): void {
  const { number } = named;
  if (isDigit(number)) {
    const value = scene.chat.offered?.values[number - 1];
    if (value?.startsWith(pressOf(verb, ""))) press(scene, value);
    else askAgain(scene, verb);
    return;
  }
  const seen = heldBy(scene, named);
  if (seen && seen !== "several") act(seen);
}

function askAgain(scene: Scene, verb: "to" | "proof"): void {
  const { work } = scene;
  keepOpen(work, scene.chat);
  line(work, verb === "to" ? "which_message" : "which_proof");
  give(work, showChoices(work, verb === "to" ? scene.held : provable(scene), true, verb));
}
