/** Messages that a far reader is asked about: what it hears or sees in them first, what it is asked, and the lines before. */
import type { Content } from "../domain/message.ts";
import type { Log } from "../log.ts";
import type { EngineStore, InboxRow } from "../store/engine.ts";
import type { Asked, AskedMedia, MediaReader, Sensed, Turn } from "../understand/classifier.ts";
import { type ArrivalReader, cleanText, readArrival } from "./arrival.ts";
import { until, type Waiting } from "./deferred.ts";
import type { States } from "./states.ts";
import type { Totals } from "./totals.ts";

/** Lines of the chat that a far classifier may be told with a message. */
const recentLines = 4;

export type ThoughtDeps = {
  readonly store: Pick<EngineStore, "getConversation" | "lines">;
  readonly states: Pick<States, "get">;
  readonly reader: ArrivalReader;
  readonly media: MediaReader | undefined;
  readonly totals: Totals;
  readonly log: Log;
};

/** A waiting row, now that its turn has come: with what was heard or seen in it, and what it asks; nothing when rules settle it. */
export async function prepareThought(
  { store, states, reader, media, ...told }: ThoughtDeps,
  row: InboxRow,
  stopping: AbortSignal,
): Promise<Waiting> {
  const conversation = states.get(row.conversation) ?? (await store.getConversation(row.conversation));
  if (!conversation) return { row };
  // What rules settle by now, and media and presses that queued behind a message in thought, need no reading.
  const arrival = readArrival(reader, conversation, row, row.receivedAt);
  if (arrival.type === "ask") return { row, asks: arrival };
  if (arrival.type !== "sense" || !media) return { row };
  const sensed = { ...row, content: await sense({ media, ...told }, arrival, stopping) };
  const read = readArrival({ ...reader, senses: undefined }, conversation, sensed, row.receivedAt);
  return { row: sensed, ...(read.type === "ask" && { asks: read }) };
}

/** The last lines of the chat before the message, oldest first. */
export async function linesBefore({ store }: Pick<ThoughtDeps, "store">, { chat }: Asked): Promise<Turn[]> {
  const after = Math.max(0, chat.lastSeq - recentLines);
  const lines = await store.lines(chat.conversation, after, recentLines);
  return lines.flatMap(({ from, text, content }) => {
    const words = text ?? (content && "text" in content ? content.text : undefined);
    return words === undefined ? [] : [{ from: from === "customer" ? "customer" : "office", text: words }];
  });
}

/** The note or picture with what was heard or seen in it; as it came when that failed. */
async function sense(
  { media, totals, log }: Pick<ThoughtDeps, "totals" | "log"> & { readonly media: MediaReader },
  asked: AskedMedia,
  stopping: AbortSignal,
): Promise<Content> {
  try {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(media.deadlineMs)]);
    return withSensed(asked.content, await until(signal, media.read(asked, signal)));
  } catch (error) {
    if (stopping.aborted) throw error;
    totals.media_failures_total += 1;
    log.warn({ error }, "the model did not hear or see what a customer sent; it is kept as it came");
    return asked.content;
  }
}

function withSensed(content: AskedMedia["content"], sensed: Sensed): Content {
  if (sensed.type === "heard" && content.type === "voice")
    return { ...content, text: cleanText(sensed.words) };
  if (sensed.type === "seen" && content.type === "photo" && Object.keys(sensed.words).length > 0)
    return { ...content, seen: { service: sensed.service, words: sensed.words } };
  return content;
}
