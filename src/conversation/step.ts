/**
 * One event on one conversation: what it becomes, which orders change, what is said. Pure: the same values always give the same
 * turn. This file only tells the behaviours apart; each has its own.
 */
import type { Refusal } from "../domain/act.ts";
import type { Conversation } from "../domain/conversation.ts";
import type { SayKind } from "../domain/effect.ts";
import type { Event } from "../domain/event.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { PartnerNotice } from "../domain/notice.ts";
import type { StepResult } from "../domain/turn.ts";
import { chatAfterClockBack } from "./chat-clock-back.ts";
import { repeatSettled } from "./complaint/complaint-asked.ts";
import { markMisread, markUnheard } from "./complaint/complaint-unread.ts";
import { tellFileNotKept } from "./consent/consent.ts";
import { stepConsentsWithdrawn } from "./consent/consent-answer.ts";
import { askToJoin, learnPhone, stepCodeTried } from "./customer/doors.ts";
import { stepChangedElsewhere, stepJoined, stepSplit } from "./customer/join-doors.ts";
import { endGone, stepMessageSure, stepMessageUnsure, stepReachChanged } from "./customer/reach.ts";
import { finishWork } from "./finish-work.ts";
import type { Catalogue } from "./flow/flow.ts";
import { proceed } from "./form/ask.ts";
import { stepChosen } from "./hearing/decide.ts";
import { hearAround, stepUnderstood } from "./hearing/understood.ts";
import { apologiseIfLate, isLateMedia, withoutLateAnswers } from "./late.ts";
import { stepMedia } from "./media.ts";
import { stepOrderDue } from "./order/due.ts";
import { stepLeaseEnded, stepOrderEntered, stepOrderMoved } from "./order/office-orders.ts";
import { endOverdue, keepUntaken, recallForPromised } from "./order/overdue.ts";
import { stepPartnerSaid } from "./partner/hear.ts";
import { stepPartnerJoined, stepPartnerParted } from "./partner/join.ts";
import {
  stepAnsweredLate,
  stepOfferAnswered,
  stepPartnerReported,
  stepPartnerUntold,
} from "./partner/offers.ts";
import { stepPartnerPaused } from "./partner/pause.ts";
import { stepCustomerWrote, stepPartnerWrote, stepWrotePartner } from "./partner/relay.ts";
import { stepPartnerTold } from "./partner/told.ts";
import { callForUntold } from "./partner/untold-partner.ts";
import { keepAnswerPromise } from "./person/answer-promise.ts";
import { isEmergencyCall } from "./person/emergency.ts";
import { promiseAnswer, staffBy, tellWaiting, wantPerson } from "./person/person.ts";
import { type Heard, speaksWhileMuted, wantsWord } from "./person/while-muted.ts";
import { sayText } from "./show/render.ts";
import { stepTimedOut } from "./silence.ts";
import { stepStaff } from "./staff/staff.ts";
import { joinFromPhone } from "./staff/staff-chat.ts";
import { stepHeadTold } from "./staff/tell-heads.ts";
import { isMuted } from "./wake.ts";
import { welcome } from "./welcome.ts";
import { addLine, beginWork, type Fresh, type Work } from "./work.ts";

export type { Fresh } from "./work.ts";

/** @param fresh what the core can't make itself; used up when the turn has `placed` */
export function step(
  catalogue: Catalogue,
  conversation: Conversation,
  event: Event,
  fresh: Fresh,
): StepResult {
  const isBack = event.type === "clock_went_back";
  const before = isBack ? chatAfterClockBack(conversation, event.at) : conversation;
  const work = beginWork(catalogue, before, event, fresh);
  const refusal = behave(work, event);
  if (refusal) return { type: "refused", refusal };
  callForUntold(work);
  endOverdue(work);
  keepUntaken(work);
  recallForPromised(work);
  keepAnswerPromise(work);
  return { type: "turn", ...finishWork(work, kindOf(event)) };
}

function kindOf(event: Event): SayKind {
  return event.type === "timed_out" ? "reminder" : "reply";
}

function behave(work: Work, event: Event): Refusal | undefined {
  switch (event.type) {
    case "opened":
      work.language = event.language;
      return undefined;
    case "understood":
    case "chose":
    case "sent_media":
    case "sent_secret":
    case "failed":
      hear(work, event);
      return undefined;
    case "timed_out":
      stepTimedOut(work, event);
      if (!work.partner) proceed(work);
      return undefined;
    case "agent_acted":
      return act(work, event);
    case "staff_wrote":
      joinFromPhone(work);
      return undefined;
    case "doors_joined":
      stepJoined(work, event);
      return undefined;
    case "doors_split":
      stepSplit(work, event);
      return undefined;
    case "code_tried":
      stepCodeTried(work, event.right);
      return undefined;
    case "consents_withdrawn":
      stepConsentsWithdrawn(work);
      return undefined;
    case "order_changed_elsewhere":
      stepChangedElsewhere(work, event.summary);
      return undefined;
    case "reach_changed":
      stepReachChanged(work, event);
      return undefined;
    case "message_unsure":
      stepMessageUnsure(work, event);
      return undefined;
    case "message_sure":
      stepMessageSure(work, event.seq);
      return undefined;
    case "lease_ended":
      return stepLeaseEnded(work, event);
    case "order_due":
      stepOrderDue(work, event);
      return undefined;
    case "timer_failed":
      wantPerson(work, "other", false, event.ref);
      return undefined;
    case "clock_went_back":
      // What the chat is from then on says all: nobody is told.
      work.silent = true;
      return undefined;
    case "order_moved":
      return stepOrderMoved(work, event);
    case "offer_answered":
      return stepOfferAnswered(work, event);
    case "answered_late":
      stepAnsweredLate(work, event);
      return undefined;
    case "partner_untold":
      return stepPartnerUntold(work, event);
    case "head_told":
      stepHeadTold(work, event);
      return undefined;
    case "partner_told":
      if (isForPrograms(work.before, event)) tellSystem(work, event.notice);
      else stepPartnerTold(work, event);
      return undefined;
    case "partner_joined":
      stepPartnerJoined(work, event);
      return undefined;
    case "partner_parted":
      stepPartnerParted(work, event);
      return undefined;
    case "partner_paused":
      if (isForPrograms(work.before, event)) tellSystemOfPause(work);
      else stepPartnerPaused(work);
      return undefined;
    case "partner_said":
      stepPartnerSaid(work, event);
      return undefined;
    case "partner_wrote":
      stepPartnerWrote(work, event);
      return undefined;
    case "wrote_partner":
      stepWrotePartner(work, event);
      return undefined;
    case "customer_wrote":
      stepCustomerWrote(work, event);
      return undefined;
    case "partner_reported":
      return stepPartnerReported(work, event);
    case "order_entered":
      return stepOrderEntered(work, event);
    default:
      return event satisfies never;
  }
}

/** What a partner said could not be processed: only that comes this way from its chat. */
function failInPartnerChat(work: Work): void {
  wantPerson(work, "failed_message", false);
  work.parts.push(sayText(work.catalogue, work.language, "partner_chat.failed", { by: staffBy(work) }));
}

/** A partner stands for the address of the chats that no person reads. */
function isForPrograms({ address }: Conversation, { partner }: { readonly partner: PartnerId }): boolean {
  return address === partner;
}

/** A program, or a mailbox, reads of it what is true when it leaves; the text is for staff who look at its chat. */
function tellSystem(work: Work, { type, offer, order: { ref } }: PartnerNotice): void {
  const text = `${type} ${ref}`;
  work.says.push({
    type: "say",
    kind: "news",
    from: "office",
    language: work.language,
    text,
    order: ref,
    notice: { type, at: work.at, ...(offer && { offer }), order: { ref } },
  });
}

/** Of what stands in the directory when it leaves. */
function tellSystemOfPause({ says, language, at }: Work): void {
  const type = "partner.paused";
  says.push({
    ...{ type: "say", kind: "news", from: "office", language, text: type },
    notice: { type, at },
  });
}

function act(work: Work, event: Extract<Event, { type: "agent_acted" }>): Refusal | undefined {
  const refusal = stepStaff(work, event);
  if (!refusal && event.act.type === "hand_back" && !work.partner) proceed(work);
  return refusal;
}

/** The customer said something: to a person, or to the bot. */
function hear(work: Work, event: Heard): void {
  if (work.partner) {
    failInPartnerChat(work);
    return;
  }
  endGone(work);
  if (work.said?.doors) learnPhone(work, work.said.doors);
  if (isMuted(work) && !speaksWhileMuted(work, event)) {
    markUnheard(work, event);
    work.silent = !(wantsWord(event) && tellWaiting(work));
    return;
  }
  if (event.type === "understood") {
    tellFileNotKept(work);
    const timely = withoutLateAnswers(work, event);
    if (timely) stepUnderstood(work, timely);
  } else if (event.type === "chose") stepChosen(work, event.value);
  else if (event.type === "sent_media") {
    if (!isLateMedia(work, event)) stepMedia(work, event.said.content);
  } else if (event.type === "sent_secret") refuseSecret(work, event);
  else apologise(work);
  if (markMisread(work, event)) repeatSettled(work);
  proceed(work);
  apologiseIfLate(work);
  if (work.ties.found) askToJoin(work, work.ties.found);
  welcome(work);
}

/** The rest of the message still counts, unless a person is being waited for. */
function refuseSecret(work: Work, event: Extract<Event, { type: "sent_secret" }>): void {
  work.aside = true;
  addLine(work, `secret_refused.${event.kinds[0] ?? "code"}`);
  if (!isMuted(work) || isEmergencyCall(event)) hearAround(work, event);
}

/** Something of ours failed: honest, once, with who looks at it and by when. */
function apologise(work: Work): void {
  work.aside = true;
  wantPerson(work, "failed_message", false);
  addLine(work, "bot_error.failed", { by: promiseAnswer(work) });
}
