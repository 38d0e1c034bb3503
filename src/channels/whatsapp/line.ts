/**
 * Keeps a browser alive behind the line: when one ends, the next is opened after a while. Where the link itself is gone nothing is tried
 * before a person asks for it.
 */
import type { LineState, Link } from "../channel.ts";
import { pauseAfter } from "./pause-after.ts";
import { type Outcome, type Serving, type ServingDeps, serve } from "./serving.ts";
import type { Web } from "./web.ts";
import { type Wish, Wishes } from "./wishes.ts";
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

/** WhatsApp may take so long to hear that a link is given up; and a browser, to end, which is more than it takes at most. */
const logOutMs = 5_000;
const endMs = 8_000;

export function createLine(deps: LineDeps): Line {
  const { now, note, timings } = deps;
  let running: Promise<void> | undefined;
  let serving: Serving | undefined;
  const wishes = new Wishes();
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
    const one = serving;
    wishes.add(asked, one && !one.hasEnded() ? one.end : undefined);
  }

  /** One browser; resolves when it is gone. */
  async function serveOnce(digits: string | undefined): Promise<{ how: Outcome; steady: boolean }> {
    try {
      const one = await serve({ ...deps, report }, digits, why);
      serving = one;
      const asked = wishes.take();
      if (asked) one.end(asked);
      const how = await one.ended;
      const readyAt = one.readyAt();
      await close(one.web, how.type === "link" && readyAt !== undefined, note);
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
    while (!wishes.isStopping()) {
      const { how, steady } = await serveOnce(digits);
      failures = steady ? 1 : failures + 1;
      browserFaults = how.type === "no_browser" ? browserFaults + 1 : 0;
      if (how.type === "logged_out") why = { why: how.type };
      else if (how.type === "disconnected") note(`WhatsApp ended the page: ${how.reason}`, how.error);
      const past = { failures, browserFaults, isLoggedOut: why.why !== undefined };
      const { backOffDivisor } = timings;
      const pause = pauseAfter(how, past, { now: now(), chance: deps.chance(), backOffDivisor });
      if (pause.forget) await forget();
      if (pause.state) report(pause.state);
      const isWish = how.type === "link" || how.type === "stop";
      const asked = wishes.take() ?? (isWish ? how : await wishes.next(pause.ms));
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

  return {
    start() {
      wishes.begin();
      running ??= run().finally(() => {
        running = undefined;
      });
    },
    async stop() {
      wish({ type: "stop" });
      // Where a browser is still being looked for, it is ended as soon as it is found.
      await within(endMs, Promise.resolve(running)).catch((error: unknown) => note("a late stop", error));
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

/** @param unlinks whether WhatsApp is told first that the link is given up */
async function close(web: Web, unlinks: boolean, note: LineDeps["note"]): Promise<void> {
  if (unlinks) await within(logOutMs, web.logOut()).catch((error: unknown) => note("no log-out", error));
  await within(endMs, web.destroy()).catch((error: unknown) => note("a browser does not end", error));
}
