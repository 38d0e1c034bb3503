/**
 * One browser behind the line, from its opening to its end: how it can be linked, whether WhatsApp is there, whether the page still
 * answers, and why it ended. It decides nothing about what comes after it.
 */
import type { LineState } from "../channel.ts";
import { Connection } from "./connection.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { Life } from "./life.ts";
import { createLinkCodes } from "./link-codes.ts";
import type { Timings } from "./timings.ts";
import { BrowserFault, type Ending, type OpenWeb, type Web, type WebEvents } from "./web.ts";

/** What is heard of a linked browser beside its own state. */
export type Ears = Pick<WebEvents, "message" | "edited" | "deleted" | "acked" | "reacted" | "called">;

export type ServingDeps = {
  readonly open: OpenWeb;
  readonly earsOf: (web: () => Web) => Ears;
  /** It is linked and has what it needs; again at each re-synchronisation. */
  readonly onReady: (web: Web, me: string) => void;
  /** The page still answers, and WhatsApp is there. */
  readonly onBeat: () => void;
  readonly report: (state: LineState) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly timings: Timings;
  /** For the log: what happened, never whose words. */
  readonly note: (what: string, error?: unknown) => void;
};

export type Outcome =
  | Ending
  | { readonly type: "stop" }
  /** A person asks for a new link. */
  | { readonly type: "link"; readonly digits?: string }
  /** Nobody linked it in time. */
  | { readonly type: "link_expired" }
  | { readonly type: "unreachable" }
  | { readonly type: "no_browser" };

export type Serving = {
  readonly web: Web;
  readonly ended: Promise<Outcome>;
  /** The first to say why it ends is believed. */
  end(how: Outcome): void;
  hasEnded(): boolean;
  /** Asks for a code for the phone with this number, in place of the QR code. */
  pair(digits: string): void;
  isWorking(): boolean;
  /** When it was ready first, epoch milliseconds. */
  readyAt(): number | undefined;
  /** Asks the page now whether it still answers. */
  check(): Promise<void>;
};

/**
 * @param digits ask for a code for this phone instead of a QR code
 * @param why said beside the codes: why the line needs a link
 */
export async function serve(
  deps: ServingDeps,
  digits: string | undefined,
  why: { readonly why?: "logged_out" },
): Promise<Serving> {
  const { report, now, note, timings } = deps;
  const life = new Life<Outcome>();
  const isAlive = () => !life.hasEnded();
  const connection = new Connection({
    ...{ report, now },
    onWorking: (me) => deps.onReady(web, me),
    onEnded: (how) => life.end(how),
  });
  const codes = createLinkCodes({
    ...{ digits, why, timings, note },
    askCode: (phone) => web.askCode(phone),
    onOffer(lifeMs, state) {
      connection.stop();
      life.endAfter(lifeMs, { type: "link_expired" });
      if (state) report(state);
    },
  });

  const states = {
    ended: (how: Ending) => life.end(how),
    loading() {
      if (connection.readyAt() === undefined) life.endAfter(timings.loadMs, { type: "unreachable" });
    },
    qr: codes.qr,
    code: codes.code,
    ready(me: string) {
      life.goOn();
      connection.ready(me);
    },
    state: (state: string) => connection.hear(state),
  };

  report({ type: "starting" });
  const web = await deps.open(whileAlive({ ...states, ...deps.earsOf(() => web) }, isAlive));
  life.endAfter(timings.startMs, { type: "unreachable" });
  web.open().catch((error: unknown) => {
    if (isAlive()) note("the browser or its page did not open", error);
    life.end({ type: error instanceof BrowserFault ? "no_browser" : "unreachable" });
  });
  const heartbeat = startHeartbeat({
    isDue: () => isAlive() && connection.readyAt() !== undefined,
    ask: () => web.state(),
    onAnswer(state) {
      if (isAlive()) connection.hear(state);
      if (isAlive() && connection.isWorking()) deps.onBeat();
    },
    onMiss(isLast, error) {
      if (!isAlive()) return;
      if (!isLast) return connection.lose();
      note("the page answers no more", error);
      life.end({ type: "browser_died" });
    },
    timings,
  });
  void life.ended.then(heartbeat.stop);

  return {
    ...{ web, ended: life.ended, pair: codes.pair, check: heartbeat.check },
    end: (how) => life.end(how),
    hasEnded: () => life.hasEnded(),
    isWorking: () => connection.isWorking() && isAlive(),
    readyAt: () => connection.readyAt(),
  };
}

/** An ended browser's last words are nobody's. */
function whileAlive(events: WebEvents, isAlive: () => boolean): WebEvents {
  const guarded = Object.entries(events).map(([name, act]) => [
    name,
    (...facts: never[]) => {
      if (isAlive()) (act as (...facts: never[]) => void)(...facts);
    },
  ]);
  return Object.fromEntries(guarded) as WebEvents;
}
