/** What the queue calls things of the flows: services, fields, statuses, stages, moves, and refusals in plain words. */

import type { Catalogue, Question } from "../../../conversation/flow/flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import { legalMovesIn } from "../../../conversation/order/moves.ts";
import { aboutOf } from "../../../conversation/show/show.ts";
import type { LegalMove, Refusal } from "../../../domain/act.ts";
import type { Conversation } from "../../../domain/conversation.ts";
import type { Language } from "../../../domain/language.ts";
import type { Order, StatusName } from "../../../domain/order.ts";
import { cutTo, formatList } from "../../../language/format.ts";
import { isHandedOver, isTaken, stageOf } from "../../../orders/status.ts";
import { departmentWordsIn } from "../departments/department-words.ts";
import type { Words } from "../frame/words.ts";
import { choiceWordsIn } from "./choice-words.ts";

export function serviceTitle(
  catalogue: Catalogue,
  order: Pick<Order, "flowHash" | "service">,
  language: Language,
): string {
  return findFlow(catalogue, order)?.title[language] ?? order.service;
}

export function findQuestion(catalogue: Catalogue, order: Order, field: string): Question | undefined {
  return findFlow(catalogue, order)?.questions.find(({ name }) => name === field);
}

/** «كتب، من الرياض إلى جدة», as long as a card has room; empty where nothing is known. */
export function shortAbout(catalogue: Catalogue, order: Order, language: Language): string {
  const flow = findFlow(catalogue, order);
  const about = flow ? aboutOf(catalogue, flow, order.fields, language) : "";
  return about.length > longestAbout ? `${cutTo(about, longestAbout)}…` : about;
}

/** What fits on a card: a complaint is told at any length. */
const longestAbout = 160;

/** Who the order is for: the first person's name in it, or else the name that its chat is known by (services that ask for none). */
export function customerName(
  catalogue: Catalogue,
  order: Order,
  chat: Pick<Conversation, "known"> | undefined,
): string | undefined {
  // Between departments it is for who asked, whoever is named in it.
  const questions = order.kind === "internal" ? [] : (findFlow(catalogue, order)?.questions ?? []);
  const asked =
    questions.find((question) => question.remember_as === "customer_name") ??
    questions.find((question) => question.type === "person_name");
  const value = (asked && order.fields[asked.name]?.value) ?? chat?.known.customer_name?.value;
  return typeof value === "string" ? value : undefined;
}

/** A status, or a stage inside `in_progress`, as staff read it. */
export function stepLabel(
  catalogue: Catalogue,
  order: Pick<Order, "flowHash" | "service">,
  step: { readonly to: StatusName; readonly stage?: string | undefined },
  language: Language,
): string {
  const stage =
    step.stage === undefined
      ? undefined
      : findFlow(catalogue, order)?.stages.find(({ id }) => id === step.stage)?.label[language];
  const own = findFlow(catalogue, order)?.status_labels[step.to]?.[language];
  return stage ?? own ?? catalogue.statuses.get(step.to)?.label[language] ?? step.stage ?? step.to;
}

export function stateLabel(catalogue: Catalogue, order: Order, language: Language): string {
  if (order.state.status === "assigned" && order.partner) return choiceWordsIn(language).assigned;
  if (isHandedOver(order) && !isTaken(order) && order.state.status === "assigned")
    return departmentWordsIn(language).assigned;
  return stepLabel(catalogue, order, { to: order.state.status, stage: stageOf(order.state) }, language);
}

/** The moves that the order may make now, and no others. */
export function movesOf(catalogue: Catalogue, order: Order): readonly LegalMove[] {
  const flow = findFlow(catalogue, order);
  return flow ? legalMovesIn(flow, order) : [];
}

/** A refusal as a colleague would say it. */
export function refusalText(
  refusal: Refusal,
  order: Order | undefined,
  catalogue: Catalogue,
  language: Language,
  words: Words,
): string {
  const { refused } = words;
  switch (refusal.reason) {
    case "already_claimed":
      return refused.already_claimed(refusal.by);
    case "not_yours":
      if (!order) return refused.not_yours_chat(refusal.by ?? "");
      return refusal.by === undefined ? refused.not_yours_free : refused.not_yours(refusal.by);
    case "illegal_move": {
      const label = (step: LegalMove) =>
        order ? stepLabel(catalogue, order, step, language) : (step.stage ?? step.to);
      const legal = formatList(refusal.legal.map(label), language);
      return refused.illegal_move(label({ to: refusal.from }), legal);
    }
    case "unknown_field":
      return refused.unknown_field(refusal.field);
    case "unknown_service":
      return refused.unknown_service(refusal.service);
    case "needs_permit":
      return words.badValue.needs_permit;
    case "stale":
      return refused.changed;
    case "entered_before":
      return refused.nothing_to_do;
    case "complaint_exists":
      return refused.complaint_exists(refusal.ref);
    case "reason_missing":
    case "holds_a_secret":
    case "empty":
    case "not_allowed":
    case "opted_out":
    case "offer_over":
    case "bad_quote":
    case "nothing_to_do":
      return refused[refusal.reason];
    default:
      return refusal satisfies never;
  }
}
