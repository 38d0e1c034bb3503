/**
 * The model as the settings name it, wired to what it stands on: prompt file, labelled sayings, the conversation's own parsers, and the
 * embedded model that says what must stay here.
 */
import { join } from "node:path";
import { parseAnswer, parseFieldValue } from "./conversation/answers/index.ts";
import type { Catalogue, Question } from "./conversation/flow/flow.ts";
import { questionNamed } from "./conversation/flow/pinned.ts";
import type { Documents } from "./documents/documents.ts";
import type { DocumentId } from "./domain/ids.ts";
import { loadExamples } from "./flows/examples.ts";
import { loadPrompt } from "./flows/prompts.ts";
import { root } from "./root.ts";
import type { MediaReader } from "./understand/classifier.ts";
import type { Intents } from "./understand/learning/intents.ts";
import { budget } from "./understand/llm/budget.ts";
import type { Parsers } from "./understand/llm/claims.ts";
import { type Endpoint, endpoint } from "./understand/llm/endpoint.ts";
import { mediaReader } from "./understand/llm/media.ts";
import type { Saying } from "./understand/llm/near.ts";
import { type LlmClassifier, llmClassifier } from "./understand/llm.ts";
import { wordsOf } from "./understand/words.ts";

/** Any OpenAI-compatible server. */
export type ModelSettings = {
  readonly apiKey?: string;
  readonly baseUrl?: string;
  readonly model: string;
  /** Longest wait for it, all tries together, milliseconds. */
  readonly timeoutMs: number;
  /** The server's own host, where the owner trusts it with health. */
  readonly healthHost?: string;
  /** Tokens a day, in the office's zone. */
  readonly tokensPerCustomer: number;
  readonly tokensPerDay: number;
  /** The model that hears voice notes, as the server calls it; undefined: neither voices nor pictures go to it. */
  readonly voiceModel?: string;
};

export type ModelDeps = {
  readonly catalogue: () => Catalogue;
  readonly intents: Intents;
  readonly now: () => number;
  /** The files that customers send; without them nothing is heard or seen. */
  readonly documents?: Pick<Documents, "open">;
};

export type Model = {
  readonly endpoint: Endpoint;
  readonly classifier: LlmClassifier;
  readonly media?: MediaReader;
};

const promptsDir = join(root, "prompts");

/** Opens nothing: the first message that needs it makes the first call. */
export function openModel(settings: ModelSettings, { catalogue, intents, now, documents }: ModelDeps): Model {
  const server = endpoint(settings);
  const { specs, zone } = catalogue();
  const purse = budget({ perCustomer: settings.tokensPerCustomer, perDay: settings.tokensPerDay, zone });
  const sensitive = new Set(specs.flatMap(({ id, sensitive: kind }) => (kind ? [id] : [])));
  const common = {
    endpoint: server,
    parsers: parsersOf(catalogue),
    mayReadHealth: settings.healthHost !== undefined && settings.healthHost === server.host,
    now,
    uptime: () => performance.now(),
  };
  const classifier = llmClassifier({
    ...common,
    prompt: loadPrompt(promptsDir, "understand", ["system", "message"]),
    sayings: sayingsOf(catalogue()),
    likely: (text) =>
      intents
        .guess(wordsOf(text))
        .slice(0, mostLabels)
        .map(({ label }) => label),
    soundsSensitive: (text) => soundsLike(intents, text, sensitive),
    purse,
    deadlineMs: settings.timeoutMs,
  });
  if (!documents || settings.voiceModel === undefined) return { endpoint: server, classifier };
  const media = mediaReader({
    ...common,
    prompt: loadPrompt(promptsDir, "look", ["system", "picture"]),
    voiceModel: settings.voiceModel,
    budget: purse,
    open: (id) => bytesOf(documents, id),
    deadlineMs: Math.max(settings.timeoutMs, mediaDeadlineMs),
  });
  return { endpoint: server, classifier, media };
}

/** Examples are looked for among the sayings of so many labels. */
const mostLabels = 4;

/** A minute of speech or a photograph takes a server longer than a sentence; the customer is not asked anything meanwhile. */
const mediaDeadlineMs = 15_000;

async function bytesOf(
  documents: Pick<Documents, "open">,
  id: DocumentId,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stream = await documents.open(id);
  return stream && new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Everything that may be shown as an example: never a saying that is kept to measure with. */
function sayingsOf({ specs }: Catalogue): readonly Saying[] {
  return [
    ...specs.flatMap(({ id, examples }) => examples.map((text) => ({ text, label: id }))),
    ...loadExamples(promptsDir)
      .filter(({ split, later }) => split === "train" && later === undefined)
      .map(({ text, label }) => ({ text, label })),
  ];
}

/** The parsers that answers are read with, by service and field. */
export function parsersOf(catalogue: () => Catalogue): Parsers {
  const find = (service: string, field: string): Question | undefined => {
    const flow = catalogue().flows.get(service);
    return flow && questionNamed(flow, field);
  };
  return {
    parse(service, field, words, moment) {
      const question = find(service, field);
      return question ? parseAnswer(question, words, moment) : { type: "not_this" };
    },
    valueOf(service, field, given, moment) {
      const question = find(service, field);
      const read = question && parseFieldValue(question, given, moment);
      return read?.type === "value" ? read.value : undefined;
    },
  };
}

/** One chance in twenty is enough to keep a message here; a sentence of it too, since long messages blur. */
const leastChance = 0.05;
const mostSentences = 8;

function soundsLike(intents: Intents, text: string, labels: ReadonlySet<string>): boolean {
  if (labels.size === 0) return false;
  const sentences = text.split(/[.،,؛;؟?!\n]+/).filter((part) => part.trim() !== "");
  const parts = sentences.length > 1 ? [text, ...sentences.slice(0, mostSentences)] : [text];
  return parts.some((part) =>
    intents.guess(wordsOf(part)).some(({ label, chance }) => labels.has(label) && chance >= leastChance),
  );
}
