/** A price in a partner's chat: for the offer that it names, or the only one that it can be for. */
import type { Money } from "../../domain/money.ts";
import { isShown } from "../../orders/quotes.ts";
import { quote, sayOver } from "./answer.ts";
import type { Seen, SeenOffer } from "./jobs.ts";
import type { PartnerSaying } from "./read.ts";
import { namedBy, offerAmong, quotedAmong, type Scene } from "./scene.ts";
import { showChoices } from "./show.ts";
import { give, line } from "./speak.ts";
import { sayUnknown } from "./which.ts";

export function hearPrice(scene: Scene, named: Omit<PartnerSaying, "wish">, total: Money): void {
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
  if (seen && !offer) {
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
  give(work, showChoices(work, open, false, "show"));
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
