/**
 * Work item W (docs/decisions/003): one customer text through the whole engine. The form has five questions of closed types and no
 * read-back, so six messages make an order: one that asks for the service, five answers.
 */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Channel } from "../../src/channels/channel.ts";
import type { Office } from "../../src/office.ts";
import { root } from "../../src/root.ts";
import type { InlineClassifier } from "../../src/understand/classifier.ts";

const both = (text: string) => ({ ar: text, en: text });

const flow = {
  id: "bench_form",
  title: both("Bench form"),
  description: both("A form of five closed questions."),
  sector: "b2c",
  role: "provide",
  for_example: {
    ar: ["نموذج القياس", "أبغى نموذج القياس"],
    en: ["bench form please", "start the bench form"],
  },
  confirm: false,
  questions: [
    {
      name: "amount",
      type: "number",
      label: both("Amount"),
      ask: both("How much? (like 12)"),
      min: 1,
      max: 100_000_000,
    },
    { name: "day", type: "date", label: both("Day"), ask: both("Which day? (like 25 December)") },
    {
      name: "kind",
      type: "choice",
      label: both("Kind"),
      ask: both("Which kind?"),
      options: ["small", "medium", "large"].map((id) => ({ id, label: both(id), words: [] })),
    },
    { name: "phone", type: "phone", label: both("Phone"), ask: both("Which phone? (like 0501234567)") },
    { name: "fragile", type: "yes_no", label: both("Fragile"), ask: both("Is it fragile? (yes or no)") },
  ],
  about: both("{amount}"),
  dispatch: { department: "reception", promise_minutes: 60, next: both("We look at it") },
};

/** A flows folder with the bench form beside the office's own sentences. */
export function writeBenchFlows(folder: string): string {
  const flows = join(folder, "flows");
  mkdirSync(join(flows, "services"), { recursive: true });
  for (const part of ["repairs", "status", "office.yaml"]) {
    cpSync(join(root, "flows", part), join(flows, part), { recursive: true });
  }
  writeFileSync(join(flows, "menu.yaml"), JSON.stringify({ offer: [flow.id] }));
  writeFileSync(join(flows, "services", "bench_form.yaml"), JSON.stringify(flow));
  return flows;
}

/** Takes every text that reaches it for a request of the bench form: W has no classifier in it. */
export const askForBenchForm: InlineClassifier = {
  answers: "at_once",
  name: "bench",
  read: () => ({
    understandings: [{ type: "request", service: flow.id, fields: {} }],
    confidence: 1,
    by: "exact",
  }),
};

/** A channel that takes everything at once, and tells how much came and who waits for what. */
export function countingChannel() {
  let sent = 0;
  const waiting = new Map<string, () => void>();
  const channel: Channel = {
    name: "counting",
    capabilities: { buttons: 10, maxTextLength: 4_096, canWriteFirst: false, edits: false, typing: false },
    start: async () => undefined,
    stop: async () => undefined,
    send(outbound) {
      sent += 1;
      const wake = waiting.get(outbound.address);
      if (wake) {
        waiting.delete(outbound.address);
        wake();
      }
      return {};
    },
  };
  return {
    channel,
    sent: () => sent,
    reply: (address: string) => new Promise<void>((resolve) => waiting.set(address, resolve)),
  };
}

/** The words of the n-th message of a customer; the amount differs in every order, so that none looks like the one before. */
function wordsOf(n: number): string {
  const run = Math.floor(n / 6);
  return ["bench form please", String(run + 1), "25 December", "2", "0501234567", "yes"][n % 6] ?? "";
}

export type Driven = { readonly messages: number; readonly seconds: number; readonly orders: number };

/**
 * Drives `messages` messages through an office, `inFlight` customers at a time, each waiting for the reply before the next. The
 * first forms of every customer are played before the clock starts.
 */
export async function drive(
  office: Office,
  counting: ReturnType<typeof countingChannel>,
  {
    messages,
    inFlight,
    prefix,
  }: { readonly messages: number; readonly inFlight: number; readonly prefix: string },
): Promise<Driven> {
  const each = Math.floor(messages / inFlight / 6) * 6;
  const warm = 12;
  const talk = async (customer: number, from: number, to: number) => {
    const address = `${prefix}${customer}`;
    for (let n = from; n < to; n++) {
      const replied = counting.reply(address);
      const content = { type: "text", text: wordsOf(n) } as const;
      const got = await office.receive({ channel: "counting", address, id: `m${n}`, content });
      if (got.type !== "accepted") throw new Error(`message ${n} of ${address}: ${JSON.stringify(got)}`);
      await replied;
    }
  };
  const all = (from: number, to: number) =>
    Promise.all(Array.from({ length: inFlight }, (_, customer) => talk(customer, from, to)));
  await all(0, warm);
  const ordersBefore = office.engine.counters().orders_total ?? 0;
  const began = performance.now();
  await all(warm, warm + each);
  const seconds = (performance.now() - began) / 1_000;
  const orders = (office.engine.counters().orders_total ?? 0) - ordersBefore;
  if (orders !== (each * inFlight) / 6)
    throw new Error(`expected ${(each * inFlight) / 6} orders, got ${orders}`);
  return { messages: each * inFlight, seconds, orders };
}
