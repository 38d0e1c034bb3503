/**
 * What the classifier must know of a chat to read a message: the services, the form or the order that it may be about, and the
 * question that was asked last.
 */
import { numberIn } from "../../domain/answer.ts";
import type { Conversation, Draft, OrderSummary } from "../../domain/conversation.ts";
import type { OrderRef } from "../../domain/ids.ts";
import type { ReadFields, Reading, ReadingContext } from "../../domain/understanding.ts";
import { findDates } from "../../language/days/dates.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import { findOrderRefs } from "../../language/people/ids.ts";
import { isClosed } from "../../orders/status.ts";
import type { Catalogue, Flow } from "../flow/flow.ts";
import { flowOf } from "../flow/pinned.ts";
import { nextQuestion } from "../form/fill.ts";
import { soundsLikeCorrection } from "./commands.ts";

/**
 * What was not understood beside the open form may be meant for one that waits behind it («الوزن ٣ كيلو» while the hotel is asked
 * about): it is read once more against that one. Its values come back as a request for its service.
 */
export function readForWaiting(
  catalogue: Catalogue,
  conversation: Conversation,
  at: number,
  { text, reading, read }: Beside,
): Reading {
  const { drafts, active } = conversation;
  const missed = reading.understandings.every(({ type }) => type === "out_of_scope" || type === "unclear");
  const { open: asked } = conversation;
  if (active !== undefined && asked?.type === "consent" && (missed || isBareChange(reading))) {
    const context = forConsent(catalogue, baseContext(catalogue, conversation, at), asked.service, text);
    const again = read(context);
    const fields = valuesOf(again);
    if (Object.keys(fields).length > 0)
      return { ...again, understandings: [{ type: "request", service: asked.service, fields }] };
  }
  if (active === undefined || drafts.length < 2) return reading;
  const waiting = drafts.filter(({ id, abandoned }) => id !== active && !abandoned);
  const open = drafts.find(({ id }) => id === active);
  const denied = (draft: Draft) => deniesDayOf(draft, text, { now: at, zone: catalogue.zone });
  const meant = missed ? waiting : open && denied(open) ? [] : waiting.filter(denied);
  for (const draft of meant) {
    const again = read({
      ...baseContext(catalogue, conversation, at),
      open: {
        service: draft.service,
        awaiting: "nothing",
        filled: Object.keys(draft.fields),
        values: draft.fields,
      },
    });
    const all = valuesOf(again);
    const fields = missed ? all : daysOf(flowOf(catalogue, draft), all);
    if (Object.keys(fields).length > 0)
      return { ...again, understandings: [{ type: "request", service: draft.service, fields }] };
  }
  return reading;
}

/** All that a reading gives to the form, or changes of it. */
const valuesOf = ({ understandings }: Reading): ReadFields =>
  Object.assign(
    {},
    ...understandings.map((one) => (one.type === "answers" || one.type === "correct" ? one.fields : {})),
  );

const isBareChange = ({ understandings }: Reading): boolean =>
  understandings.every((one) => one.type === "correct" && Object.keys(one.fields).length === 0);

/** A message, how it was read against the open form, and how it is read against another. */
export type Beside = {
  readonly text: string;
  readonly reading: Reading;
  readonly read: (context: ReadingContext) => Reading;
};

const denials = /(?:^|[\s,،])(?:مو|مش|مب|موب|مهوب|ليس|وليس|بدل|not|instead of|mo|mesh|mosh|msh|badal)[\s]/iu;

/** «الدكتور خلوه الأربعاء مو الثلاثاء»: a day is denied that this form holds. */
function deniesDayOf(
  { fields }: Draft,
  text: string,
  moment: { readonly now: number; readonly zone: string },
): boolean {
  if (!denials.test(text)) return false;
  const days = findDates(text, moment).flatMap(({ value }) => (value.type === "date" ? [value.date] : []));
  const held = Object.values(fields).map(({ value }) => value);
  if (days.length > 1 && days.some((day) => held.includes(day))) return true;
  const number = Number(deniedNumber.exec(text)?.[1] ?? Number.NaN);
  return held.some((value) => numberIn(value) === number);
}

/** "Make it 60 not 40": and which number is denied. */
const deniedNumber = new RegExp(`${denials.source}(\\p{Nd}+(?:\\.\\p{Nd}+)?)`, "iu");

/** «الدكتور» beside its day only says which form is meant. */
function daysOf(flow: Flow, fields: ReadFields): ReadFields {
  const moments = new Set(["date", "time", "number", "integer", "money"]);
  const isMoment = (name: string) => moments.has(flow.questions.find((one) => one.name === name)?.type ?? "");
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isMoment(name)));
}

function baseContext(
  catalogue: Catalogue,
  { language, orders, open }: Conversation,
  at: number,
): Omit<ReadingContext, "open"> {
  const lastService = orders[0]?.service;
  const offered = offeredBy(open);
  return {
    ...{ now: at, zone: catalogue.zone, language, services: catalogue.specs },
    ...(lastService !== undefined && { lastService }),
    ...(offered && { offered }),
  };
}

/** The menu offers whatever there is, and takes nothing to be meant. */
function offeredBy(open: Conversation["open"]): readonly string[] | undefined {
  if (open?.type === "begin_service") return [open.service];
  return open?.type === "which_service" && open.text !== "" ? open.candidates : undefined;
}

/** What the classifier must know: the services, and the form with the question that was asked last. */
export function contextOf(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  at: number,
): ReadingContext {
  const base = baseContext(catalogue, conversation, at);
  const draft = activeDraftOf(conversation);
  const { open } = conversation;
  // Whoever goes on before agreeing is talking about the service that waits for the yes.
  if (!draft && open?.type === "consent") return forConsent(catalogue, base, open.service, text);
  // So may be "Shall we begin?".
  if (!draft && open?.type === "begin_service") {
    const values = open.fields;
    return {
      ...base,
      open: { service: open.service, awaiting: "decision", filled: Object.keys(values), values },
    };
  }
  // "Did you mean a hotel?" may be answered with what belongs to a hotel.
  const [only, other] = open?.type === "which_service" && open.text !== "" ? open.candidates : [];
  if (!draft && open?.type === "which_service" && only !== undefined && other === undefined) {
    const values = open.fields?.[only] ?? {};
    return { ...base, open: { service: only, awaiting: "decision", filled: Object.keys(values), values } };
  }
  if (!draft) return withOrder(catalogue, conversation, text, base);
  const flow = flowOf(catalogue, draft);
  const asked =
    open?.type === "field" && open.draft === draft.id ? open.field : nextQuestion(flow, draft)?.name;
  return {
    ...base,
    open: {
      service: draft.service,
      ...(asked !== undefined && { asked }),
      awaiting: awaits(open),
      filled: Object.keys(draft.fields),
      values: draft.fields,
      waiting: conversation.drafts
        .filter(({ id, abandoned }) => id !== draft.id && !abandoned)
        .map(({ service }) => service),
    },
  };
}

/**
 * What was said of the service that waits for a consent is not at hand: of a correction («لا خلوها ٦», "make it 10:30") it is taken to be known
 * when and where.
 */
function forConsent(
  catalogue: Catalogue,
  base: Omit<ReadingContext, "open">,
  service: string,
  text: string,
): ReadingContext {
  const flow = catalogue.flows.get(service);
  const filled =
    flow && soundsLikeCorrection(text)
      ? flow.questions.filter(({ type }) => moments.has(type)).map(({ name }) => name)
      : [];
  return { ...base, open: { service, awaiting: "decision", filled } };
}

const moments: ReadonlySet<string> = new Set(["date", "time", "place", "choice"]);

/** After an order was placed it can still be changed: its service is what a correction is read against. */
function withOrder(
  catalogue: Catalogue,
  conversation: Conversation,
  text: string,
  base: Omit<ReadingContext, "open">,
): ReadingContext {
  const { open } = conversation;
  const changing = open?.type.startsWith("amend_") === true;
  const named = knownRef(conversation, text);
  const corrects = soundsLikeCorrection(text) || givesNamedValue(catalogue, conversation.orders, text);
  if (!changing && named === undefined && !corrects) return base;
  const ref =
    named ??
    (changing && open && "ref" in open
      ? open.ref
      : orderOfNamedField(catalogue, conversation.orders, text)?.ref);
  const free = conversation.orders.filter(({ status }) => !isClosed(status));
  const mentioned = conversation.orders.find((one) => one.ref === named);
  const order = mentioned ?? free.find((one) => one.ref === ref) ?? free[0];
  if (!order) return base;
  const asked = open?.type === "amend_field" && open.ref === order.ref ? open.field : undefined;
  return {
    ...base,
    open: {
      service: order.service,
      ...(asked !== undefined && { asked }),
      awaiting: asked !== undefined ? "answer" : "nothing",
      // What an order has to have, it has; an hour that it may have can be changed as well as given.
      filled: flowOf(catalogue, order)
        .questions.filter(({ asked, type }) => asked === "required" || type === "time")
        .map(({ name }) => name),
    },
  };
}

const mostWordsOfValue = 6;

/** «لا معلش المبلغ ٢٥٠», right after placing: a field of an open order by its name, and a number. */
function givesNamedValue(catalogue: Catalogue, orders: readonly OrderSummary[], text: string): boolean {
  if (orders.length === 0 || !/\p{Nd}/u.test(text) || /[?؟]/.test(text)) return false;
  return tokens(text).length <= mostWordsOfValue && orderOfNamedField(catalogue, orders, text) !== undefined;
}

/**
 * The open order whose service has a field that the message names («اسم الفندق»), newest first; undefined when none is named. The
 * longest name counts.
 */
export function orderOfNamedField(
  catalogue: Catalogue,
  orders: readonly OrderSummary[],
  text: string,
): OrderSummary | undefined {
  const said = ` ${tokens(text.replace(/['’]s\b/g, ""))
    .map((token) => token.text)
    .join(" ")} `;
  let best: { readonly order: OrderSummary; readonly length: number } | undefined;
  for (const order of orders) {
    if (isClosed(order.status)) continue;
    for (const { names } of flowOf(catalogue, order).questions) {
      for (const name of names) {
        const folded = fold(name);
        if (folded.length > (best?.length ?? 0) && said.includes(` ${folded} `))
          best = { order, length: folded.length };
      }
    }
  }
  return best?.order;
}

/** The order of this chat that a message mentions. */
export function knownRef(conversation: Pick<Conversation, "orders">, text: string): OrderRef | undefined {
  if (conversation.orders.length === 0 || !/\p{Nd}{4}/u.test(text)) return undefined;
  const refs = findOrderRefs(text).map(({ value }) => value);
  return conversation.orders.find(({ ref }) => refs.includes(ref))?.ref;
}

/** Whoever is offered a person and answers the form instead is answering the form. */
function awaits(open: Conversation["open"]): "answer" | "read_back" | "decision" | "nothing" {
  if (!open) return "nothing";
  if (open.type === "field" || open.type === "offer_person") return "answer";
  return open.type === "read_back" ? "read_back" : "decision";
}

/** The form that is being worked on. */
export function activeDraftOf(conversation: Conversation): Draft | undefined {
  return conversation.drafts.find(({ id }) => id === conversation.active);
}
