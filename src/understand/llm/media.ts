/**
 * Voice notes to words, and photographed papers to the words of fields that a form still lacks. What is heard is read like any text
 * afterwards; what is seen is only proposed. Pictures and voices can't have names taken out of them, so an owner may leave this
 * off, and nothing goes from a chat that has to do with health unless the server is trusted with it.
 */
import { toFile } from "openai";
import type { DocumentId } from "../../domain/ids.ts";
import type { FieldSpec } from "../../domain/understanding.ts";
import {
  type AskedMedia,
  ClassifierError,
  type MediaReader,
  type Sensed,
  sensedLimits,
} from "../classifier.ts";
import { breaker } from "./breaker.ts";
import type { Budget } from "./budget.ts";
import type { Parsers } from "./claims.ts";
import { type Completion, type Endpoint, toModelError } from "./endpoint.ts";
import { isOfContent, ModelError } from "./model-error.ts";
import { type PromptFile, pictureMessages } from "./prompt.ts";
import { readSeen, seenSchema } from "./schema.ts";
import { estimateTokens } from "./tokens.ts";
import { inTwoTries } from "./tries.ts";

export type MediaSettings = {
  readonly endpoint: Endpoint;
  /** The server's model for voices, as it calls it. */
  readonly voiceModel: string;
  readonly prompt: PromptFile;
  readonly parsers: Parsers;
  readonly mayReadHealth: boolean;
  readonly budget: Budget;
  /** A file's bytes; undefined when it is gone. */
  readonly open: (id: DocumentId) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly deadlineMs: number;
  readonly now: () => number;
  readonly uptime: () => number;
};

/** What a picture of the usual size costs, where a server does not tell (OpenAI, "Images and vision": 765 for 1024 × 1024 at high detail). */
const pictureTokens = 800;
/** A minute of speech, about (OpenAI's price list counts audio tokens so). */
const voiceTokens = 600;
const mostTokensOut = 500;
/** Longer than this no customer dictates an order. */
const longestTranscript = 4_000;
const pictureTypes: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

/** A route that the server does not have is not tried again before the next start; a key can be mended. */
const noRoute: ReadonlySet<number> = new Set([404, 405, 410]);
/** A file that is refused says nothing of the next one; several in a row, of a model that has no eyes or ears. */
const mostRefusals = 3;
const restMs = 10 * 60_000;
type Route = { refusals: number; restsUntil: number };
type Routes = Readonly<Record<"voice" | "picture", Route>>;

export function mediaReader(settings: MediaSettings): MediaReader {
  const circuit = breaker();
  const routes: Routes = {
    voice: { refusals: 0, restsUntil: 0 },
    picture: { refusals: 0, restsUntil: 0 },
  };
  const { uptime, deadlineMs, budget, now } = settings;

  async function read(asked: AskedMedia, signal: AbortSignal): Promise<Sensed> {
    const kind = asked.content.type === "voice" ? "voice" : "picture";
    const bytes = await settings.open(asked.content.document);
    if (!bytes) throw new ClassifierError("the file of a voice note or picture is gone");
    try {
      const attempt = () =>
        kind === "voice" ? hear(settings, asked, bytes, signal) : look(settings, asked, bytes, signal);
      const sensed = await inTwoTries(attempt, {
        ...{ circuit, uptime, deadlineMs, signal },
        onRetry: () => undefined,
      });
      routes[kind].refusals = 0;
      return sensed;
    } catch (error) {
      const failure = toModelError(error, signal);
      if (failure.problem.type === "refused") noteRefusal(routes[kind], failure.problem.status, uptime());
      throw new ClassifierError(failure.message, { cause: failure });
    }
  }

  return {
    read,
    deadlineMs,
    wants: (asked) =>
      isReadable(asked) &&
      uptime() >= routes[asked.content.type === "voice" ? "voice" : "picture"].restsUntil &&
      (settings.mayReadHealth || !asked.sensitive) &&
      circuit.allows(uptime()) &&
      budget.allows(asked.chat.customer, now()),
  };
}

function noteRefusal(route: Route, status: number, now: number): void {
  if (noRoute.has(status)) route.restsUntil = Number.POSITIVE_INFINITY;
  if (!isOfContent(status)) return;
  route.refusals += 1;
  if (route.refusals >= mostRefusals) [route.refusals, route.restsUntil] = [0, now + restMs];
}

function isReadable({ content, form }: AskedMedia): boolean {
  if (content.type === "document") return false;
  const { voiceBytes, voiceSeconds, pictureBytes } = sensedLimits;
  if (content.type === "voice") return content.bytes <= voiceBytes && (content.seconds ?? 0) <= voiceSeconds;
  if (content.bytes > pictureBytes || !pictureTypes.has(content.mediaType)) return false;
  return form !== undefined && form.wanted.length > 0;
}

async function hear(
  { endpoint, voiceModel, budget, now }: MediaSettings,
  { content, chat }: AskedMedia,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Sensed> {
  budget.spend(chat.customer, voiceTokens, now());
  // The sender's own name for the file stays here.
  const file = await toFile(bytes, `voice.${endingOf(content.mediaType)}`, { type: content.mediaType });
  const heard: unknown = await endpoint.client.audio.transcriptions.create(
    { file, model: voiceModel },
    { signal },
  );
  const text = typeof heard === "object" && heard !== null && "text" in heard ? heard.text : undefined;
  if (typeof text !== "string" || text.trim() === "")
    throw new ModelError({ type: "again", what: "garbage" }, "the server heard nothing in a voice note");
  return { type: "heard", words: text.trim().slice(0, longestTranscript) };
}

function endingOf(mediaType: string): string {
  return { "audio/mpeg": "mp3", "audio/mp4": "m4a" }[mediaType] ?? "ogg";
}

async function look(
  { endpoint, prompt, budget, now, parsers }: MediaSettings,
  { content, chat, form }: AskedMedia,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Sensed> {
  if (!form) return { type: "seen", service: "", words: {} };
  const url = `data:${content.mediaType};base64,${Buffer.from(bytes).toString("base64")}`;
  budget.spend(chat.customer, pictureTokens, now());
  const completion: Completion = await endpoint.complete({
    messages: (inWords) => pictureMessages(prompt, form, url, inWords),
    schema: { name: "seen", schema: seenSchema(form.wanted) },
    mostTokens: mostTokensOut,
    signal,
  });
  budget.spend(chat.customer, completion.tokensOut ?? estimateTokens(completion.content), now());
  const seen = readSeen(completion.content);
  if (!seen) throw new ModelError({ type: "again", what: "garbage" }, "the answer is not of the agreed form");
  const moment = { now: now(), zone: form.zone };
  const words = Object.fromEntries(
    seen
      .filter(
        (one) =>
          form.wanted.some(({ name }: FieldSpec) => name === one.name) &&
          parsers.parse(form.service, one.name, one.words, moment).type === "parsed",
      )
      .map((one) => [one.name, one.words]),
  );
  return { type: "seen", service: form.service, words };
}
