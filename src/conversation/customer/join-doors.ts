/**
 * Two customers become one, and two again. A yes in one chat joins all chats of both; staff part one from the others. Each chat keeps its
 * own orders and values (`together.ts`), so that parting gives back exactly those.
 */
import type { Conversation, OrderSummary } from "../../domain/conversation.ts";
import type { Door, FoundDoor, Proof } from "../../domain/doors.ts";
import type { Event } from "../../domain/event.ts";
import type { CustomerId } from "../../domain/ids.ts";
import type { Open } from "../../domain/open-question.ts";
import type { By } from "../../domain/order.ts";
import { withProposals } from "../form/known-values.ts";
import { canTell } from "../order/news.ts";
import { promiseAnswer, wantPerson } from "../person/person.ts";
import { sayText } from "../show/render.ts";
import { showChannel } from "../show/show.ts";
import { addLine, tie, type Work } from "../work.ts";
import { isProven } from "./doors.ts";

/** Chats of one customer. More is nobody's everyday life, and each turn would read them all. */
const mostDoors = 8;

/** Yes: one customer from now on. No: two, and the question does not come again. */
export function answerJoin(
  work: Work,
  { found }: Extract<Open, { type: "join_doors" }>,
  id: string,
): boolean {
  if (id !== "yes" && id !== "no") return false;
  work.open = undefined;
  work.misses = 0;
  work.aside = true;
  if (id === "no") addLine(work, "doors.kept_apart");
  else join(work, found);
  return true;
}

function join(work: Work, found: FoundDoor): void {
  const others = (work.said?.doors?.both ?? []).filter((chat) => chat.id !== work.before.id);
  if (found.customer === work.ties.customer) addLine(work, "doors.already");
  else if (!stillHolds(work, found, others)) addLine(work, "doors.not_any_more");
  else if (others.length + 1 > mostDoors) {
    wantPerson(work, "other", false);
    addLine(work, "doors.too_many", { by: promiseAnswer(work) });
  } else joinWith(work, found, others);
}

/** Between the question and the yes the other chat may have become somebody else's, or the phone another. */
function stillHolds(work: Work, found: FoundDoor, others: readonly Conversation[]): boolean {
  const other = others.find((chat) => chat.id === found.conversation);
  if (!other || other.customer !== found.customer || work.at > found.until) return false;
  if (found.proof.type === "code") return true;
  const { number } = found.proof;
  return work.ties.phone?.number === number && isProven(other, number, work.at);
}

function joinWith(work: Work, { channel, proof }: FoundDoor, others: readonly Conversation[]): void {
  const { before, at } = work;
  const chats = [before, ...others];
  const customer = customerOf(chats);
  const by: By = { type: "customer" };
  become(work, { customer, others: doorsBut(before, chats), by, proof, what: "joined" });
  for (const chat of others) {
    const event: Event = {
      ...{ type: "doors_joined", at, customer, by, proof },
      ...{ others: doorsBut(chat, chats), channel: before.channel },
    };
    work.elsewhere.push({ conversation: chat.id, event });
  }
  addLine(work, "doors.joined", { channel: showChannel(work.catalogue, channel, work.language) });
}

/** Chats of one person are the customer's that the eldest of them was before any was joined. */
function customerOf(chats: readonly Conversation[]): CustomerId {
  const [eldest] = [...chats].sort(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
  if (!eldest) throw new Error("nobody without a chat");
  return eldest.origin ?? eldest.customer;
}

function doorsBut({ id }: Conversation, chats: readonly Conversation[]): readonly Door[] {
  return chats
    .filter((chat) => chat.id !== id)
    .map((chat) => ({ conversation: chat.id, channel: chat.channel }));
}

type Becoming = {
  readonly what: "joined" | "split";
  readonly customer: CustomerId;
  readonly others: readonly Door[];
  readonly by: By;
  readonly proof?: Proof;
};

/** The chat belongs to this customer now, together with these others. */
function become(work: Work, { what, customer, others, by, proof }: Becoming): void {
  const { before, at } = work;
  const isAlone = others.length === 0;
  const found = work.ties.found?.customer === customer ? undefined : work.ties.found;
  tie(work, {
    customer,
    found,
    doors: isAlone ? undefined : others,
    origin: isAlone ? undefined : (before.origin ?? before.customer),
  });
  const history = {
    ...{ at, what, by, others, customer: { before: before.customer, after: customer } },
    ...(proof && { proof }),
  };
  work.doorChange = { ...work.doorChange, customer, history };
}

/** It was agreed in another chat. Here it is said, so that whoever did not agree notices. */
export function stepJoined(work: Work, event: Extract<Event, { type: "doors_joined" }>): void {
  become(work, { ...event, what: "joined" });
  if (work.open?.type === "join_doors") work.open = undefined;
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const channel = showChannel(catalogue, event.channel, language);
  const text = sayText(catalogue, language, "doors.joined_there", { channel });
  work.says.push({ type: "say", kind: "news", from: "office", language, text, owed: true });
}

/** An act of staff: this chat leaves the others. False when it is joined with none. */
export function splitDoors(
  work: Work,
  { agent, others = [] }: Extract<Event, { type: "agent_acted" }>,
): boolean {
  const { before, at } = work;
  if (!before.doors || others.length === 0) return false;
  const by: By = { type: "agent", id: agent.id, name: agent.name };
  const customer = customerOf(others);
  for (const chat of others) {
    const event: Event = { type: "doors_split", at, customer, by, others: doorsBut(chat, others) };
    work.elsewhere.push({ conversation: chat.id, event });
  }
  become(work, { what: "split", customer: before.origin ?? before.customer, others: [], by });
  giveBack(work);
  return true;
}

/** Another chat has left this one, or this one the others: nothing is said, it was not this customer who asked. */
export function stepSplit(work: Work, event: Extract<Event, { type: "doors_split" }>): void {
  work.silent = true;
  become(work, { ...event, what: "split" });
  giveBack(work);
}

/** Takes out of open forms and questions what another chat may have lent; what is this chat's own is proposed anew. */
function giveBack(work: Work): void {
  work.drafts = work.drafts.map((draft) => {
    const own = Object.entries(draft.fields).filter(([, { evidence }]) => evidence.by !== "known");
    const bare = { ...draft, fields: Object.fromEntries(own), proposed: [] };
    return withProposals(work, bare);
  });
  const { open } = work;
  const isOwn = (ref: OrderSummary["ref"]) => work.orders.some((order) => order.ref === ref);
  const lent =
    open?.type === "read_back" ||
    open?.type === "join_doors" ||
    (open?.type === "which_order" && !open.refs.every(isOwn)) ||
    (open !== undefined && "ref" in open && !isOwn(open.ref));
  if (lent) work.open = undefined;
}

/** The customer changed an order of this chat from another one, which has told them. */
export function stepChangedElsewhere(work: Work, summary: OrderSummary): void {
  work.silent = true;
  const newest = (order: OrderSummary) => (order.ref === summary.ref ? summary : order);
  work.orders = work.orders.map(newest);
  work.complaints = work.complaints.map(newest);
}
