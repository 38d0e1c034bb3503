/** Which order a complaint is about: the one that it names by its number or by its words, else the only one that can be meant, else it has to be asked. */
import type { OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import { isolate } from "../../language/format.ts";
import { withoutArticle } from "../../language/letters/article.ts";
import { tokens } from "../../language/letters/normalise.ts";
import { isClosed } from "../../orders/status.ts";
import { flowOf } from "../flow/pinned.ts";
import { orderInEvent } from "../order/cancel.ts";
import { aboutIn } from "../show/show.ts";
import { isNew, type Work } from "../work.ts";
import { placedBefore } from "./placed-when.ts";

const dayMs = 86_400_000;
/** An order that ended longer ago than this is not meant by a complaint that names none. */
const recentMs = 30 * dayMs;
/** One that ended since is meant as well as one that is open. */
const justOverMs = 3 * dayMs;

/**
 * `isSure`: the customer named it, so that no other is meant. `among`: it is one of these, and has to be asked. `unknown`: a number that
 * was named, of no order of theirs.
 */
export type Meant = {
  readonly about: OrderRef | undefined;
  readonly isSure: boolean;
  readonly among: readonly OrderRef[];
  readonly unknown?: OrderRef;
};

/** @param ref the number that the complaint names */
export function orderMeant(work: Work, ref: OrderRef | undefined, text: string): Meant {
  if (ref !== undefined) {
    if (isOrder(work, ref)) return { about: ref, isSure: true, among: [] };
    const complaint = work.complaints.find((one) => one.ref === ref);
    if (complaint) return { about: complaint.of, isSure: false, among: [] };
  }
  const orders = candidates(work, text);
  const [only, other] = orders;
  const spoken = spokenOf(work, orders, text);
  if (ref !== undefined) return { about: undefined, isSure: false, among: refsOf(orders), unknown: ref };
  if (spoken) return { about: spoken.ref, isSure: true, among: [] };
  return other
    ? { about: undefined, isSure: false, among: refsOf(orders) }
    : { about: only?.ref, isSure: false, among: [] };
}

const refsOf = (orders: readonly OrderSummary[]): readonly OrderRef[] => orders.map(({ ref }) => ref);

function isOrder(work: Work, ref: OrderRef): boolean {
  const loaded = orderInEvent(work, ref);
  return (
    work.orders.some((order) => order.ref === ref) || (loaded !== undefined && loaded.kind === undefined)
  );
}

/** Open, or over for a few days only; else the newest that ended lately. */
function candidates(work: Work, text: string): readonly OrderSummary[] {
  const { at } = work;
  const before = placedBefore(text, at, work.catalogue.zone) ?? at;
  // Nobody complains of what they have ordered in the same breath, or since what they tell of.
  const orders = work.orders.filter(({ ref, placedAt }) => !isNew(work, ref) && placedAt <= before);
  const near = orders.filter(
    ({ status, changedAt }) => !isClosed(status) || (status === "done" && at - changedAt <= justOverMs),
  );
  if (near.length > 0) return near;
  return orders.filter(({ changedAt }) => at - changedAt <= recentMs).slice(0, 1);
}

/** «الفندق كان وسخ» beside a bill: the only one of which the message has a word that is no other's. */
function spokenOf(work: Work, orders: readonly OrderSummary[], text: string): OrderSummary | undefined {
  if (orders.length < 2) return undefined;
  const said = wordsIn(text);
  const own = orders.map((order) => wordsOf(work, order));
  const meant = orders.filter((_, at) =>
    [...said].some(
      (word) => own[at]?.has(word) && own.every((words, other) => other === at || !words.has(word)),
    ),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

function wordsOf({ catalogue }: Work, order: OrderSummary): ReadonlySet<string> {
  const { title } = flowOf(catalogue, order);
  return wordsIn(`${title.ar} ${title.en} ${aboutIn(order.about, "ar")} ${aboutIn(order.about, "en")}`);
}

/** Words that every order has. */
const common = /^(?:طلب\p{L}*|خدم\p{L}*|order|service|request)$/u;

/** Without what is written together with them. */
function wordsIn(text: string): ReadonlySet<string> {
  const stems = tokens(text).map((token) => withoutArticle(token.text));
  return new Set(stems.filter((stem) => stem.length > 2 && !/\p{N}/u.test(stem) && !common.test(stem)));
}

/** Its number, with what it is: nobody knows a number by heart. */
export function orderName({ orders, language }: Work, ref: OrderRef): string {
  const order = orders.find((one) => one.ref === ref);
  const about = order && aboutIn(order.about, language);
  return about ? `${isolate(ref)} (${about})` : isolate(ref);
}
