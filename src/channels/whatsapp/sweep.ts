/**
 * What arrived while the line was away: WhatsApp Web never tells of it, so on each `ready` the chats are looked through. Everything since the
 * line last had everything is handed over once more, oldest first; the office knows what it has.
 */
import type { Facts } from "./facts.ts";
import type { Web, WebChat, WebMessage } from "./web.ts";
import { isPerson } from "./web.ts";

export type SweepDeps = {
  readonly facts: Facts;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Looks up who the people of these chats are. */
  readonly learn: (chats: readonly string[]) => Promise<void>;
  readonly addressOf: (chat: string) => Promise<string>;
  readonly take: (message: WebMessage) => Promise<void>;
};

/** Nobody waits for an answer to what they wrote before that; staff see it on the phone. */
const oldestMs = 7 * 24 * 3_600_000;
/** A message may be sent, and arrive, out of its order. */
const marginMs = 10 * 60_000;
const firstFetch = 50;
const mostFetched = 3_200;

/** Rejects where the browser ends meanwhile: the next one sweeps anew. */
export async function sweep(web: Web, deps: SweepDeps): Promise<void> {
  const { facts, now, learn, addressOf, take } = deps;
  // What lay there before the number was linked was never the office's to answer. WhatsApp's times are whole seconds.
  const horizon = toSecond(Math.max(facts.linkedAt ?? now, now - oldestMs));
  // When the office last heard of somebody would not do: it may have heard of an old message late, and of one behind it not yet.
  const since = Math.max(horizon, toSecond((facts.heardUntil ?? 0) - marginMs));
  const isNews = ({ at, unread }: WebChat) => at >= (unread > 0 ? horizon : since);
  const chats = (await web.chats())
    .filter((chat) => isPerson(chat.id) && chat.id !== facts.number && isNews(chat))
    .sort((one, other) => one.at - other.at);
  await learn(chats.map(({ id }) => id));
  // Somebody may have two chats, one under their LID and one under their phone: what stands in both is one conversation.
  const people = new Map<string, WebChat[]>();
  for (const chat of chats) {
    const address = await addressOf(chat.id);
    people.set(address, [...(people.get(address) ?? []), chat]);
  }
  for (const theirs of people.values()) {
    const messages: WebMessage[] = [];
    for (const chat of theirs) messages.push(...(await fetch(web, chat, since)));
    messages.sort((one, other) => one.at - other.at);
    for (const message of messages) if (message.at >= horizon) await take(message);
  }
}

/** Those since then, and the unread ones before them. */
async function fetch(web: Web, chat: WebChat, since: number): Promise<readonly WebMessage[]> {
  let most = Math.max(firstFetch, chat.unread + 10);
  let messages = await web.messages(chat.id, most);
  while (messages.length >= most && (messages[0]?.at ?? 0) >= since && most < mostFetched) {
    most *= 4;
    messages = await web.messages(chat.id, most);
  }
  const incoming = messages.filter(({ fromMe }) => !fromMe);
  const unread = new Set(chat.unread > 0 ? incoming.slice(-chat.unread) : []);
  return messages.filter((message) => message.at >= since || unread.has(message));
}

function toSecond(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}
