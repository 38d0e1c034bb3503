/**
 * Something about an order that the office asks by itself: does the appointment stand, shall we renew, shall we cancel what is weeks
 * late, does that settle the complaint? Its choices carry the order, so that a press counts whatever else was asked since.
 */

import { type OrderRef, parseOrderRef } from "../../domain/ids.ts";
import type { AboutOrder } from "../../domain/open-question.ts";
import type { Order } from "../../domain/order.ts";
import type { SentenceName } from "../flow/sentences.ts";
import { sayText, sentenceChoices } from "../show/render.ts";
import { addNews, type Work } from "../work.ts";

/** What each asks. */
export const askedAs = {
  appointment: "appointment.ask",
  renewal: "renewal.ask",
  late: "long_late.ask",
  complaint: "complaint.ask",
} as const satisfies Readonly<Record<AboutOrder, SentenceName>>;

type AskedAbout = {
  readonly of: AboutOrder;
  readonly key: string;
  readonly told: string;
  /** The customer waits for it: told whatever they have stopped, and never without its choices. */
  readonly isOwed?: boolean;
};

/**
 * Tells it as news. The question under it is asked where nothing else is open: an answer in words could not be told apart otherwise, and
 * the customer may always say what they want.
 * @param key tells one question of this kind from a later one about the same order: letters and digits
 */
export function askAboutOrder(work: Work, order: Order, { of, key, told, isOwed }: AskedAbout): void {
  const { catalogue, language } = work;
  const { ref } = order;
  const { open } = work;
  const isFree = open === undefined || (open.type === "about_order" && open.of === of && open.ref === ref);
  const asks = isFree && work.active === undefined && work.before.optedOut === undefined;
  const token = `${of}-${ref}-${key}`;
  if (of === "renewal") work.renewable = token;
  const shown = asks || isOwed === true;
  const text = shown ? `${told}\n${sayText(catalogue, language, askedAs[of])}` : told;
  const choices = shown ? sentenceChoices(catalogue, language, askedAs[of], token) : [];
  if (asks) {
    work.questions += 1;
    work.open = { type: "about_order", of, ref, text, token };
  }
  addNews(work, ref, text, { ...(shown && { choices }), ...(isOwed === true && { owed: true }) });
}

export type OrderPress = { readonly of: AboutOrder; readonly ref: OrderRef; readonly key: string };

/** What a press says that it is about; undefined for any other. */
export function orderPressIn(value: string): (OrderPress & { readonly id: string }) | undefined {
  const [, of, named = "", key = "", id = ""] =
    /^(appointment|renewal|late|complaint)-(BR-\d+)-(\w+):(\w+)$/.exec(value) ?? [];
  const ref = parseOrderRef(named);
  return ref !== undefined && isAbout(of) ? { of, ref, key, id } : undefined;
}

const isAbout = (of: string | undefined): of is AboutOrder => of !== undefined && Object.hasOwn(askedAs, of);
