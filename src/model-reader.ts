/**
 * A model as a reader of messages that stand in no chat: for `npm run understand -- --by llm` and `npm run eval -- --by llm`. It is asked
 * exactly when an office would ask it, and gives way to the embedded reading exactly as there.
 */
import type { Catalogue } from "./conversation/flow/flow.ts";
import type { Language } from "./domain/language.ts";
import type { Reading } from "./domain/understanding.ts";
import { type ModelSettings, openModel } from "./model.ts";
import { freshConversationId, freshCustomerId } from "./turn/ids.ts";
import type { InlineClassifier } from "./understand/classifier.ts";
import type { Intents } from "./understand/learning/intents.ts";
import { type Cost, costOf } from "./understand/llm/cost.ts";

export type LoneReader = {
  /** @param now the message's moment, epoch milliseconds */
  read(text: string, now: number): Promise<Reading>;
  /** What the messages so far cost; `avoided`: those that needed no call. */
  cost(): Cost;
  counters(): Readonly<Record<string, number>>;
};

export type LoneDeps = {
  readonly catalogue: Catalogue;
  readonly embedded: InlineClassifier & { readonly intents: Intents };
  readonly language: Language;
};

/** The day's budget does not bind here: whoever runs it has asked for it. */
export function loneReader(settings: ModelSettings, { catalogue, embedded, language }: LoneDeps): LoneReader {
  const unbounded = {
    ...settings,
    tokensPerCustomer: Number.MAX_SAFE_INTEGER,
    tokensPerDay: Number.MAX_SAFE_INTEGER,
  };
  const { classifier } = openModel(unbounded, {
    catalogue: () => catalogue,
    intents: embedded.intents,
    now: Date.now,
  });
  const { zone, specs: services } = catalogue;
  const chat = {
    conversation: freshConversationId(),
    customer: freshCustomerId(),
    lastSeq: 0,
    services: [],
    personal: [],
  };
  let messages = 0;
  let asked = 0;

  async function read(text: string, now: number): Promise<Reading> {
    messages += 1;
    const context = { now, zone, language, services };
    const first = embedded.read(text, context);
    const question = { text, context, first, chat };
    if (first.by === "exact" || !classifier.wants(question)) return first;
    asked += 1;
    const signal = AbortSignal.timeout(settings.timeoutMs);
    return classifier.read(question, { recent: [], signal }).catch(() => first);
  }

  return {
    read,
    counters: classifier.counters,
    cost: () => costOf({ ...classifier.counters(), messages, asked }),
  };
}
