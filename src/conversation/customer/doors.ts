/**
 * One person, several doors: how a chat is found to be somebody's other one. By a phone that both platforms vouch for, or by a code given
 * in one and sent from the other. Its owner is asked, and nothing is joined before a yes (`join-doors.ts`).
 */
import type { Conversation } from "../../domain/conversation.ts";
import type { FoundDoor } from "../../domain/doors.ts";
import type { DoorsKnown } from "../../domain/said.ts";
import { isolate } from "../../language/format.ts";
import { rememberPhone } from "../form/known-values.ts";
import { askDecision } from "../hearing/decisions.ts";
import { activeDraft, addLine, tie, type Work } from "../work.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A code holds for so long, and so does the question that it leads to. */
const codeMs = 10 * minuteMs;
/** Wrong codes that name it before it is worth nothing. */
const mostTries = 5;
/** Numbers are given to other people after some months: an older proof of one is none. */
const phoneHoldsMs = 90 * dayMs;
/** How long the question about a chat with the same phone may wait for a quiet moment, and then for its answer. */
const foundMs = 30 * dayMs;

/** A phone that the platform vouches for: kept, proposed in forms, and looked for in other customers' chats. */
export function learnPhone(work: Work, { phone, withPhone = [] }: DoorsKnown): void {
  if (!phone) return;
  tie(work, { phone });
  work.doorChange = { ...work.doorChange, phone };
  rememberPhone(work, phone.number);
  const [other] = withPhone
    .filter((chat) => chat.customer !== work.ties.customer && isProven(chat, phone.number, work.at))
    .sort((one, another) => another.heardAt - one.heardAt);
  if (!other) return;
  const { id: conversation, customer, channel } = other;
  const proof = { type: "phone", number: phone.number } as const;
  tie(work, { found: { conversation, customer, channel, proof, until: work.at + foundMs } });
}

/** Whoever writes from a number shows each time that it is still theirs; a shared card shows it once. */
export function isProven({ phone, heardAt }: Conversation, number: string, at: number): boolean {
  if (phone?.number !== number) return false;
  const shown = phone.by === "address" ? Math.max(phone.at, heardAt) : phone.at;
  return at - shown < phoneHoldsMs;
}

/** Asks about the other chat once nothing else is open: no form, no question but the menu, no talk with a person. */
export function askToJoin(work: Work, found: FoundDoor): void {
  const { open } = work;
  if (work.silent || activeDraft(work) || work.person || work.optedOut) return;
  const isIdle = open === undefined || (open.type === "which_service" && open.text === "");
  if (!isIdle) return;
  tie(work, { found: undefined });
  if (work.at <= found.until) askDecision(work, { type: "join_doors", found });
}

/** A code for whoever says that they write from elsewhere, too. A new one takes the place of an earlier one. */
export function giveLinkCode(work: Work): void {
  work.aside = true;
  const fresh = work.said?.doors?.fresh;
  if (!fresh) throw new Error("a code was asked for and the shell made none");
  const until = work.at + codeMs;
  tie(work, { linkCode: { id: fresh.id, hash: fresh.hash, until, tries: 0 } });
  work.doorChange = { ...work.doorChange, code: { id: fresh.id, until } };
  addLine(work, "doors.code", { code: isolate(fresh.code), minutes: codeMs / minuteMs });
}

/**
 * A code was sent here. The right one is used up, and leads to the question: only who holds both chats can have brought it, but somebody
 * may have talked them into it.
 */
export function takeLinkCode(work: Work): void {
  work.aside = true;
  const { chat, hash } = work.said?.doors?.code ?? {};
  const live = chat?.linkCode && chat.linkCode.until >= work.at ? chat.linkCode : undefined;
  if (!chat || !live) addLine(work, "doors.code_wrong");
  else if (chat.id === work.before.id) addLine(work, "doors.code_here");
  else {
    const right = live.hash === hash;
    work.elsewhere.push({ conversation: chat.id, event: { type: "code_tried", at: work.at, right } });
    if (!right) addLine(work, "doors.code_wrong");
    else if (chat.customer === work.ties.customer) addLine(work, "doors.already");
    else askAboutCode(work, chat);
  }
}

function askAboutCode(work: Work, { id: conversation, customer, channel }: Conversation): void {
  const found = {
    conversation,
    customer,
    channel,
    proof: { type: "code" },
    until: work.at + codeMs,
  } as const;
  // What waits for a consent is held in memory for its answer, and would be lost with the question.
  const waits = work.open?.type === "consent";
  tie(work, { found: waits ? found : undefined });
  if (!waits) askDecision(work, { type: "join_doors", found });
}

/** Here a code was given that somebody has sent from elsewhere. */
export function stepCodeTried(work: Work, right: boolean): void {
  const { linkCode } = work.ties;
  work.silent = true;
  if (!linkCode) return;
  const tries = linkCode.tries + 1;
  tie(work, { linkCode: right || tries >= mostTries ? undefined : { ...linkCode, tries } });
}
