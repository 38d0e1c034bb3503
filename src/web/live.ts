/**
 * Live pages: one subscription to the engine, fanned out to every open stream and every waiting poll. Changes carry ids and
 * versions only, are encoded once, and are kept for a while, so that a browser that was cut off resumes with `Last-Event-ID`
 * without a gap. Event ids are `boot:seq`; an id of another boot, or one too old, gets `reset`, and the page reloads its part.
 */
import type { ConversationId } from "../domain/ids.ts";
import type { Change, Engine } from "../engine.ts";

/** Changes that a reconnecting stream can still be given; a queue of 2,000 covers minutes of a very busy office. */
const keptChanges = 2_000;
/** Proxies cut silent connections after 30–60 s. */
const heartbeatMs = 20_000;
/** A reader that lets this much pile up is cut off; it comes back with `Last-Event-ID`. */
const maxPendingBytes = 256 * 1024;

/** How a change is written for one class of readers: a named event and its data, or nothing where they may not know of it. */
export type Encode = (change: Change) => { readonly event?: string; readonly data: string } | undefined;

/** An open SSE answer to which its owner writes. `write` is false once the reader is gone or too slow (then it is closed). */
type SseStream = {
  readonly response: Response;
  write(event: SseEvent): boolean;
  readonly isOpen: () => boolean;
  close(): void;
  onClose(callback: () => void): void;
};
export type SseEvent = { readonly id?: string; readonly event?: string; readonly data: string };

export interface Live {
  /** Calls back after each commit that touched this chat; returns the way to stop. Also called once when the office closes. */
  watchChat(conversation: ConversationId, listener: () => void): () => void;
  /** An SSE answer with every change from now on, or from after `lastEventId`. `encode` must be the same function for a class. */
  stream(encode: Encode, lastEventId: string | undefined): Response;
  /** The id of the newest change: a page that was read after it asks its stream for what came since. */
  readonly lastId: () => string;
  /** An SSE answer that the caller fills; closed with the office. */
  open(): SseStream;
  readonly isClosed: () => boolean;
  /** Ends every stream and wakes every waiting poll, so that the server can stop. */
  close(): void;
}

/** The fan-out over `engine`. `boot` must differ from every earlier start of this office (a few random characters). */
export function createLive(engine: Pick<Engine, "subscribe">, boot: string): Live {
  const chats = new Map<ConversationId, Set<() => void>>();
  const classes = new Map<Encode, Set<SseStream>>();
  const streams = new Set<SseStream>();
  const kept: { readonly seq: number; readonly change: Change }[] = [];
  let lastSeq = 0;
  let closed = false;

  const open = (): SseStream => {
    const stream = openSse();
    streams.add(stream);
    stream.onClose(() => streams.delete(stream));
    if (closed) stream.close();
    return stream;
  };

  const unsubscribe = engine.subscribe((changes) => {
    const touched = new Set<ConversationId>();
    for (const change of changes) {
      if (change.type !== "line") touched.add(change.conversation);
      kept.push({ seq: ++lastSeq, change });
      for (const [encode, members] of classes) {
        const event = encode(change);
        if (event) for (const member of members) member.write({ id: `${boot}:${lastSeq}`, ...event });
      }
    }
    if (kept.length > keptChanges) kept.splice(0, kept.length - keptChanges);
    for (const conversation of touched)
      for (const listener of [...(chats.get(conversation) ?? [])]) listener();
  });

  return {
    watchChat(conversation, listener) {
      const listeners = chats.get(conversation) ?? new Set();
      chats.set(conversation, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && chats.get(conversation) === listeners) chats.delete(conversation);
      };
    },
    stream(encode, lastEventId) {
      const stream = open();
      const since = resumePoint(lastEventId, boot, kept[0]?.seq ?? lastSeq + 1, lastSeq);
      if (since === "reset") stream.write({ id: `${boot}:${lastSeq}`, event: "reset", data: "{}" });
      else
        for (const { seq, change } of kept)
          if (seq > since) writeEncoded(stream, `${boot}:${seq}`, encode(change));
      const members = classes.get(encode) ?? new Set();
      classes.set(encode, members.add(stream));
      stream.onClose(() => {
        members.delete(stream);
        if (members.size === 0) classes.delete(encode);
      });
      return stream.response;
    },
    lastId: () => `${boot}:${lastSeq}`,
    open,
    isClosed: () => closed,
    close() {
      closed = true;
      unsubscribe();
      for (const stream of [...streams]) stream.close();
      for (const listeners of [...chats.values()]) for (const listener of [...listeners]) listener();
    },
  };
}

function writeEncoded(stream: SseStream, id: string, event: ReturnType<Encode>): void {
  if (event) stream.write({ id, ...event });
}

/** The seq after which a stream goes on: `reset` when what it missed is no longer kept, or the id is of another boot. */
function resumePoint(
  lastEventId: string | undefined,
  boot: string,
  firstKept: number,
  lastSeq: number,
): number | "reset" {
  if (lastEventId === undefined || lastEventId === "") return lastSeq;
  const [of, digits = ""] = lastEventId.split(":");
  const seq = /^\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
  return of === boot && seq <= lastSeq && seq >= firstKept - 1 ? seq : "reset";
}

const encoder = new TextEncoder();

/** One event in the wire form; a line break inside the data begins a new `data:` line, so nothing can be forged into a frame. */
export function sseFrame({ id, event, data }: SseEvent): string {
  const head = (id === undefined ? "" : `id: ${id}\n`) + (event === undefined ? "" : `event: ${event}\n`);
  return `${head}${data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join("\n")}\n\n`;
}

function openSse(): SseStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const callbacks: (() => void)[] = [];
  const beat = setInterval(() => push(": \n\n"), heartbeatMs);
  beat.unref();
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: () => end(false),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxPendingBytes }),
  );
  function end(closeBody: boolean): void {
    if (!controller) return;
    const ending = controller;
    controller = undefined;
    clearInterval(beat);
    if (closeBody) ending.close();
    for (const callback of callbacks) callback();
  }
  function push(text: string): boolean {
    if (!controller) return false;
    if ((controller.desiredSize ?? 0) <= 0) {
      end(true);
      return false;
    }
    controller.enqueue(encoder.encode(text));
    return true;
  }
  // Reconnections after a restart spread over three seconds instead of arriving at once.
  push(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
  return {
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        // Nginx would hold events back until its buffer is full.
        "x-accel-buffering": "no",
      },
    }),
    write: (event) => push(sseFrame(event)),
    isOpen: () => controller !== undefined,
    close: () => end(true),
    onClose(callback) {
      if (controller) callbacks.push(callback);
      else callback();
    },
  };
}
