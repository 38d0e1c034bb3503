/** What channels and staff ask of single messages that have been sent: their key, how far they came, and to leave once more. */
import { mayWrite } from "../conversation/customer/messages.ts";
import type { Conversation } from "../domain/conversation.ts";
import { isUnasked, type Say } from "../domain/effect.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Progress } from "../domain/message.ts";
import type { Change, Engine, SentAgain } from "../engine.ts";
import type { Deliverer } from "../outbox/deliver.ts";
import { isInDoubt } from "../outbox/doubt.ts";
import type { DeliveryStore, SentMessage } from "../store/deliveries.ts";
import type { EngineStore } from "../store/engine.ts";
import { addressKey, type States } from "./states.ts";

/** A platform may tell of a message before the hand-over is written down: it is looked for again after these times. */
const lookAgainMs = [50, 250, 1_000];

export type SentDeps = {
  readonly store: Pick<EngineStore, "findConversation" | "getConversation" | "recordDeliveries">;
  readonly deliveries: DeliveryStore;
  readonly states: Pick<States, "find" | "get">;
  readonly deliverer: Pick<Deliverer, "push" | "mayNotWriteFirst">;
  readonly announce: (change: Change) => void;
  /** The office's clock. */
  readonly now: () => number;
};

export type Sent = Pick<Engine, "keyOf" | "progressed" | "lastHeard"> & {
  chatOf(channel: string, address: string): Promise<ConversationId | undefined>;
  /** Hands a failed message to the outbox once more. */
  again(conversation: ConversationId, seq: number): Promise<SentAgain>;
};

export function createSent({ store, deliveries, states, deliverer, announce, now }: SentDeps): Sent {
  /** Being taken up at this moment: who presses twice sends once. */
  const takenUp = new Set<string>();

  async function chatOf(channel: string, address: string): Promise<Conversation | undefined> {
    return states.find(addressKey(channel, address)) ?? (await store.findConversation(channel, address));
  }

  async function chatNamed(conversation: ConversationId): Promise<Conversation | undefined> {
    return states.get(conversation) ?? (await store.getConversation(conversation));
  }

  async function messageWith(
    channel: string,
    address: string,
    id: string,
  ): Promise<(SentMessage & { readonly conversation: ConversationId }) | undefined> {
    const conversation = (await chatOf(channel, address))?.id;
    const found = conversation && (await deliveries.byExternalId(conversation, id));
    return found && { ...found, conversation };
  }

  async function progressed(channel: string, address: string, id: string, progress: Progress): Promise<void> {
    for (const wait of [0, ...lookAgainMs]) {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait).unref());
      const found = await messageWith(channel, address, id);
      if (!found) continue;
      const { conversation, seq } = found;
      if (await deliveries.progress(conversation, seq, progress))
        announce({ type: "delivery", conversation, seq });
      return;
    }
  }

  return {
    chatOf: async (channel, address) => (await chatOf(channel, address))?.id,
    keyOf: async (channel, address, id) => (await messageWith(channel, address, id))?.key,
    progressed,
    lastHeard: async (channel, address) => (await chatOf(channel, address))?.heardAt || undefined,
    async again(conversation, seq) {
      const key = `${conversation}:${seq}`;
      if (takenUp.has(key)) return "nothing";
      takenUp.add(key);
      try {
        const row = await deliveries.failed(conversation, seq);
        if (!row) return "nothing";
        const chat = await chatNamed(conversation);
        if (chat?.heardAt === 0 && deliverer.mayNotWriteFirst(row.channel)) return "never_wrote";
        // What failed before the customer stopped messages is not asked for any more, either.
        const askedAt = now();
        if (chat && !mayGo(chat, row.effect, askedAt)) return "opted_out";
        // Durable first: a stop before it has left does not make it a failed one again.
        await store.recordDeliveries([
          {
            ...{ conversation, seq, state: "waiting", at: askedAt, attempts: 0, askedAt },
            ...(isInDoubt(row) && { error: "unsure" }),
          },
        ]);
        deliverer.push([{ ...row, askedAt }]);
        announce({ type: "delivery", conversation, seq });
        return "sent";
      } finally {
        takenUp.delete(key);
      }
    },
  };
}

/** Where messages are stopped, only answers leave: of staff those that they may write at this moment, too. */
function mayGo(chat: Conversation, say: Say, at: number): boolean {
  if (chat.optedOut === undefined) return true;
  return !isUnasked(say) && (say.kind !== "staff" || mayWrite(chat, at));
}
