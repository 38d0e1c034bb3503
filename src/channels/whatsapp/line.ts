/**
 * Keeps a browser alive behind the line: when one ends, the next is opened after a while. Where the link itself is gone nothing is tried
 * before a person asks for it.
 */
import type { LineState, Link } from "../channel.ts";
import { backOffMs } from "./back-off.ts";
import { type Outcome, type Serving, type ServingDeps, serve } from "./serving.ts";
import type { Web } from "./web.ts";
import { within } from "./within.ts";

export type LineDeps = ServingDeps & {
  readonly forgetLink: () => Promise<void>;
  readonly chance: () => number;
};

export type Line = {
  start(): void;
  stop(): Promise<void>;
  /** The browser, while the line works. */
  web(): Web | undefined;
  isOpen(web: object): boolean;
  /** Only a person can bring it back. */
  isUnlinked(): boolean;
  /** Asks the page now whether it still answers. */
  check(): void;
  readonly link: Link;
};

type Wish = Extract<Outcome, { readonly type: "stop" | "link" }>;

/** `ms`: until the next browser; left out: until a person asks for it. `forget`: the link is of no use any more. */
type Pause = { readonly state?: LineState; readonly ms?: number; readonly forget?: true };

/** A browser that does not start so many times in a row never will: a library or a permission is missing. */
const mostBrowserFaults = 3;
/** WhatsApp gives a row of QR codes, for about three minutes; so many rows are asked for before a person must ask for the next. */
const mostCodeRows = 5;
/** A browser may take so long to end; and WhatsApp, to hear that a link is given up. */
const endMs = 5_000;

export function createLine(deps: LineDeps): Line {
  const { now, note, timings } = deps;
  let running: Promise<void> | undefined;
  let serving: Serving | undefined;
  let wished: ((wish: Wish) => void) | undefined;
  /** A wish for a link that came while a browser was being opened or ended: the newest counts. */
  let kept: Wish | undefined;
  let stopping = false;
  let unlinked = false;
  let why: { readonly why?: "logged_out" } = {};

  function report(state: LineState): void {
    if (state.type === "needs_link") unlinked = true;
    else if (state.type === "working") {
      unlinked = false;
      why = {};
    }
    deps.report(state);
  }

  function wish(asked: Wish): void {
    if (asked.type === "stop") stopping = true;
    if (serving && !serving.hasEnded()) serving.end(asked);
    else if (wished) wished(asked);
    else if (asked.type === "link") kept = asked;
  }

  function takeKept(): Wish | undefined {
    const wish = kept;
    kept = undefined;
    return wish;
  }

  /** What a person asks for, or nothing after so long. */
  function nextWish(ms?: number): Promise<Wish | undefined> {
    if (stopping) return Promise.resolve({ type: "stop" });
    return new Promise((resolve) => {
      const settle = (asked?: Wish) => {
        clearTimeout(timer);
        wished = undefined;
        resolve(asked);
      };
      const timer = ms === undefined ? undefined : setTimeout(settle, ms);
      wished = settle;
    });
  }

  /** One browser; resolves when it is gone. */
  async function serveOnce(digits: string | undefined): Promise<{ how: Outcome; steady: boolean }> {
    try {
      const one = await serve({ ...deps, report }, digits, why);
      serving = one;
      const asked: Wish | undefined = stopping ? { type: "stop" } : takeKept();
      if (asked) one.end(asked);
      const how = await one.ended;
      const readyAt = one.readyAt();
      if (how.type === "link" && readyAt !== undefined)
        await within(endMs, one.web.logOut()).catch((error: unknown) => note("no log-out", error));
      await within(endMs, one.web.destroy()).catch((error: unknown) => note("a browser does not end", error));
      return { how, steady: readyAt !== undefined && now() - readyAt >= timings.steadyMs };
    } catch (error) {
      note("a browser could not be begun", error);
      return { how: { type: "no_browser" }, steady: false };
    } finally {
      serving = undefined;
    }
  }

  async function run(): Promise<void> {
    let failures = 0;
    let browserFaults = 0;
    let digits: string | undefined;
    while (!stopping) {
      const { how, steady } = await serveOnce(digits);
      failures = steady ? 1 : failures + 1;
      browserFaults = how.type === "no_browser" ? browserFaults + 1 : 0;
      const pause = pauseAfter(how, failures, browserFaults);
      if (pause.forget) await forget();
      if (pause.state) report(pause.state);
      const isWish = how.type === "link" || how.type === "stop";
      const asked = takeKept() ?? (isWish ? how : await nextWish(pause.ms));
      digits = undefined;
      if (asked?.type !== "link") continue;
      await forget();
      failures = 0;
      digits = asked.digits;
    }
  }

  async function forget(): Promise<void> {
    await deps.forgetLink().catch((error: unknown) => note("the old link is not forgotten", error));
  }

  function pauseAfter(how: Outcome, failures: number, browserFaults: number): Pause {
    switch (how.type) {
      case "stop":
      case "link":
        return {};
      case "logged_out":
        why = { why: "logged_out" };
        return { state: { type: "needs_link", ...why }, forget: true };
      case "link_expired":
        if (failures < mostCodeRows && why.why === undefined) return { ms: 0 };
        return { state: { type: "needs_link", ...why } };
      case "banned":
        return { state: { type: "refused", why: "banned" } };
      case "no_browser":
        if (browserFaults >= mostBrowserFaults) return { state: { type: "refused", why: "no_browser" } };
        return again("browser", failures);
      case "conflict":
        return again("conflict", failures);
      case "browser_died":
        return again("browser", failures);
      case "disconnected":
        note(`WhatsApp ended the page: ${how.reason}`);
        return again("unreachable", failures);
      case "unreachable":
        return again("unreachable", failures);
      default:
        return how satisfies never;
    }
  }

  function again(reason: "browser" | "conflict" | "unreachable", failures: number): Pause {
    const kind = reason === "conflict" ? reason : "other";
    const ms = Math.round(backOffMs(kind, failures, deps.chance()) / timings.backOffDivisor);
    return { state: { type: "away", why: reason, retryAt: now() + ms }, ms };
  }

  return {
    start() {
      stopping = false;
      kept = undefined;
      running ??= run().finally(() => {
        running = undefined;
      });
    },
    async stop() {
      wish({ type: "stop" });
      await running;
    },
    web: () => (serving?.isWorking() ? serving.web : undefined),
    isOpen: (web) => serving?.web === web && !serving.hasEnded(),
    isUnlinked: () => unlinked,
    check: () => void serving?.check(),
    link: {
      async again() {
        wish({ type: "link" });
      },
      async byNumber(phone) {
        const digits = phone.replace(/\D/g, "");
        if (serving && !serving.hasEnded() && unlinked) serving.pair(digits);
        else wish({ type: "link", digits });
      },
    },
  };
}
