/** The end of a turn: what became of it, as the values that the store commits. */
import type { Conversation } from "../domain/conversation.ts";
import type { Effect, Say, SayKind } from "../domain/effect.ts";
import type { Event } from "../domain/event.ts";
import type { OrderChange } from "../domain/order.ts";
import type { Turn } from "../domain/turn.ts";
import { withDue } from "../orders/due.ts";
import { observedOf } from "../orders/observed.ts";
import { textHash } from "./form/likeness.ts";
import { dueKnownOf } from "./order/due-known.ts";
import { echoOf, isLoop, loopCase } from "./reading/loop.ts";
import { nextWake } from "./wake.ts";
import { newOrders, type Work } from "./work.ts";

/** What is chosen and sent at once arrives this close together. */
const burstMs = 10_000;

/** Most messages from us without one from the customer, news aside. */
const mostUnanswered = 5;

/** What the turn became. Writes the bubble, the counters and the timer. */
export function finishWork(work: Work, kind: SayKind = "reply"): Turn {
  const { before, event } = work;
  const heard = work.said !== undefined && event.type !== "staff_wrote";
  // The one gate for all that was not asked for. Words of staff that may pass are judged where they are written; what is owed passes.
  const quiet = before.optedOut !== undefined && !heard;
  const made = quiet ? undefined : makeBubble(work, kind, heard ? 0 : before.unanswered);
  const echo =
    made?.kind === "reply" && heard && !refusesAgain(work, made)
      ? echoOf(before.echo, made.text, event.at)
      : before.echo;
  const loops = made !== undefined && echo !== before.echo && isLoop(echo);
  if (loops) work.person = loopCase(work);
  const bubble = loops || refusesAgain(work, made) ? undefined : made;
  const says = quiet ? work.says.filter(({ kind, owed }) => kind === "staff" || owed) : work.says;
  const effects: readonly Effect[] = bubble ? [...says, bubble] : says;
  const conversation = conversationAfter(work, {
    heard,
    heardAt: heard ? event.at : before.heardAt,
    effects: effects.length,
    unanswered: (heard ? 0 : before.unanswered) + (bubble ? 1 : 0),
    echo,
  });
  return {
    conversation,
    orderChanges: work.changes.length === 0 ? work.changes : work.changes.map((made) => stamped(work, made)),
    effects,
    ...(work.placed !== undefined && { placed: newOrders(work) }),
    ...(work.doorChange && { doors: work.doorChange }),
    ...(work.elsewhere.length > 0 && { elsewhere: work.elsewhere }),
    ...(work.partners.length > 0 && { partners: work.partners }),
  };
}

/** The change with the moment at which the order is due next, and with what it shows of partners. */
function stamped(work: Work, change: OrderChange): OrderChange {
  const order = withDue(change.order, dueKnownOf(work, change.order));
  const observed = observedOf(change);
  if (order === change.order && observed.length === 0) return change;
  return { ...change, order, ...(observed.length > 0 && { observed }) };
}

type Spoken = {
  /** The customer said something. */
  readonly heard: boolean;
  readonly heardAt: number;
  /** How many things are said now. */
  readonly effects: number;
  readonly unanswered: number;
  readonly echo: Conversation["echo"];
};

type Changing<T> = { -readonly [K in keyof T]: T[K] };

function conversationAfter(work: Work, spoken: Spoken): Conversation {
  const { before, event } = work;
  const wake = nextWake(work, spoken.heardAt, spoken.effects > 0);
  const conversation: Changing<Conversation> = {
    format: 1,
    id: before.id,
    customer: work.ties.customer,
    channel: before.channel,
    address: before.address,
    language: work.language,
    version: before.version + 1,
    lastSeq: (work.said?.seq ?? before.lastSeq) + spoken.effects,
    questions: work.questions,
    drafts: work.drafts,
    misses: work.misses,
    unanswered: spoken.unanswered,
    greeted: work.greeted,
    languageFixed: work.languageFixed,
    reminded: spoken.heard ? false : work.reminded,
    known: work.known,
    orders: work.orders,
    heardAt: spoken.heardAt,
    spokeAt: spoken.effects > 0 ? event.at : before.spokeAt,
    createdAt: before.createdAt,
  };
  // Set one by one: six spread objects would cost more than the rest of this function.
  if (work.active !== undefined) conversation.active = work.active;
  if (work.open !== undefined) conversation.open = work.open;
  const askedAt = work.questions === before.questions ? before.askedAt : event.at;
  if (askedAt !== undefined) conversation.askedAt = askedAt;
  const fileAt = spoken.heard ? (isFile(event) ? event.at : undefined) : before.fileAt;
  if (fileAt !== undefined) conversation.fileAt = fileAt;
  if (spoken.echo !== undefined) conversation.echo = spoken.echo;
  if (wake !== undefined) conversation.wake = wake;
  if (work.person !== undefined) conversation.person = work.person;
  if (work.consents !== undefined) conversation.consents = work.consents;
  if (work.ties.doors !== undefined) conversation.doors = work.ties.doors;
  if (work.ties.origin !== undefined) conversation.origin = work.ties.origin;
  if (work.ties.phone !== undefined) conversation.phone = work.ties.phone;
  if (work.ties.linkCode !== undefined) conversation.linkCode = work.ties.linkCode;
  if (work.ties.found !== undefined) conversation.found = work.ties.found;
  if (work.optedOut !== undefined) conversation.optedOut = work.optedOut;
  if (work.cameBack !== undefined) conversation.cameBack = work.cameBack;
  if (work.goneAt !== undefined) conversation.goneAt = work.goneAt;
  if (work.renewable !== undefined) conversation.renewable = work.renewable;
  if (work.complaints.length > 0) conversation.complaints = work.complaints;
  if (work.partner !== undefined) conversation.partner = work.partner;
  return conversation;
}

/** Eight files that can't be taken are refused in one line: eight alike would be noise, and a machine's talk by the rule of loop.ts. */
function refusesAgain({ before, event }: Work, made: Say | undefined): boolean {
  if (event.type !== "sent_media") return false;
  if (event.said.content.type !== "unsupported" && !isFile(event)) return false;
  return (
    made !== undefined && event.at - before.heardAt <= burstMs && before.echo?.hash === textHash(made.text)
  );
}

function isFile(event: Event): boolean {
  if (event.type !== "sent_media") return false;
  const { type } = event.said.content;
  return type === "photo" || type === "document";
}

function makeBubble(work: Work, kind: SayKind, unanswered: number): Say | undefined {
  if (work.silent || unanswered >= mostUnanswered) return undefined;
  const lines = work.question === undefined ? work.parts : [...work.parts, work.question];
  if (lines.length === 0) return undefined;
  return {
    type: "say",
    kind,
    from: "office",
    language: work.language,
    text: lines.join("\n"),
    ...(work.choices.length > 0 && { choices: work.choices }),
    ...(work.parts.length === 0 && { bare: true as const }),
    ...(work.wants !== undefined && { wants: work.wants }),
    ...(work.about !== undefined && { order: work.about }),
  };
}
