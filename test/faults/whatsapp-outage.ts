/**
 * An hour without WhatsApp, and what waits after it (faults 26, 28, 29): customers go on writing, the next browser is swept, and at the end each message
 * counts once and each answer is seen once, in order, no faster than the line may speak. Short and long form share it.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, vi } from "vitest";
import type { Rates } from "../../src/channels/channel.ts";
import { openOffice } from "../../src/office.ts";
import { openAccount, type PageChat, type SentByOffice } from "../channels/whatsapp/account.ts";
import { openJournal } from "./left-out.ts";
import { sayings } from "./outage-sayings.ts";

export type Outage = {
  readonly chats: number;
  /** Messages that each customer writes meanwhile. */
  readonly each: number;
  readonly rates: Rates;
  readonly longestMs: number;
};

/** Plays it and checks it; gives how long the backlog took, in milliseconds. */
export async function playOutage({
  chats,
  each,
  rates,
  longestMs,
}: Outage): Promise<{ tookMs: number; answers: number }> {
  const folder = mkdtempSync(join(tmpdir(), "wasit-outage-"));
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  const waiting = Array.from({ length: chats }, (_, n): PageChat => {
    const msgs = Array.from({ length: each }, (_, i) => {
      const body = sayings[i % sayings.length] ?? "";
      return {
        body,
        stanza: `3A${n}X${String(i).padStart(3, "0")}`,
        t: hourAgo + Math.floor((i * 3_500) / each),
      };
    });
    return { id: `${1_000 + n}@lid`, unreadCount: each, msgs };
  });
  const sent: (SentByOffice & { readonly at: number })[] = [];
  const account = await openAccount({
    linkedAt: Date.now() - 30 * 86_400_000,
    before: waiting,
    config: { rates },
    timings: { heartbeatMs: 1_000, answerMs: 10_000 },
    onSent: (message) => sent.push({ ...message, at: performance.now() }),
  });
  const office = await openOffice({
    dataDir: join(folder, "data"),
    channels: [account.channel],
    manualClock: true,
  });
  onTestFinished(async () => {
    await office.close();
    await account.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const began = performance.now();
  const patience = { timeout: longestMs, interval: 100 };
  const heard = async (n: number) =>
    (await office.store.engine.findConversation("whatsapp", `${1_000 + n}@lid`))?.id;
  await vi.waitFor(async () => {
    for (let n = 0; n < chats; n += 1) expect(await heard(n)).toBeDefined();
  }, patience);
  await vi.waitFor(() => expect(office.engine.counters().outbox_waiting).toBe(0), patience);
  await office.idle();
  // Another sweep brings nothing new.
  await account.inPage((page) => page.sync());
  await vi.waitFor(() => expect(office.engine.counters().outbox_waiting).toBe(0), patience);
  const tookMs = performance.now() - began;
  const journal = openJournal(join(folder, "data"));
  onTestFinished(journal.close);
  for (let n = 0; n < chats; n += 1) await checkChat(n);
  checkRates();
  return { tookMs, answers: sent.length };

  /** Each message of theirs stands in the chat once, in order; each of ours that left was seen once, in order. */
  async function checkChat(n: number): Promise<void> {
    const id = await heard(n);
    if (!id) throw new Error(`There is no chat ${n}.`);
    const lines = await office.engine.lines(id, 0, 10_000);
    const stanzas = lines.flatMap(({ from, id }) => (from === "customer" ? [id?.split("_")[2]] : []));
    expect(stanzas).toEqual(waiting[n]?.msgs.map(({ stanza }) => stanza));
    const ours = lines.filter(({ from }) => from === "office");
    const left = journal.leftOf(id, ours).map(({ text = "" }) => text.split("\n")[0]);
    const seen = sent.filter(({ chat }) => chat === `${1_000 + n}@lid`);
    expect(seen.map(({ text }) => text.split("\n")[0])).toEqual(left);
  }

  /** Never more than the bucket holds and what came into it since; the page may take a second more over one than over another. */
  function checkRates(): void {
    const { most, everyMs } = rates.line;
    for (const [index, { at }] of sent.entries())
      for (let later = index + most; later < sent.length; later += 1) {
        const allowed = most + ((sent[later]?.at ?? 0) - at + 1_000) / everyMs;
        expect(later - index).toBeLessThanOrEqual(allowed);
      }
  }
}
