/** A whole office in a temporary folder with the bench form, a channel that keeps what it was handed, and a clock that a test moves. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Channel, Received } from "../../src/channels/channel.ts";
import type { AgentName } from "../../src/domain/agent.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { AgentId } from "../../src/domain/ids.ts";
import type { ChatLine, Content, Outbound } from "../../src/domain/message.ts";
import type { Order } from "../../src/domain/order.ts";
import { type Office, type OfficeSettings, openOffice } from "../../src/office.ts";
import { askForBenchForm, writeBenchFlows } from "../bench/work-item.ts";
import { storyMoment } from "../faults/story.ts";

export const noura: AgentName = { id: "a_noura" as AgentId, name: "Noura", role: "admin" };
export const salem: AgentName = { id: "a_salem" as AgentId, name: "Salem", role: "agent" };

/** Keeps every message that it was handed, by address; hands nothing over while `refuse` gives it an error. */
export function keepingChannel(name = "counting") {
  const sent: Outbound[] = [];
  /** `numbers`: it gives each message its place in `sent` as an id, from 1 on. */
  const kept: { refuse?: (outbound: Outbound) => Error | undefined; numbers?: true } = {};
  const channel: Channel = {
    name,
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send(outbound) {
      const error = kept.refuse?.(outbound);
      if (error) throw error;
      const nth = sent.push(outbound);
      return kept.numbers ? { id: String(nth) } : {};
    },
  };
  return { channel, sent, kept, to: (address: string) => sent.filter((one) => one.address === address) };
}

export type BenchOffice = Awaited<ReturnType<typeof openBenchOffice>>;

/** Opens one; what it needs is closed and removed when the test ends. */
export async function openBenchOffice(settings: Partial<OfficeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "wasit-office-"));
  const flowsDir = writeBenchFlows(folder);
  const clock = { at: storyMoment, now: () => clock.at };
  const kept = keepingChannel();
  const base: OfficeSettings = {
    dataDir: join(folder, "data"),
    flowsDir,
    channels: [kept.channel],
    classifier: askForBenchForm,
    manualClock: true,
    clock,
    realClock: clock,
    lockWaitMs: 0,
    ...settings,
  };
  let office: Office = await openOffice(base);
  onTestFinished(async () => {
    await office.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const receive = (address: string, id: string, content: Content): Promise<Received> =>
    office.receive({ channel: "counting", address, id, content });
  const findChat = (address: string) =>
    Promise.resolve(office.store.engine.findConversation("counting", address));

  return {
    ...kept,
    folder,
    clock,
    receive,
    findChat,
    say: (address: string, id: string, text: string) => receive(address, id, { type: "text", text }),
    office: () => office,
    /** Closes the office and opens it again on the same folder. */
    async reopen(change: (settings: OfficeSettings) => OfficeSettings = (same) => same): Promise<void> {
      await office.close();
      office = await openOffice(change(base));
    },
    /** Closes the office, lets something be done to its data folder, and opens it again. */
    async reopenWith(act: (dataDir: string) => Promise<void>): Promise<void> {
      await office.close();
      await act(base.dataDir);
      office = await openOffice(base);
    },
    async chat(address: string): Promise<Conversation> {
      const found = await findChat(address);
      if (!found) throw new Error(`no chat at ${address}`);
      return found;
    },
    async lines(address: string): Promise<readonly ChatLine[]> {
      const found = await findChat(address);
      return found ? office.engine.lines(found.id, 0, 10_000) : [];
    },
    async orders(address: string): Promise<readonly Order[]> {
      const found = await findChat(address);
      if (!found) return [];
      const page = await office.store.orders.list({ conversation: found.id }, { limit: 100 });
      return page.type === "page" ? page.orders : [];
    },
  };
}

/** An office with an order of the bench form in the chat at "a", which nobody has taken up. */
export async function openWithOrder(): Promise<{ readonly bench: BenchOffice; readonly order: Order }> {
  const bench = await openBenchOffice();
  const texts = ["bench form please", "12", "25 December", "small", "0501234567", "yes"];
  for (const [index, text] of texts.entries()) await bench.say("a", `m${index}`, text);
  await bench.office().idle();
  return { bench, order: await orderIn(bench) };
}

/** The first order of the chat at "a". */
export async function orderIn(bench: BenchOffice): Promise<Order> {
  const [order] = await bench.orders("a");
  if (!order) throw new Error("there is no order");
  return order;
}

/** What the customer said, in the order in which it stands in the chat. */
export function saidIn(lines: readonly ChatLine[]): readonly string[] {
  return lines.flatMap(({ content }) => (content?.type === "text" ? [content.text] : []));
}

/** The values of an order's fields by name. */
export function valuesOf(order: Order | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(order?.fields ?? {}).map(([name, { value }]) => [name, value]));
}
