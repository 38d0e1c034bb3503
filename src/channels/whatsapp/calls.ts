/**
 * Calls that rang on the office's phone, until it is known whether somebody spoke. WhatsApp tells of the ringing alone; what became of a call
 * stands in its chat's history, after the talk. Calls without an end are written down, so that a stop forgets none.
 */
import type { FactsFile } from "./facts.ts";
import type { Web, WebCall, WebMessage } from "./web.ts";
import { within } from "./within.ts";

export type Calls = {
  rang(call: WebCall): void;
  /** The history of a chat may tell of a call of theirs, whatever became of it: one that rang by then need not be watched any more. */
  told(message: WebMessage): Promise<void>;
  stop(): void;
};

export type CallsDeps = {
  readonly addressOf: (id: string) => Promise<string>;
  readonly facts: FactsFile;
  /** A browser that can be asked. */
  readonly web: () => Web | undefined;
  /** The chat's own word for what became of a call, where nobody had told it. Resolves with whether the office has it. */
  readonly onLog: (web: Web, message: WebMessage) => Promise<boolean>;
  /** Nobody has spoken with them. Resolves with whether the office has it. */
  readonly onMissed: (web: Web, call: WebCall) => Promise<boolean>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timings: {
    /** The chat is looked at each time that this has passed. */
    readonly ringMs: number;
    /** A call that the chat says nothing of after this has reached nobody. */
    readonly talkMs: number;
    readonly answerMs: number;
  };
  readonly note: (what: string, error?: unknown) => void;
};

type Ringing = { readonly call: WebCall; readonly at: number; readonly timer: NodeJS.Timeout };

/** The history's moment of a call differs from ours by less. */
const skewMs = 120_000;
/** A page that does not show the chat is given so much longer. */
const unshownMs = 30 * 60_000;
/** Its word stands among so many of the chat. */
const newest = 30;

export function createCalls(deps: CallsDeps): Calls {
  const { facts, now, note, timings } = deps;
  const ringing = new Map<string, Ringing>();

  function watch(call: WebCall, at: number): void {
    ringing.set(call.id, { call, at, timer: setTimeout(() => void look(call.id), timings.ringMs) });
  }

  function forget(id: string): void {
    clearTimeout(ringing.get(id)?.timer);
    if (ringing.delete(id)) writeDown();
  }

  function writeDown(): void {
    const calls = [...ringing.values()].map(({ call: { id, from }, at }) => ({ id, from, at }));
    facts.write({ ...facts.facts(), calls }).catch((error: unknown) => note("not written", error));
  }

  async function look(id: string): Promise<void> {
    const one = ringing.get(id);
    if (!one) return;
    const web = deps.web();
    const log = web && (await logOf(web, one));
    if (!ringing.has(id)) return;
    const unshown = log === "unknown" ? Math.min(unshownMs, 2 * timings.talkMs) : 0;
    const patience = timings.talkMs + unshown;
    const isOpen = log === undefined || log === "unknown";
    if (!web || (isOpen && now() - one.at < patience)) {
      watch(one.call, one.at);
      return;
    }
    const isTaken = await (isOpen ? deps.onMissed(web, one.call) : deps.onLog(web, log));
    // Until the office has it, a kill does not lose it either.
    if (isTaken) forget(id);
    else if (ringing.has(id)) watch(one.call, one.at);
  }

  /** Of the chat under either name; `unknown`: the page shows neither. */
  async function logOf(web: Web, { call, at }: Ringing): Promise<WebMessage | "unknown" | undefined> {
    const shown: WebMessage[] = [];
    let answers = 0;
    for (const chat of new Set([await deps.addressOf(call.from), call.from])) {
      const messages = await within(timings.answerMs, web.messages(chat, newest)).catch(() => undefined);
      if (messages) answers += 1;
      shown.push(...(messages ?? []));
    }
    if (answers === 0) return "unknown";
    return shown.findLast((message) => isLogOf(message, at));
  }

  for (const { id, from, at } of facts.facts().calls ?? []) watch({ id, from }, at);
  return {
    rang(call) {
      if (ringing.has(call.id)) return;
      watch(call, now());
      writeDown();
    },
    async told(message) {
      const meant = [...ringing].filter(([, { at }]) => isLogOf(message, at));
      if (meant.length === 0) return;
      const address = await deps.addressOf(message.chat);
      for (const [id, { call }] of meant) if ((await deps.addressOf(call.from)) === address) forget(id);
    },
    stop() {
      for (const { timer } of ringing.values()) clearTimeout(timer);
      ringing.clear();
    },
  };
}

/** May it tell of a call of theirs that rang then? The office's own calls, and those long before, tell nothing of it. */
function isLogOf({ type, fromMe, at }: WebMessage, rangAt: number): boolean {
  return type === "call_log" && !fromMe && at >= rangAt - skewMs;
}
