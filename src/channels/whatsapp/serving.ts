/**
 * One browser behind the line, from its opening to its end: how it can be linked, whether WhatsApp is there, whether the page still
 * answers, and why it ended. It decides nothing about what comes after it.
 */
import type { LineState } from "../channel.ts";
import { startHeartbeat } from "./heartbeat.ts";
import { createLinkCodes } from "./link-codes.ts";
import type { Timings } from "./timings.ts";
import { BrowserFault, type Ending, endingOf, type OpenWeb, type Web, type WebEvents } from "./web.ts";

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

const waiting = new Set(["OPENING", "PAIRING", "TIMEOUT", "UNLAUNCHED"]);

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
  let outcome: Outcome | undefined;
  let settle: (outcome: Outcome) => void = () => undefined;
  const ended = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });
  let timer: NodeJS.Timeout | undefined;
  let number = "";
  let readyAt: number | undefined;
  let working = false;

  function end(how: Outcome): void {
    if (outcome) return;
    outcome = how;
    working = false;
    clearTimeout(timer);
    settle(how);
  }

  /** Unless something else happens, it is over after so long. */
  function patience(ms: number, how: Outcome): void {
    clearTimeout(timer);
    if (!outcome) timer = setTimeout(() => end(how), ms);
  }

  const codes = createLinkCodes({
    ...{ digits, why, timings, note },
    askCode: (phone) => web.askCode(phone),
    onOffer(lifeMs, state) {
      working = false;
      patience(lifeMs, { type: "link_expired" });
      if (state) report(state);
    },
  });

  function work(): void {
    working = true;
    report({ type: "working", as: `+${number.replace(/@.*/, "")}` });
    deps.onReady(web, number);
  }

  /** WhatsApp's word for its connection. */
  function hear(state: string | null): void {
    if (outcome || state === null || readyAt === undefined) return;
    if (state === "CONNECTED") {
      if (!working) work();
    } else if (waiting.has(state)) {
      if (working) report({ type: "away", why: "unreachable" });
      working = false;
    } else end(endingOf(state));
  }

  const states = {
    ended: end,
    loading() {
      if (readyAt === undefined) patience(timings.loadMs, { type: "unreachable" });
    },
    qr: codes.qr,
    code: codes.code,
    ready(me: string) {
      clearTimeout(timer);
      readyAt ??= now();
      number = me;
      work();
    },
    state: hear,
  };

  function miss(isLast: boolean, error: unknown): void {
    if (outcome) return;
    if (isLast) {
      note("the page answers no more", error);
      end({ type: "browser_died" });
    } else if (working) {
      working = false;
      report({ type: "away", why: "unreachable" });
    }
  }

  report({ type: "starting" });
  const isAlive = () => outcome === undefined;
  const web = await deps.open(whileAlive({ ...states, ...deps.earsOf(() => web) }, isAlive));
  patience(timings.startMs, { type: "unreachable" });
  web.open().catch((error: unknown) => {
    if (isAlive()) note("the browser or its page did not open", error);
    end({ type: error instanceof BrowserFault ? "no_browser" : "unreachable" });
  });
  const heartbeat = startHeartbeat({
    isDue: () => outcome === undefined && readyAt !== undefined,
    ask: () => web.state(),
    onAnswer(state) {
      hear(state);
      if (working) deps.onBeat();
    },
    onMiss: miss,
    timings,
  });
  void ended.then(heartbeat.stop);

  return {
    ...{ web, ended, end, pair: codes.pair, check: heartbeat.check },
    hasEnded: () => outcome !== undefined,
    isWorking: () => working,
    readyAt: () => readyAt,
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
