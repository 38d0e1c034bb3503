/** One row handed to its channel, in as many messages as the platform needs; those that left before an error are not sent again. */
import { type Channel, ChannelError, type Handed } from "../channels/channel.ts";
import { composeMessages } from "../channels/compose.ts";
import { isUnasked } from "../domain/effect.ts";
import type { Outbound } from "../domain/message.ts";
import type { OutboxRow } from "../store/engine.ts";
import type { Lane } from "./lane.ts";

/** May answer at once, without a promise. @throws ChannelError */
export function handOut(lane: Lane, row: OutboxRow, channel: Channel | undefined): Handed | Promise<Handed> {
  // A channel that is not configured any more keeps its rows: its owner may bring it back.
  if (!channel) throw new ChannelError({ type: "logged_out" }, `no channel named ${row.channel} is running`);
  const parts = composeMessages(toOutbound(row), channel.capabilities);
  const first = parts[lane.left];
  if (!first) return {};
  const handed = channel.send(lane.left > 0 ? { ...first, rest: true } : first);
  const rest = parts.slice(lane.left + 1);
  return rest.length === 0 ? handed : handRest(lane, channel, handed, rest);
}

async function handRest(
  lane: Lane,
  channel: Channel,
  first: Handed | Promise<Handed>,
  rest: readonly Outbound[],
): Promise<Handed> {
  let handed = await first;
  for (const part of rest) {
    lane.left += 1;
    handed = await channel.send({ ...part, rest: true });
  }
  return handed;
}

function toOutbound(row: OutboxRow): Outbound {
  const { effect } = row;
  return {
    conversation: row.conversation,
    channel: row.channel,
    address: row.address,
    key: `${row.conversation}:${row.turn}:${row.index}`,
    seq: row.seq,
    from: effect.from,
    text: effect.text,
    language: effect.language,
    ...(effect.choices && { choices: effect.choices }),
    ...(effect.wants && { wants: effect.wants }),
    ...(effect.document && { document: effect.document }),
    ...(effect.order && { order: effect.order }),
    ...(effect.notice && { notice: effect.notice }),
    ...(isUnasked(effect) && { unasked: true as const }),
  };
}
