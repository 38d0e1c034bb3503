/** What an offer is to its partner now, for its page. */
import { flowOf } from "../../conversation/flow/pinned.ts";
import { expiryQuestion } from "../../conversation/order/expiry.ts";
import { partnerMoves } from "../../conversation/partner/offers.ts";
import { showMoment } from "../../conversation/show/show.ts";
import type { Language } from "../../domain/language.ts";
import type { Offer, OfferState } from "../../domain/offer.ts";
import type { HistoryRow, Order } from "../../domain/order.ts";
import { formatMoney } from "../../language/format.ts";
import { missable } from "../../orders/appointment.ts";
import { mayBeProven } from "../../orders/change.ts";
import { awaited } from "../../orders/confirmation.ts";
import { mayAcceptAfterAll, mayReturn } from "../../orders/declines.ts";
import { endNow } from "../../orders/offers.ts";
import { isShown } from "../../orders/quotes.ts";
import { isClosed } from "../../orders/status.ts";
import type { WebDeps } from "../deps.ts";
import type { Standing } from "./page.tsx";
import type { ShownQuote } from "./price-view.tsx";
import type { Said } from "./words-view.tsx";

export type Found = { readonly order: Order; readonly offer: Offer };
type Yours = Extract<Standing, { readonly type: "yours" }>;
type Quoted = Extract<OfferState, { readonly type: "quoted" }>;

/** Messages that the page shows, the newest. */
const mostSaid = 50;

export async function standingOf(deps: WebDeps, found: Found, language: Language): Promise<Standing> {
  const { order, offer } = found;
  const now = deps.engine.now();
  const why = endNow(order, offer, now);
  if (why === undefined) return { type: "open" };
  if (why === "quoted" && offer.state.type === "quoted") {
    const quote = shownQuote(deps, offer.state, now, language);
    return { type: "priced", quote, mayChange: !isShown(order, offer.id) };
  }
  const isTheirs = why === "accepted" && order.partner?.id === offer.partner.id;
  return isTheirs ? yoursOf(deps, found, language) : { type: "over", why, ...backOf(order, offer) };
}

function backOf(order: Order, offer: Offer): { readonly back?: "same" | "changed" } {
  if (!mayReturn(order, offer)) return {};
  return { back: mayAcceptAfterAll(order, offer) ? "same" : "changed" };
}

function shownQuote({ config }: WebDeps, quote: Quoted, now: number, language: Language): ShownQuote {
  const shown = (moment: number) => showMoment(moment, now, config.zone, language);
  return {
    ...{ total: formatMoney(quote.total, language), note: quote.note, until: shown(quote.until) },
    time: quote.time === undefined ? undefined : shown(quote.time),
  };
}

async function yoursOf(deps: WebDeps, { order, offer }: Found, language: Language): Promise<Yours> {
  const { catalogue: current, orders, engine } = deps;
  const [catalogue, now] = [current(), engine.now()];
  const flow = flowOf(catalogue, order);
  const { status } = order.state;
  const end = status === "done" ? "done" : isClosed(status) ? "ended" : undefined;
  const asked = awaited(order);
  const wanted = expiryQuestion(flow, order);
  const said = wanted && order.fields[wanted.name]?.value;
  const own = (await orders.history(order.ref)).filter(({ partner }) => partner?.id === offer.partner.id);
  const when = ({ at }: HistoryRow) => showMoment(at, now, catalogue.zone, language);
  return {
    ...{ type: "yours", steps: partnerMoves({ catalogue }, order) },
    mayBeMissed: missable(order, flow, catalogue.zone, now) !== undefined,
    mayBeProven: mayBeProven(order, offer.partner.id, now),
    proofs: own.filter(({ what }) => what === "proof").length,
    said: own.flatMap((row) => saidOf(row, when(row))).slice(-mostSaid),
    ...{ ...(end && { end }), ...(asked && { asked }) },
    ...(wanted && { expiry: { label: wanted.label, ...(typeof said === "string" && { said }) } }),
  };
}

function saidOf({ what, note = "" }: HistoryRow, when: string): readonly Said[] {
  if (what !== "customer_wrote" && what !== "partner_wrote") return [];
  return [{ from: what === "customer_wrote" ? "customer" : "partner", text: note, when }];
}
