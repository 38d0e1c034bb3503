/** What staff do with an order and its partners: give it, take it back, offer it, and withdraw an offer. */
import type { AgentName } from "../../domain/agent.ts";
import type { Order } from "../../domain/order.ts";
import { tellByPhone } from "../../orders/confirmation.ts";
import {
  acceptedOffer,
  agreePay,
  mayAgreePay,
  mayBeOffered,
  offerOf,
  offerOrder,
  stands,
  withdrawOffer,
} from "../../orders/offers.ts";
import { badQuoteOf, mayAskPrices } from "../../orders/quotes.ts";
import { isClosed, mayBeGiven } from "../../orders/status.ts";
import { legalMoves } from "../order/moves.ts";
import { giveTo, takeBack } from "../partner/give.ts";
import type { Work } from "../work.ts";
import {
  byAgent,
  commit,
  commitAside,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
  refusedWords,
} from "./staff-rights.ts";

/** To the partner that is named. */
export function give(work: Work, agent: AgentName, order: Order, act: On<"give">): Outcome {
  const { partner, offer: id, pays } = act;
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const { status } = order.state;
  if (!mayBeGiven(status))
    return { reason: "illegal_move", from: status, legal: legalMoves(work.catalogue, order) };
  if (order.partner?.id === partner.id) return nothingToDo;
  giveTo(work, order, partner, byAgent(agent), id && { id, ...(pays && { pays }) });
  return undefined;
}

/** The partner does not do it after all. */
export function giveBack(work: Work, agent: AgentName, order: Order, act: On<"give_back">): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  if (!order.partner || isClosed(order.state.status)) return nothingToDo;
  const reason = act.reason.trim();
  const unfit = refusedWords(reason, "reason_missing");
  if (unfit) return unfit;
  takeBack(work, order, byAgent(agent), reason);
  return undefined;
}

/** What its partner is paid is agreed, where the offer left that open. */
export function agreePayByStaff(
  work: Work,
  agent: AgentName,
  order: Order,
  { pays }: On<"agree_pay">,
): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const isSame = acceptedOffer(order)?.pays?.amountMinor === pays.amountMinor;
  if (!mayAgreePay(order) || isSame) return nothingToDo;
  const why = badQuoteOf({ total: pays }, work.at);
  if (why) return { reason: "bad_quote", why };
  commit(work, agreePay(order, pays, byAgent(agent), work.at));
  return undefined;
}

/** Whoever of the office has called it says so: who holds the order is not asked, since an ended one is nobody's. */
export function partnerTold(
  work: Work,
  agent: AgentName,
  order: Order,
  { partner, of }: On<"partner_told">,
): Outcome {
  const change = tellByPhone(order, { partner, of }, byAgent(agent), work.at);
  commitAside(work, agent, order, change);
  return undefined;
}

/** Shown to one more partner, who is asked once at a time. */
export function offer(work: Work, agent: AgentName, order: Order, act: On<"offer">): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const { status } = order.state;
  if (!(act.asks === "price" ? mayAskPrices(order) : mayBeOffered(order)))
    return { reason: "illegal_move", from: status, legal: legalMoves(work.catalogue, order) };
  const { offer: id, partner, minutes, pays, asks } = act;
  const { offers = [] } = order;
  if (offers.some((one) => one.partner.id === partner.id && stands(one, work.at))) return nothingToDo;
  const until = work.at + minutes * 60_000;
  const made = { id, partner, madeAt: work.at, until, ...(pays && { pays }), ...(asks && { asks }) };
  commit(work, offerOrder(order, made, byAgent(agent)));
  return undefined;
}

/** An offer that still stands is taken back. */
export function withdraw(work: Work, agent: AgentName, order: Order, act: On<"withdraw_offer">): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const made = offerOf(order, act.offer);
  if (made?.state.type !== "open" && made?.state.type !== "quoted") return nothingToDo;
  commit(work, withdrawOffer(order, made, byAgent(agent), work.at));
  return undefined;
}
