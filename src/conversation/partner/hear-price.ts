/** A price in a partner's chat: for the offer that it names, or the only one that it can be for. */
import type { Money } from "../../domain/money.ts";
import { formatMoney } from "../../language/format.ts";
import { mayAcceptAfterAll } from "../../orders/declines.ts";
import { badQuoteOf, isShown } from "../../orders/quotes.ts";
import { quote, sayOver } from "./answer.ts";
import type { Seen, SeenOffer } from "./jobs.ts";
import { noteLate } from "./late.ts";
import type { Named } from "./read.ts";
import { namedBy, offerAmong, quotedAmong, type Scene } from "./scene.ts";
import { isPricePress, pressOf, priceChoices, showChoices, sureChoices } from "./show.ts";
import { give, line } from "./speak.ts";
import { declinedAmong, showAgain } from "./take-back.ts";
import { sayUnknown } from "./which.ts";

export function hearPrice(scene: Scene, named: Named, total: Money): void {
  const { work, open: all } = scene;
  const asking = all.filter(({ offer }) => offer.asks === "price");
  const open = asking.length > 0 ? asking : all;
  const seen = namedBy(scene, named);
  if (seen === "unknown") {
    sayUnknown(scene, named);
    return;
  }
  const [only] = open;
  const offer = seen ? (offerAmong(scene, seen) ?? unshownAmong(scene, seen)) : (only ?? lastQuoted(scene));
  const declined = seen && !offer ? declinedAmong(scene, seen) : undefined;
  if (declined) {
    if (mayAcceptAfterAll(declined.order, declined.offer)) quote(scene, declined, total);
    else showAgain(scene, declined);
    return;
  }
  if (seen && !offer) {
    noteLate(scene, seen, true);
    sayOver(scene, seen);
    return;
  }
  if (!offer) {
    line(work, "nothing_open");
    return;
  }
  if (seen || open.length <= 1) {
    quote(scene, offer, total);
    return;
  }
  line(work, "which_order");
  const { currency } = total;
  give(work, currency === "SAR" ? priceChoices(work, open, total) : showChoices(work, open, false, "show"));
}

/** A press on one of the offers that a price may be for, or on the price that was read back. */
export function pressPrice(scene: Scene, seen: Seen, amount: string | undefined): void {
  const offer = offerAmong(scene, seen) ?? unshownAmong(scene, seen);
  const amountMinor = Number(amount);
  if (!offer || !Number.isSafeInteger(amountMinor)) {
    noteLate(scene, seen, true);
    sayOver(scene, seen);
  } else quote(scene, offer, { amountMinor, currency: "SAR" });
}

/**
 * A number alone that names no order here, where one offer asks for a price and was the last thing said, or is answered to: it is read back,
 * since money hangs on it.
 * @returns false where it can be no price
 */
export function askPrice({ work, chat, event, open, isLast }: Scene, number: number): boolean {
  const asking = open.filter(({ offer }) => offer.asks === "price");
  const about = asking.find(({ order }) => order.ref === event.about);
  const isShown = ({ offer }: SeenOffer) =>
    chat.offered?.values.includes(pressOf("decline", offer.id)) === true;
  const [only] = asking;
  const seen = about ?? (only && asking.length === 1 && isLast && isShown(only) ? only : undefined);
  const total: Money = { amountMinor: number * 100, currency: "SAR" };
  if (!seen || badQuoteOf({ total }, work.at) !== undefined) return false;
  const amount = formatMoney(total, work.language);
  line(work, "price_sure", { number: String(seen.job.number), amount });
  give(work, sureChoices(work, seen, total));
  return true;
}

/** The price that was just read back or asked about; «تم» means it, and the number of an offer gives it to that one. */
export function openPrice({ chat, isLast }: Scene, seen?: Seen): string | undefined {
  const { asked, values = [] } = chat.offered ?? {};
  if (!asked || !isLast) return undefined;
  if (seen) return values.find((value) => isPricePress(value, seen.job.offer));
  const [first, other] = values;
  return isPricePress(first) && !isPricePress(other) ? first : undefined;
}

/** The press below a price that was just read back, for another one. */
export function otherPrice(scene: Scene): string | undefined {
  const isOpen = openPrice(scene) !== undefined;
  return isOpen
    ? scene.chat.offered?.values.find((value) => value.startsWith(pressOf("show", "")))
    : undefined;
}

/** A price may be named anew until the customer has seen it. */
function unshownAmong(scene: Scene, seen: Seen): SeenOffer | undefined {
  const quoted = quotedAmong(scene, seen);
  return quoted && !isShown(quoted.order, quoted.offer.id) ? quoted : undefined;
}

/** The only one that waits for the customer's choice. */
function lastQuoted(scene: Scene): SeenOffer | undefined {
  const [only, another] = scene.quoted;
  return only && !another ? unshownAmong(scene, only) : undefined;
}
