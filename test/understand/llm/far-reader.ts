/** The model's reader on the office's own flows and a stub server, for the tests beside. */
import { join } from "node:path";
import type { ConversationId, CustomerId } from "../../../src/domain/ids.ts";
import type { Reading } from "../../../src/domain/understanding.ts";
import { loadCatalogue } from "../../../src/flows/load.ts";
import { loadPrompt } from "../../../src/flows/prompts.ts";
import { parsersOf } from "../../../src/model.ts";
import type { Asked, Turn } from "../../../src/understand/classifier.ts";
import { budget } from "../../../src/understand/llm/budget.ts";
import { endpoint } from "../../../src/understand/llm/endpoint.ts";
import { type LlmSettings, llmClassifier } from "../../../src/understand/llm.ts";
import { context, classifier as embedded, now } from "../reader.ts";
import type { Stub } from "./stub-server.ts";

const root = join(import.meta.dirname, "../../..");

export const catalogue = (() => {
  const loaded = loadCatalogue(join(root, "flows"), "Asia/Riyadh");
  if (loaded.type === "problems") throw new Error("the flows are broken");
  return loaded.catalogue;
})();

export const promptFile = loadPrompt(join(root, "prompts"), "understand", ["system", "message"]);

/** @param stub a server, or the address of one */
export function farReader(stub: Pick<Stub, "baseUrl">, settings: Partial<LlmSettings> = {}) {
  const deadlineMs = settings.deadlineMs ?? 1_500;
  const classifier = llmClassifier({
    endpoint: endpoint({ baseUrl: stub.baseUrl, model: "stub" }),
    prompt: promptFile,
    sayings: [],
    likely: () => ["parcel_delivery", "hotel_booking"],
    parsers: parsersOf(() => catalogue),
    mayReadHealth: false,
    soundsSensitive: () => false,
    purse: budget({ perCustomer: 1_000_000, perDay: 10_000_000, zone: "Asia/Riyadh" }),
    now: () => now,
    uptime: () => performance.now(),
    ...settings,
    deadlineMs,
  });
  return {
    classifier,
    /** Reads one message as the engine would: within the deadline, after the embedded reading. */
    read(text: string, around: Partial<Around> = {}): Promise<Reading> {
      return classifier.read(askedOf(text, around), {
        recent: around.recent ?? [],
        signal: around.signal ?? AbortSignal.timeout(deadlineMs),
      });
    },
  };
}

export type Around = {
  readonly recent: readonly Turn[];
  readonly signal: AbortSignal;
  readonly open: NonNullable<Asked["context"]["open"]>;
  readonly chat: Partial<Asked["chat"]>;
  readonly services: Asked["context"]["services"];
};

export function askedOf(text: string, { open, chat, services }: Partial<Around> = {}): Asked {
  const against = { ...context, services: services ?? catalogue.specs, ...(open && { open }) };
  return {
    text,
    context: against,
    first: embedded.read(text, against),
    chat: {
      conversation: "c_1" as ConversationId,
      customer: "u_1" as CustomerId,
      lastSeq: 0,
      services: [],
      personal: [],
      ...chat,
    },
  };
}
