/**
 * Heads' mailboxes as a channel: what has come to a head is told to them by mail, wherever they are. An agent stands for an address, so that a changed
 * one holds at once; their chat is the record of what they were told.
 */
import type { Channel, Handed } from "../channels/channel.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { dueKnownOf } from "../conversation/order/due-known.ts";
import { type Agent, leads } from "../domain/agent.ts";
import type { Conversation } from "../domain/conversation.ts";
import {
  type AgentId,
  type ConversationId,
  type OrderRef,
  parseAgentId,
  parseConversationId,
} from "../domain/ids.ts";
import type { Outbound } from "../domain/message.ts";
import type { Order } from "../domain/order.ts";
import { chatLetterOf } from "../mail/chat-letter.ts";
import { headLetterOf } from "../mail/head-letter.ts";
import type { Letter } from "../mail/letter.ts";
import { post, type SmtpSettings } from "../mail/smtp.ts";
import { isMailAddress } from "../mail/smtp-url.ts";
import { escalationsOf } from "../orders/escalations.ts";
import type { Eventually } from "../store/engine.ts";
import type { MailTrouble } from "./mail-trouble.ts";
import { letterId, mailboxChannel } from "./mailbox.ts";
import { handedBy } from "./posted.ts";
import type { UnreachedHeads } from "./unreached-heads.ts";

export const staffMail = "staff_mail";

export type StaffMailDeps = {
  readonly smtp: SmtpSettings;
  readonly agentOf: (id: AgentId) => Promise<Agent | undefined>;
  readonly orderOf: (ref: OrderRef) => Promise<Order | undefined>;
  readonly catalogue: () => Catalogue;
  /** The whole address of an order's page in the queue. */
  readonly linkOf: (ref: OrderRef) => string;
  readonly chatOf: (id: ConversationId) => Eventually<Conversation | undefined>;
  /** The whole address of a chat's page in the queue. */
  readonly chatLinkOf: (id: ConversationId) => string;
  /** The office's own login or address is not taken: its owner has to mend that. */
  readonly trouble: Pick<MailTrouble, "lockedOut" | "letIn">;
  /** Whom no letter reaches. */
  readonly unreached: Pick<UnreachedHeads, "refused" | "reached">;
};

export function staffMailChannel(deps: StaffMailDeps): Channel {
  return mailboxChannel({
    ...{ name: staffMail, mostAtOnce: 1 },
    tell: (outbound, stop) => tell(deps, outbound, stop),
  });
}

/** By the order, or the chat, as it is when the letter leaves: what was seen to meanwhile is nobody's news. */
async function tell(deps: StaffMailDeps, outbound: Outbound, stop: AbortSignal): Promise<Handed> {
  const id = parseAgentId(outbound.address);
  const agent = id && (await deps.agentOf(id));
  if (!agent || agent.disabled || !leads(agent) || !isMailAddress(agent.email)) return { moot: true };
  const letter = outbound.order
    ? await letterOfOrder(deps, outbound.order, agent)
    : await letterOfChat(deps, parseConversationId(outbound.text), agent);
  if (!letter) return { moot: true };
  const lettered = { to: agent.email, letter, id: letterId(`${outbound.key} ${outbound.text}`, deps.smtp) };
  const posted = await post(deps.smtp, lettered, stop);
  if (posted.type === "refused") await deps.unreached.refused(agent.id);
  if (posted.type === "taken") await deps.unreached.reached(agent.id);
  return handedBy(posted, deps.trouble);
}

async function letterOfOrder(
  { orderOf, catalogue: current, linkOf }: StaffMailDeps,
  ref: OrderRef,
  { language }: Agent,
): Promise<Letter | undefined> {
  const order = await orderOf(ref);
  const catalogue = current();
  const escalations = order ? escalationsOf(order, dueKnownOf({ catalogue }, order)) : [];
  if (!order || escalations.length === 0) return undefined;
  return headLetterOf({ catalogue, order, escalations, link: linkOf(ref) }, language);
}

async function letterOfChat(
  { chatOf, catalogue, chatLinkOf }: StaffMailDeps,
  id: ConversationId | undefined,
  { language }: Agent,
): Promise<Letter | undefined> {
  const person = id && (await chatOf(id))?.person;
  if (!id || !person?.missed || person.agent) return undefined;
  return chatLetterOf({ catalogue: catalogue(), person, link: chatLinkOf(id) }, language);
}
