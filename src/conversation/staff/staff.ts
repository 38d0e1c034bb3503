/**
 * What staff do: claim, move, correct, note, reply, take a chat and hand it back. Each act is either allowed, and becomes a change
 * with its row of history, or refused by name. What staff write is checked for secrets too.
 */
import type { AgentAct } from "../../domain/act.ts";
import { type AgentName, leads } from "../../domain/agent.ts";
import type { Field } from "../../domain/answer.ts";
import type { Event } from "../../domain/event.ts";
import type { Order } from "../../domain/order.ts";
import { isolate } from "../../language/format.ts";
import {
  claimOrder,
  correctOrder,
  leaseMs,
  moveOrder,
  noteOrder,
  priceOrder,
  releaseOrder,
} from "../../orders/change.ts";
import { isOpenExpiry } from "../../orders/due/renewal.ts";
import { holderOf, isClosed, mayBePriced } from "../../orders/status.ts";
import { answerByStaff, tieByStaff } from "../complaint/complaint-answer.ts";
import { complainForCustomer } from "../complaint/complaint-entered.ts";
import { hearForCustomer } from "../complaint/complaint-heard.ts";
import { tellComplaintMove, withAnswerPromise } from "../complaint/complaint-news.ts";
import { splitDoors } from "../customer/join-doors.ts";
import { lacksPermit } from "../flow/permits.ts";
import { flowOf, questionNamed } from "../flow/pinned.ts";
import { settle } from "../form/fill.ts";
import { refreshSummary } from "../order/amend.ts";
import { keepAppointment, missAppointment } from "../order/appointment.ts";
import { legalMoves, refusalOf } from "../order/moves.ts";
import { canTell, staffChannel, tellMove } from "../order/news.ts";
import { seekAgain } from "../partner/give.ts";
import { askForApproval, priceFrom } from "../price/price.ts";
import { sayText } from "../show/render.ts";
import { showNamed } from "../show/show.ts";
import { addNews, changeOrder, type Work } from "../work.ts";
import { handBack, reply, takeChat, testLine } from "./staff-chat.ts";
import { handOffAct, handOffBackAct } from "./staff-handoff.ts";
import { agreePayByStaff, give, giveBack, offer, partnerTold, withdraw } from "./staff-partners.ts";
import { choosePrice, showPrices } from "./staff-prices.ts";
import { isAskerOf, withdrawRequest } from "./staff-requests.ts";
import {
  byAgent,
  commit,
  commitAside,
  holdsSecret,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
  refusedWords,
} from "./staff-rights.ts";
import { search, stopSearch } from "./staff-search.ts";

type Acted = Extract<Event, { type: "agent_acted" }>;

export function stepStaff(work: Work, event: Acted): Outcome {
  const { act, agent, order, expect } = event;
  if (order && expect !== undefined && expect !== order.version)
    return { reason: "stale", version: order.version };
  if (act.type === "take_chat") return takeChat(work, agent);
  if (act.type === "hand_back") return handBack(work, agent);
  if (act.type === "reply" && work.before.channel === staffChannel) return { reason: "not_allowed" };
  if (act.type === "reply") return reply(work, agent, act, order);
  if (act.type === "test_line") return testLine(work, agent);
  if (act.type === "split_doors") return splitDoors(work, event) ? undefined : nothingToDo;
  if (!order) return nothingToDo;
  if (order.kind === "complaint" && !ofComplaints.has(act.type)) return nothingToDo;
  if (order.kind === "internal" && forCustomers.has(act.type)) return { reason: "not_allowed" };
  if (isAskerOf(work, agent, order) && !ofAskers.has(act.type)) return { reason: "not_allowed" };
  switch (act.type) {
    case "claim":
      return claim(work, agent, order);
    case "take":
      return take(work, agent, order);
    case "release":
      return release(work, agent, order);
    case "move":
      return move(work, agent, order, act);
    case "correct":
      return correctField(work, agent, order, act);
    case "note":
      return note(work, agent, order, act);
    case "no_show":
      return refusedToOthers(work, agent, order) ?? missAppointment(work, order, byAgent(agent), commit);
    case "keep_appointment":
      return refusedToOthers(work, agent, order) ?? keepAppointment(work, order, byAgent(agent));
    case "partner_told":
      return partnerTold(work, agent, order, act);
    case "complain":
      return complainForCustomer(work, agent, order, act);
    case "hear_complaint":
      return hearForCustomer(work, agent, order, act);
    case "tie_complaint":
      return tieByStaff(work, agent, order, act);
    case "answer_complaint":
      return answerByStaff(work, agent, order, act);
    case "price":
      return setPrice(work, agent, order, act);
    case "hand_off":
      return handOffAct(work, agent, order, act);
    case "withdraw_request":
      return withdrawRequest(work, agent, order, act);
    case "hand_off_back":
      return handOffBackAct(work, agent, order, act);
    case "give":
      return give(work, agent, order, act);
    case "give_back":
      return giveBack(work, agent, order, act);
    case "agree_pay":
      return agreePayByStaff(work, agent, order, act);
    case "offer":
      return offer(work, agent, order, act);
    case "search":
      return search(work, agent, order);
    case "stop_search":
      return stopSearch(work, agent, order);
    case "withdraw_offer":
      return withdraw(work, agent, order, act);
    case "show_prices":
      return showPrices(work, agent, order);
    case "choose_price":
      return choosePrice(work, agent, order, act);
    default:
      return act satisfies never;
  }
}

/** Nobody is given a complaint but staff, and nobody pays for it. */
const ofComplaints: ReadonlySet<AgentAct["type"]> = new Set([
  ...([
    "claim",
    "take",
    "release",
    "move",
    "note",
    "complain",
    "tie_complaint",
    "answer_complaint",
    "hear_complaint",
    "hand_off",
    "hand_off_back",
  ] as const),
]);

/** What the office's own people ask of each other goes to no partner, and costs no customer anything. */
const forCustomers: ReadonlySet<AgentAct["type"]> = new Set([
  ...(["give", "give_back", "offer", "withdraw_offer", "search", "stop_search", "partner_told"] as const),
  "agree_pay",
  ...(["show_prices", "choose_price", "price", "no_show"] as const),
]);

/** Nobody decides on what they asked for themselves: somebody else claims it, moves it and ends it. */
const ofAskers: ReadonlySet<AgentAct["type"]> = new Set(["note", "withdraw_request"]);

function claim(work: Work, agent: AgentName, order: Order): Outcome {
  const holder = holderOf(order, work.fresh.realNow);
  if (holder && holder.agent !== agent.id) return { reason: "already_claimed", by: holder.name };
  if (holder || isClosed(order.state.status)) return nothingToDo;
  // Whoever answered first does not judge its own answer.
  if (order.complaint?.reopened && !leads(agent)) return { reason: "not_allowed" };
  changeOrder(work, claimOrder(order, byAgent(agent), work.at, work.fresh.realNow + leaseMs));
  return undefined;
}

function take(work: Work, agent: AgentName, order: Order): Outcome {
  if (!leads(agent)) return { reason: "not_allowed" };
  if (isClosed(order.state.status) || holderOf(order, work.fresh.realNow)?.agent === agent.id)
    return nothingToDo;
  changeOrder(work, claimOrder(order, byAgent(agent), work.at));
  return undefined;
}

function release(work: Work, agent: AgentName, order: Order): Outcome {
  const holder = holderOf(order, work.fresh.realNow);
  if (!holder) return nothingToDo;
  if (holder.agent !== agent.id && !leads(agent)) return { reason: "not_yours", by: holder.name };
  changeOrder(work, releaseOrder(order, byAgent(agent), work.at, "released"));
  return undefined;
}

function move(work: Work, agent: AgentName, order: Order, act: On<"move">): Outcome {
  const refusal = refusedToOthers(work, agent, order) ?? refusalOf(work.catalogue, order, act.move);
  if (refusal) return refusal;
  if (holdsSecret(act.move.note ?? "")) return { reason: "holds_a_secret" };
  const change = withAnswerPromise(work, moveOrder(order, act.move, byAgent(agent), work.at));
  if (act.move.to === "seeking" && order.partner) {
    seekAgain(work, order, change);
    return undefined;
  }
  commit(work, change);
  const { price } = change.order;
  if (act.move.to === "quoted" && price) askForApproval(work, change.order, price);
  else if (!tellComplaintMove(work, change.order, act.move)) tellMove(work, order, change.order, act.move);
  return undefined;
}

function correctField(work: Work, agent: AgentName, order: Order, act: On<"correct">): Outcome {
  const flow = flowOf(work.catalogue, order);
  const refusal = isOpenExpiry(order, flow, act.field) ? undefined : refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  if (act.reason.trim() === "") return { reason: "reason_missing" };
  const question = questionNamed(flow, act.field);
  if (!question) return { reason: "unknown_field", field: act.field };
  if (lacksPermit(work.catalogue, question, act.value, work.at))
    return { reason: "needs_permit", field: act.field };
  if (holdsSecret(act.text) || holdsSecret(act.reason)) return { reason: "holds_a_secret" };
  const after: Field = {
    value: act.value,
    evidence: { text: act.text, messageId: "", start: 0, end: act.text.length, by: "agent" },
  };
  const settled = settle(flow, order.fields, { [act.field]: after });
  const names = [...settled.noted, ...settled.changed];
  if (names.length === 0) return nothingToDo;
  const corrected = {
    field: act.field,
    before: order.fields[act.field],
    after,
    by: byAgent(agent),
    at: work.at,
  } as const;
  commit(work, correctOrder(order, settled.fields, { ...corrected, what: "corrected", note: act.reason }));
  refreshSummary(work, { ...order, fields: settled.fields }, flow);
  if (canTell(work)) {
    const what = showNamed(work.catalogue, flow, settled.fields, names, work.language);
    addNews(
      work,
      order.ref,
      sayText(work.catalogue, work.language, "correct.by_staff", { ref: isolate(order.ref), what }),
    );
  }
  return undefined;
}

function setPrice(work: Work, agent: AgentName, order: Order, act: On<"price">): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const { status } = order.state;
  if (!mayBePriced(status))
    return { reason: "illegal_move", from: status, legal: legalMoves(work.catalogue, order) };
  const price = priceFrom(work, act);
  if (!price) return { reason: "empty" };
  commit(work, priceOrder(order, price, byAgent(agent), work.at));
  askForApproval(work, order, price);
  return undefined;
}

function note(work: Work, agent: AgentName, order: Order, act: On<"note">): Outcome {
  const text = act.text.trim();
  const unfit = refusedWords(text, "empty");
  if (unfit) return unfit;
  const change = noteOrder(order, text, byAgent(agent), work.at);
  commitAside(work, agent, order, change);
  return undefined;
}
