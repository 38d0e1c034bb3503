/** Rows of one chat and a line for tests of the outbox. */
import {
  type Channel,
  ChannelError,
  type ChannelProblem,
  type Eventually,
  type Handed,
} from "../../src/channels/channel.ts";
import type { ConversationId } from "../../src/domain/ids.ts";
import type { Outbound } from "../../src/domain/message.ts";
import { createDeliverer, type DelivererDeps } from "../../src/outbox/deliver.ts";
import type { OutboxRow } from "../../src/store/engine.ts";

export const chat = "c_aaaaaaaaaaaaaaaaaaaaaa" as ConversationId;

type Kind = OutboxRow["effect"]["kind"];

/** Its text is its kind and number: `news 1`. */
export function rowOf(seq: number, kind: Kind = "reply", over: Partial<OutboxRow> = {}): OutboxRow {
  return {
    ...{ conversation: chat, seq, turn: seq, index: 0, channel: "test", address: "a" },
    effect: { type: "say", kind, from: "office", language: "en", text: `${kind} ${seq}` },
    ...{ createdAt: Date.now(), state: "in_flight", notBefore: 0, attempts: 0, possibleRepeat: false },
    ...over,
  };
}

/**
 * A line on which each hand-over ends as told.
 * @param end what becomes of the hand-over with this number, from 1: a problem, or the platform's answer; left out: it is taken
 */
export function lineThat(
  end: (outbound: Outbound, count: number) => ChannelProblem | Eventually<Handed> | undefined,
  over: Partial<DelivererDeps> &
    Partial<Pick<Channel["capabilities"], "rates" | "knowsRepeats" | "ordersApart" | "maxTextLength">> = {},
) {
  const sent: string[] = [];
  const tries: string[] = [];
  const { rates, knowsRepeats, ordersApart, maxTextLength = 100, ...deps } = over;
  const channel: Channel = {
    name: "test",
    capabilities: {
      ...{ buttons: 3, maxTextLength, canWriteFirst: true, edits: false, typing: false },
      ...(rates && { rates }),
      ...(knowsRepeats && { knowsRepeats }),
      ...(ordersApart && { ordersApart }),
    },
    start: async () => undefined,
    stop: async () => undefined,
    send(outbound) {
      tries.push(outbound.text);
      const ended = end(outbound, tries.length) ?? {};
      if (ended instanceof Promise) return ended;
      if ("type" in ended) throw new ChannelError(ended, "as told");
      sent.push(outbound.text);
      return ended;
    },
  };
  const deliverer = createDeliverer({
    channels: new Map([["test", channel]]),
    ...{ now: Date.now, realNow: Date.now, officeNow: Date.now, chance: () => 0.5 },
    ...{ onProgress: () => undefined, onProblem: () => undefined },
    ...deps,
  });
  deliverer.begin();
  /** What became of rows since the last look: number, state, reason. */
  const became = () => deliverer.takeRecords().map(({ seq, state, error }) => [seq, state, error]);
  return { deliverer, sent, tries, became };
}
