/** What a committed turn means to the office's own systems. Pure; every store writes it in the same transaction. */
import type { HookEvent, HookEventType } from "../domain/integration.ts";
import { madeAt, type OrderChange } from "../domain/order.ts";
import type { CommitTurn } from "./engine.ts";

/** @param wanted what anybody asks for; nothing else is made */
export function hookEventsOf(turn: CommitTurn, wanted: ReadonlySet<HookEventType>): readonly HookEvent[] {
  const orders = turn.orderChanges
    .filter(isNews)
    .map(orderEvent)
    .filter(({ type }) => wanted.has(type));
  const message = wanted.has("message.received") ? messageEvent(turn) : undefined;
  return message ? [message, ...orders] : orders;
}

/** Marks of the office's own clock, and the like, leave no row of history: an order is then as it was for everybody else. */
function isNews({ expect, history }: OrderChange): boolean {
  return expect === 0 || history.length > 0;
}

function orderEvent(change: OrderChange): HookEvent {
  const { order, expect, history } = change;
  const { ref, service, kind, about, version, state, conversation, partner } = order;
  const what = kind === "internal" ? "internal" : "order";
  return {
    type: expect === 0 ? `${what}.placed` : `${what}.changed`,
    at: madeAt(change),
    order: {
      ...{ ref, service, version, status: state.status, conversation },
      ...(kind && { kind }),
      ...(about && { about }),
      ...("stage" in state && state.stage !== undefined && { stage: state.stage }),
      ...(partner && { partner: partner.id }),
    },
    what: history.map(({ what }) => what),
  };
}

/** A customer's message, once it has its place in the chat. What partners write is none. */
function messageEvent({ conversation, inbox, settles }: CommitTurn): HookEvent | undefined {
  const seq = inbox?.state === "done" ? inbox.chatSeq : settles?.chatSeq;
  if (seq === undefined || seq === 0 || inbox?.content.type === "by_staff") return undefined;
  if (conversation.partner) return undefined;
  return { type: "message.received", at: conversation.heardAt, conversation: conversation.id, seq };
}
