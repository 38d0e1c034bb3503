/**
 * One turn in the making: the parts of a conversation that behaviours change, and what is to be said. `begin` opens it, behaviours
 * write into it, `finish-work.ts` makes the values that the store commits. It never outlives one call of `step`.
 */
import type { Fields } from "../domain/answer.ts";
import type { Consent } from "../domain/consent.ts";
import type { Conversation, Draft, OrderSummary, PersonWanted } from "../domain/conversation.ts";
import type { DoorChange } from "../domain/doors.ts";
import type { Say } from "../domain/effect.ts";
import type { Event } from "../domain/event.ts";
import { type DraftId, draftIdOf, type OrderRef, orderNumberOf, orderRefOf } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Choice, Shareable } from "../domain/message.ts";
import type { MessageChoice } from "../domain/message-choice.ts";
import type { Open } from "../domain/open-question.ts";
import type { OrderChange } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import type { PartnerChat } from "../domain/partner-chat.ts";
import type { Said } from "../domain/said.ts";
import type { Elsewhere } from "../domain/turn.ts";
import { joinChanges } from "../orders/change.ts";
import { settleHandoff } from "../orders/handoff.ts";
import { settleOffers } from "../orders/offers.ts";
import { settleProposal } from "../orders/proposal.ts";
import { settleSearch } from "../orders/search.ts";
import { isClosed } from "../orders/status.ts";
import type { Catalogue } from "./flow/flow.ts";
import type { SentenceName } from "./flow/sentences.ts";
import { remembering } from "./order/remembered.ts";
import { withConfirmation } from "./partner/ask-confirmation.ts";
import { withNewData } from "./partner/new-data.ts";
import { partnersTold } from "./partner/partner-news.ts";
import { sayText, type Variables } from "./show/render.ts";

/**
 * What the core can't make itself: the next order reference that nobody has used, as are those behind it, and the real clock, by which claims are leased:
 * the office's own may be a rehearsal's, and jump.
 */
export type Fresh = { readonly orderRef: OrderRef; readonly realNow: number };

/** The parts of a conversation that say whose it is. */
export type Ties = Pick<Conversation, "customer" | "doors" | "origin" | "phone" | "linkCode" | "found">;

export type Work = {
  readonly catalogue: Catalogue;
  readonly before: Conversation;
  readonly event: Event;
  readonly at: number;
  readonly fresh: Fresh;
  /** The line of the chat that this event is, if a customer said something. */
  readonly said: Said | undefined;
  language: Language;
  languageFixed: boolean;
  drafts: readonly Draft[];
  active: DraftId | undefined;
  open: Open | undefined;
  questions: number;
  misses: number;
  /** The message answered the open question with what was known already, and with nothing else. */
  repeats: boolean;
  greeted: boolean;
  reminded: boolean;
  person: PersonWanted | undefined;
  /** By when staff answer, as this turn tells the customer. */
  answerBy: number | undefined;
  consents: readonly Consent[] | undefined;
  /** Whose the chat is, and what is known of their other ones. The very state before, as long as nothing of it changes. */
  ties: Ties;
  doorChange: DoorChange | undefined;
  readonly elsewhere: Elsewhere[];
  /** Whose the chat is, where it is a partner's. */
  partner: PartnerChat | undefined;
  /** Partners that this turn changes. */
  readonly partners: Partner[];
  optedOut: MessageChoice | undefined;
  cameBack: MessageChoice | undefined;
  goneAt: number | undefined;
  renewable: string | undefined;
  known: Fields;
  orders: readonly OrderSummary[];
  complaints: readonly OrderSummary[];
  placed: OrderRef | undefined;
  /** Lines of this turn's one bubble, before its question. */
  readonly parts: string[];
  /** The line among them that says what was caught: a read-back right after it says the same. */
  noted: string | undefined;
  question: string | undefined;
  choices: readonly Choice[];
  /** What the question takes beside words. */
  wants: Shareable | undefined;
  /** The order that the bubble is about. */
  about: OrderRef | undefined;
  /** True once a behaviour has settled what is asked next. */
  asked: boolean;
  /** True when the turn answered something beside the open question, which then stays open. */
  aside: boolean;
  /** True when nothing at all is to be said (a reaction, a muted chat). */
  silent: boolean;
  /** The message opened with a salam: it is answered with its own. */
  salam: boolean;
  readonly changes: OrderChange[];
  /** News and staff words, before the bubble. */
  readonly says: Say[];
  begun: number;
};

export function beginWork(catalogue: Catalogue, before: Conversation, event: Event, fresh: Fresh): Work {
  return {
    catalogue,
    before,
    event,
    at: event.at,
    fresh,
    said: "said" in event ? event.said : undefined,
    language: before.language,
    languageFixed: before.languageFixed,
    drafts: before.drafts,
    active: before.active,
    open: before.open,
    questions: before.questions,
    misses: before.misses,
    repeats: false,
    greeted: before.greeted,
    reminded: before.reminded,
    person: before.person,
    answerBy: undefined,
    consents: before.consents,
    ties: before,
    doorChange: undefined,
    elsewhere: [],
    partner: before.partner,
    partners: [],
    optedOut: before.optedOut,
    cameBack: before.cameBack,
    goneAt: before.goneAt,
    renewable: before.renewable,
    known: before.known,
    orders: before.orders,
    complaints: before.complaints ?? [],
    placed: undefined,
    parts: [],
    noted: undefined,
    question: undefined,
    choices: [],
    wants: undefined,
    about: undefined,
    asked: false,
    aside: false,
    silent: false,
    salam: false,
    changes: [],
    says: [],
    begun: 0,
  };
}

/** A named sentence as the next line of the bubble. */
export function addLine(work: Work, name: SentenceName, variables?: Variables): void {
  work.parts.push(sayText(work.catalogue, work.language, name, variables));
}

/** The line that says what was caught. */
export function addNoted(work: Work, name: SentenceName, variables: Variables): void {
  addLine(work, name, variables);
  work.noted = work.parts.at(-1);
}

/** Takes that line back, since the whole form is read back in the same bubble. */
export function dropNoted(work: Work): void {
  const at = work.noted === undefined ? -1 : work.parts.indexOf(work.noted);
  if (at >= 0) work.parts.splice(at, 1);
  work.noted = undefined;
}

/** Opens a question: `make` gets the token that its choices are bound to. */
export function openQuestion(
  work: Work,
  make: (token: string) => {
    readonly open: Open;
    readonly text: string;
    readonly choices: readonly Choice[];
  },
): void {
  work.questions += 1;
  const { open, text, choices } = make(`q${work.questions}`);
  work.open = open;
  askAs(work, text, choices);
}

/** Says a question as the last line without opening another one. */
export function askAs(work: Work, text: string, choices: readonly Choice[]): void {
  work.question = text;
  work.choices = choices;
  work.wants = undefined;
  work.asked = true;
}

export function activeDraft(work: Work): Draft | undefined {
  return work.active === undefined ? undefined : work.drafts.find(({ id }) => id === work.active);
}

/** The draft with changes applied, in its place. */
export function putDraft(work: Work, draft: Draft): void {
  work.drafts = work.drafts.map((other) => (other.id === draft.id ? draft : other));
}

/** Takes a draft out for good: it was placed or cancelled. */
export function dropDraft(work: Work, id: DraftId): void {
  work.drafts = work.drafts.filter((draft) => draft.id !== id);
  if (work.active === id) work.active = undefined;
  if (work.open && "draft" in work.open && work.open.draft === id) work.open = undefined;
}

/** How many orders this turn has made so far. */
export function newOrders({ changes }: Work): number {
  return changes.filter(({ expect }) => expect === 0).length;
}

/** The next reference that nobody has used. */
export function nextRef(work: Work): OrderRef {
  return orderRefOf(orderNumberOf(work.fresh.orderRef) + newOrders(work));
}

/** Whether this very turn has made the order. */
export function isNew({ changes }: Work, ref: OrderRef): boolean {
  return changes.some(({ expect, order }) => expect === 0 && order.ref === ref);
}

/** The id of the next form that begins in this turn. */
export function nextDraftId(work: Work): DraftId {
  work.begun += 1;
  return draftIdOf(work.before.version + 1, work.begun);
}

/** An order's news: a bubble of its own, sent whatever else happens. @param more the choices of a question in it; whether it is owed also to who wants no messages */
export function addNews(
  work: Work,
  order: OrderRef,
  text: string,
  more: Pick<Say, "choices" | "owed"> = {},
): void {
  work.says.push({
    type: "say",
    kind: "news",
    from: "office",
    language: work.language,
    text,
    ...more,
    order,
  });
}

/** Records a change of an order, and what the chat remembers of it. A second one of the same order in this turn goes into the first. */
export function changeOrder(work: Work, made: OrderChange): void {
  const { change: settled, withdrawn } = settleOffers(settleSearch(settleHandoff(settleProposal(made))));
  const change = withNewData(work.catalogue, withConfirmation(work.catalogue, settled));
  const at = work.changes.findIndex((earlier) => earlier.order.ref === change.order.ref);
  const earlier = work.changes[at];
  if (earlier) work.changes[at] = joinChanges(earlier, change);
  else work.changes.push(change);
  work.elsewhere.push(...partnersTold(work, change, withdrawn));
  const { order } = change;
  // The question which price it is to be ends with the prices.
  if (work.open?.type === "choose_price" && work.open.ref === order.ref && !order.shownPrices)
    work.open = undefined;
  // So does the question whether an answer settles a complaint, once it is over.
  if (work.open?.type === "about_order" && work.open.of === "complaint" && work.open.ref === order.ref)
    if (isClosed(order.state.status)) work.open = undefined;
  work.orders = remembering(work.orders, order);
  work.complaints = remembering(work.complaints, order);
}

/** Changes what is known of whose the chat is. */
export function tie(work: Work, change: { readonly [K in keyof Ties]?: Ties[K] | undefined }): void {
  const { customer, doors, origin, phone, linkCode, found } = work.ties;
  const next = { customer, doors, origin, phone, linkCode, found, ...change };
  work.ties = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as Ties;
}
