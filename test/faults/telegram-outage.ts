/**
 * An hour without the platform, and what waits after it (faults 28, 29, 41): customers go on writing, an office goes on answering, and at
 * the end each message counts once and each answer is seen once, in order, within the platform's rates. Short and long form share it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Channel, Rates } from "../../src/channels/channel.ts";
import { telegramChannel } from "../../src/channels/telegram/telegram.ts";
import { openOffice } from "../../src/office.ts";
import { openBotApi } from "../channels/telegram/bot-api.ts";
import { customerOf } from "../channels/telegram/customer.ts";
import { noura } from "../turn/bench-office.ts";
import { openJournal } from "./left-out.ts";
import { sayings } from "./outage-sayings.ts";

export type Outage = {
  readonly chats: number;
  /** Messages that each customer writes meanwhile. */
  readonly each: number;
  /** The most that the server takes in a second; one more and it answers 429. */
  readonly perSecond: number;
  /** Left out: the channel's own. */
  readonly rates?: Rates;
  readonly longestMs: number;
};

const staffWords = "نتابع طلبك الآن";

/** Plays it and checks it; gives how long the backlog took, in milliseconds. */
export async function playOutage({
  chats,
  each,
  perSecond,
  rates,
  longestMs,
}: Outage): Promise<{ tookMs: number; answers: number }> {
  const folder = mkdtempSync(join(tmpdir(), "wasit-outage-"));
  const api = await openBotApi({ perSecond });
  const { channel } = telegramChannel({
    token: api.token,
    apiRoot: api.url,
    pace: 0.05,
    ...(rates && { rates }),
  });
  // When each message left: on a busy machine they arrive closer together than they left.
  const left: number[] = [];
  const timed: Channel = {
    ...channel,
    send(outbound) {
      left.push(performance.now());
      return channel.send(outbound);
    },
  };
  const office = await openOffice({ dataDir: join(folder, "data"), channels: [timed], manualClock: true });
  onTestFinished(async () => {
    await office.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const people = Array.from({ length: chats }, (_, n) => customerOf(api, 10_000 + n));
  // A line that works, and then is away with answers on their way.
  for (const person of people.slice(0, 10)) person.says("السلام عليكم");
  await vi.waitFor(() => expect(api.bubbles.length).toBeGreaterThanOrEqual(10), { timeout: 20_000 });
  api.down();
  // Staff write meanwhile, too: their words wait, and are the first to leave.
  for (const { address } of people.slice(0, 5)) await reply(address);
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  for (let n = 0; n < each; n += 1) {
    const text = sayings[n % sayings.length] ?? "";
    for (const person of people)
      person.message({ text: `${text}`, date: hourAgo + Math.floor((n * 3_500) / each) });
  }
  const waiting = api.queue.length;
  expect(waiting).toBe(chats * each);
  const began = performance.now();
  api.up();
  await vi.waitFor(() => expect(api.queue).toHaveLength(0), { timeout: longestMs, interval: 100 });
  await vi.waitFor(() => expect(office.engine.counters().outbox_waiting).toBe(0), {
    timeout: longestMs,
    interval: 100,
  });
  await office.idle();
  const tookMs = performance.now() - began;
  expect(new Set(api.confirmed).size).toBe(waiting + 10);
  expect(mostInASecond(left)).toBeLessThanOrEqual(perSecond);
  const journal = openJournal(join(folder, "data"));
  onTestFinished(journal.close);
  for (const { address } of people.slice(0, 5)) expect(api.bubblesOf(address)[1]?.text).toContain(staffWords);
  for (const [n, { address }] of people.entries()) await checkChat(address, each + (n < 10 ? 1 : 0));
  return { tookMs, answers: api.bubbles.length };

  async function reply(address: string): Promise<void> {
    const conversation = await office.store.engine.findConversation("telegram", address);
    if (!conversation) throw new Error(`There is no chat ${address}.`);
    await office.engine.act(noura, { type: "reply", text: staffWords }, { conversation: conversation.id });
  }

  /** Each message of theirs stands in the chat once, in order; each of ours that left was seen once, in order. */
  async function checkChat(address: string, said: number): Promise<void> {
    const conversation = await office.store.engine.findConversation("telegram", address);
    if (!conversation) throw new Error(`There is no chat ${address}.`);
    const lines = await office.engine.lines(conversation.id, 0, 10_000);
    const ids = lines.flatMap(({ from, id }) => (from === "customer" ? [Number(id?.split(":")[2])] : []));
    expect(ids).toHaveLength(said);
    expect(ids).toEqual([...ids].sort((one, other) => one - other));
    const ours = lines.filter(({ from }) => from !== "customer");
    const left = journal.leftOf(conversation.id, ours);
    expect(api.bubblesOf(address).map(({ text }) => text)).toEqual(left.map(({ text }) => text));
  }
}

/** The most moments that lie within any second. */
function mostInASecond(moments: readonly number[]): number {
  let first = 0;
  return moments.reduce((most, moment, at) => {
    while ((moments[first] ?? moment) <= moment - 1_000) first += 1;
    return Math.max(most, at - first + 1);
  }, 0);
}
