/**
 * The office's lines: each channel with how it is, when it last heard and spoke, and whether its owner has paused it. A line that is
 * away, waits for its link, or is paused keeps its messages; nothing of them fails.
 */
import type { Capabilities, Channel, LineState, Link } from "../channels/channel.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Kept } from "./lane.ts";

export type Line = {
  readonly channel: string;
  readonly state: LineState;
  /** Since when it is so, epoch milliseconds. */
  readonly since: number;
  readonly paused: boolean;
  /** Since the start of the process, epoch milliseconds. */
  readonly heardAt?: number;
  readonly spokeAt?: number;
  /** Messages that wait to leave. */
  readonly backlog: number;
  /** It works, and keeps messages back out of its own prudence: since when, and how many. */
  readonly careful?: Kept;
  /** The newest problems, newest first; never words or addresses. */
  readonly problems: readonly LineProblem[];
  readonly link?: Link;
  readonly capabilities: Capabilities;
};
export type LineProblem = { readonly at: number; readonly type: string };

export interface Lines {
  list(): readonly Line[];
  /** Nothing leaves, and what comes in is answered later. Kept for the next start. */
  pause(channel: string, paused: boolean): Promise<void>;
  /** The chat that wrote last on this line, since the start of the process. */
  lastChat(channel: string): Promise<ConversationId | undefined>;
}

/** The lines as the engine and the desks write them. */
export type LineBook = Lines & {
  report(channel: string, state: LineState): void;
  /** A customer's message was stored. @param at when they wrote it, epoch milliseconds; left out: now */
  heard(channel: string, address: string, at?: number): void;
  spoke(channel: string): void;
  failed(channel: string, problem: string): void;
  /** It kept a message back. */
  kept(channel: string): void;
  /** One of those waits no more. */
  letGo(channel: string): void;
  isAway(channel: string): boolean;
  attach(outgoing: Outgoing): void;
};

/** Who is asked for the backlog and for chats, and told when a line may be there again, or is another than it was. */
type Outgoing = {
  readonly backlog: (channel: string) => number;
  readonly kept: (channel: string) => Kept | undefined;
  readonly wake: (channel: string) => void;
  readonly changed: (channel: string) => void;
  readonly chatOf: (channel: string, address: string) => Promise<ConversationId | undefined>;
};

export type LineBookDeps = {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Names of the lines that were paused when the office stopped. */
  readonly paused: readonly string[];
  readonly keepPaused: (names: readonly string[]) => Promise<void>;
};

const nobodyYet: Outgoing = {
  backlog: () => 0,
  kept: () => undefined,
  wake: () => undefined,
  changed: () => undefined,
  chatOf: async () => undefined,
};

const mostProblems = 10;

/**
 * Do messages stay while the line is so? By one that hears nothing, whatever the reason, messages leave. By one that is starting they do not: nobody
 * knows yet whether its platform is there, and each start would tell of trouble, or of doubt, where there is none.
 */
export function keepsMessages(state: LineState): boolean {
  if (state.type === "starting") return true;
  return state.type === "away" || state.type === "needs_link" || (state.type === "refused" && !isDeaf(state));
}

/** Do messages leave by it, while nothing that customers write comes in? */
export function isDeaf(state: LineState): boolean {
  return state.type === "deaf" || (state.type === "refused" && state.why === "bad_webhook");
}

type Entry = {
  state: LineState;
  since: number;
  heardAt?: number;
  heardFrom?: string;
  spokeAt?: number;
  /** The pages know that it keeps something back. */
  isCareful: boolean;
  readonly problems: LineProblem[];
};

export function createLineBook({ channels, now, paused, keepPaused }: LineBookDeps): LineBook {
  const pausedNow = new Set(paused.filter((name) => channels.has(name)));
  const entries = new Map<string, Entry>();
  for (const name of channels.keys())
    entries.set(name, { state: { type: "working" }, since: now(), isCareful: false, problems: [] });
  let outgoing = nobodyYet;

  function isAway(channel: string): boolean {
    if (pausedNow.has(channel)) return true;
    const state = entries.get(channel)?.state;
    return state !== undefined && keepsMessages(state);
  }

  function lineOf(channel: Channel, { problems, heardFrom: _, isCareful: __, ...entry }: Entry): Line {
    const { name, link, capabilities } = channel;
    const careful = entry.state.type === "working" ? outgoing.kept(name) : undefined;
    return {
      ...entry,
      channel: name,
      capabilities,
      paused: pausedNow.has(name),
      backlog: outgoing.backlog(name),
      problems: problems.toReversed(),
      ...(careful && { careful }),
      ...(link && { link }),
    };
  }

  function setCareful(channel: string, isCareful: boolean): void {
    const entry = entries.get(channel);
    if (!entry || entry.isCareful === isCareful) return;
    entry.isCareful = isCareful;
    outgoing.changed(channel);
  }

  return {
    isAway,
    attach(given) {
      outgoing = given;
    },
    list: () =>
      [...channels.values()].flatMap((channel) => {
        const entry = entries.get(channel.name);
        return entry ? [lineOf(channel, entry)] : [];
      }),
    async pause(channel, isPaused) {
      if (!channels.has(channel)) return;
      if (isPaused) pausedNow.add(channel);
      else pausedNow.delete(channel);
      await keepPaused([...pausedNow]);
      outgoing.changed(channel);
      if (!isAway(channel)) outgoing.wake(channel);
    },
    report(channel, state) {
      const entry = entries.get(channel);
      if (!entry) return;
      const wasOff = isAway(channel);
      const isNews = JSON.stringify(entry.state) !== JSON.stringify(state);
      enter(entry, state, now());
      if (wasOff && !isAway(channel)) outgoing.wake(channel);
      if (isNews) outgoing.changed(channel);
    },
    heard(channel, address, at = now()) {
      const entry = entries.get(channel);
      if (!entry || at < (entry.heardAt ?? 0)) return;
      entry.heardAt = at;
      entry.heardFrom = address;
    },
    async lastChat(channel) {
      const address = entries.get(channel)?.heardFrom;
      return address === undefined ? undefined : outgoing.chatOf(channel, address);
    },
    spoke(channel) {
      const entry = entries.get(channel);
      if (entry) entry.spokeAt = now();
    },
    letGo(channel) {
      if (entries.get(channel)?.isCareful && !outgoing.kept(channel)) setCareful(channel, false);
    },
    kept: (channel) => setCareful(channel, true),
    failed(channel, problem) {
      const entry = entries.get(channel);
      if (entry) note(entry, problem, now());
    },
  };
}

function enter(entry: Entry, state: LineState, at: number): void {
  const isOther = entry.state.type !== state.type;
  if (isOther) entry.since = at;
  entry.state = state;
  if (state.type === "away" || state.type === "refused") note(entry, state.why, at);
  else if (state.type === "deaf" && isOther) note(entry, state.type, at);
}

function note({ problems }: Entry, type: string, at: number): void {
  problems.push({ at, type });
  if (problems.length > mostProblems) problems.shift();
}
