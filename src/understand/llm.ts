/**
 * A model as a reader of messages, behind the embedded one: chooses from a closed list, is checked word by word, and never keeps a
 * customer waiting beyond the deadline. Names and numbers leave as placeholders, health not at all unless the owner trusts the
 * server by name. `readWithModel` is the order of a call.
 */
import type { Reading } from "../domain/understanding.ts";
import { type Asked, ClassifierError, type DeferredClassifier, type Turn } from "./classifier.ts";
import { type Breaker, breaker } from "./llm/breaker.ts";
import type { Budget } from "./llm/budget.ts";
import type { Parsers } from "./llm/claims.ts";
import { compareReadings } from "./llm/compare.ts";
import { type Endpoint, toModelError } from "./llm/endpoint.ts";
import { meaningsOfClaims } from "./llm/meanings.ts";
import { ModelError } from "./llm/model-error.ts";
import { nearestSayings, type Saying } from "./llm/near.ts";
import { placeholders } from "./llm/placeholders.ts";
import { messageText, type PromptFile, systemText } from "./llm/prompt.ts";
import { answerSchema, type Claimed, intentsOf, readReply } from "./llm/schema.ts";
import {
  isSensitive,
  personalSpans,
  type SoundsSensitive,
  speaksOfSecrets,
  withoutSensitive,
} from "./llm/stays-here.ts";
import { estimateTokens } from "./llm/tokens.ts";
import { inTwoTries } from "./llm/tries.ts";

export type LlmSettings = {
  readonly endpoint: Endpoint;
  readonly prompt: PromptFile;
  /** Sayings to choose examples from: none that is kept for evaluation. */
  readonly sayings: readonly Saying[];
  /** Labels that a text may be about, likeliest first: the embedded model's guess. */
  readonly likely: (text: string) => readonly string[];
  readonly parsers: Parsers;
  /** The owner trusts this server with health. */
  readonly mayReadHealth: boolean;
  readonly soundsSensitive: SoundsSensitive;
  readonly purse: Budget;
  /** Milliseconds from a question to its answer; the caller's signal ends then. */
  readonly deadlineMs: number;
  /** The office's clock, for the budget's day. */
  readonly now: () => number;
  /** Milliseconds that only grow, for breaker and tries. */
  readonly uptime: () => number;
};

export type LlmClassifier = DeferredClassifier & {
  /** Does it serve at present? */
  readonly state: () => "closed" | "open" | "half_open";
};

/** Examples in a prompt; more cost more than they teach. */
const mostExamples = 5;
/** An answer with every field of two long forms stays below this. */
const mostTokensOut = 700;
/** Calls at once; a server of one's own would only queue more. */
const mostAtOnce = 32;

type Caller = LlmSettings & {
  readonly circuit: Breaker;
  readonly near: ReturnType<typeof nearestSayings>;
  readonly counters: Counters;
  readonly running: { calls: number };
};
type Counters = Record<(typeof counterNames)[number], number>;

const counterNames = [
  "llm_calls_total",
  "llm_retries_total",
  "llm_failures_total",
  /** Not asked: health, the budget, a model that rests. */
  "llm_kept_here_total",
  "llm_over_budget_total",
  "llm_resting_total",
  "llm_disagreements_total",
  "llm_claims_dropped_total",
  "llm_tokens_in_total",
  "llm_tokens_out_total",
] as const;

/** The reader that `office.ts` puts behind the embedded one. */
export function llmClassifier(settings: LlmSettings): LlmClassifier {
  const caller: Caller = {
    ...settings,
    circuit: breaker(),
    near: nearestSayings(settings.sayings, settings.likely),
    counters: Object.fromEntries(counterNames.map((name) => [name, 0])) as Counters,
    running: { calls: 0 },
  };
  const state = () => caller.circuit.state(settings.uptime());
  return {
    answers: "later",
    name: "llm",
    state,
    counters: () => ({ ...caller.counters, llm_resting: state() === "closed" ? 0 : 1 }),
    wants: (asked) => isWanted(caller, asked),
    async read(asked, around) {
      caller.running.calls += 1;
      try {
        return await readWithModel(caller, asked, around);
      } catch (error) {
        caller.counters.llm_failures_total += 1;
        const problem = toModelError(error, around.signal);
        throw new ClassifierError(problem.message, { cause: problem });
      } finally {
        caller.running.calls -= 1;
      }
    },
  };
}

function isWanted(caller: Caller, asked: Asked): boolean {
  const { counters, circuit, purse, running } = caller;
  const stays =
    speaksOfSecrets(asked.text) || (!caller.mayReadHealth && isSensitive(asked, caller.soundsSensitive));
  if (stays) counters.llm_kept_here_total += 1;
  else if (!purse.allows(asked.chat.customer, caller.now())) counters.llm_over_budget_total += 1;
  else if (!circuit.allows(caller.uptime()) || running.calls >= mostAtOnce) counters.llm_resting_total += 1;
  else return true;
  return false;
}

type Around = { readonly recent: readonly Turn[]; readonly signal: AbortSignal };
type Prompt = (
  schemaInWords: boolean,
) => readonly { readonly role: "system" | "user"; readonly content: string }[];

async function readWithModel(caller: Caller, asked: Asked, { recent, signal }: Around): Promise<Reading> {
  const { text, context, first } = asked;
  const hidden = placeholders(asked.chat.personal);
  const message = hidden.hide(text, personalSpans(asked));
  // Nothing but hidden values: there is nothing to understand in it.
  if (!/\p{L}{2}/u.test(message.replace(/\[[A-Z]+_\d+\]/g, ""))) return first;
  const plain = recent.filter(({ from, text }) => from === "office" || !speaksOfSecrets(text));
  const allowed = caller.mayReadHealth ? plain : withoutSensitive(plain, caller.soundsSensitive);
  const told = {
    message,
    recent: allowed.map((turn) => ({ ...turn, text: hidden.hide(turn.text) })),
    context,
    examples: caller.near(text, mostExamples),
  };
  const prompt: Prompt = (schemaInWords) => [
    { role: "system", content: systemText(caller.prompt, context.services, schemaInWords) },
    { role: "user", content: messageText(caller.prompt, told) },
  ];
  const { circuit, uptime, deadlineMs, counters } = caller;
  const claimed = await inTwoTries(() => ask(caller, asked, { prompt, signal }), {
    ...{ circuit, uptime, deadlineMs, signal },
    onRetry: () => {
      counters.llm_retries_total += 1;
    },
  });
  return judge(caller, asked, claimed, hidden.restore);
}

/** One call, paid for. */
async function ask(
  caller: Caller,
  { chat, context }: Asked,
  { prompt, signal }: { readonly prompt: Prompt; readonly signal: AbortSignal },
): Promise<readonly Claimed[]> {
  const { counters, endpoint, purse } = caller;
  const { services } = context;
  counters.llm_calls_total += 1;
  const sent = prompt(endpoint.schemaInWords());
  const expected = sent.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  // What was sent is paid for, answer or not.
  purse.spend(chat.customer, expected, caller.now());
  const completion = await endpoint.complete({
    messages: prompt,
    schema: { name: "reading", schema: answerSchema(services) },
    mostTokens: mostTokensOut,
    signal,
  });
  const { tokensIn = expected, tokensOut = estimateTokens(completion.content) } = completion;
  counters.llm_tokens_in_total += tokensIn;
  counters.llm_tokens_out_total += tokensOut;
  purse.spend(chat.customer, Math.max(0, tokensIn - expected) + tokensOut, caller.now());
  const claimed = readReply(completion.content, new Set(intentsOf(services)));
  if (claimed) return claimed;
  throw new ModelError({ type: "again", what: "garbage" }, "the model's answer is not of the agreed form");
}

/** What of the claims stands, beside the reading made before. */
function judge(
  { counters, parsers, prompt }: Caller,
  { text, context, first }: Asked,
  claimed: readonly Claimed[],
  restore: (words: string) => string,
): Reading {
  const meant = meaningsOfClaims({ claimed, text, context, moment: context, parsers, restore });
  counters.llm_claims_dropped_total += meant.dropped;
  if (meant.understandings.length === 0) return first;
  const { reading, disagree } = compareReadings({
    first,
    model: meant.understandings,
    context,
    promptVersion: prompt.version,
  });
  if (disagree) counters.llm_disagreements_total += 1;
  return reading;
}
