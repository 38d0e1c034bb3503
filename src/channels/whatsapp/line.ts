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
  const linking = new Linking();
  const { backOffDivisor } = timings;

  function report(state: LineState): void {
    linking.hear(state);
    deps.report(state);
  }

  function wish(asked: Wish): void {
    const one = serving;
    wishes.add(asked, one && !one.hasEnded() ? one.end : undefined);
  }

  async function run(): Promise<void> {
    const failed = new Failures();
    let digits: string | undefined;
    while (!wishes.isStopping()) {
      const asking = { digits, why: linking.why };
      const { how, steady } = await serveOnce({ ...deps, report }, asking, wishes, (one) => {
        serving = one;
      });
      failed.count(how, steady);
      if (how.type === "logged_out") linking.logOut();
      else if (how.type === "disconnected") note(`WhatsApp ended the page: ${how.reason}`, how.error);
      const past = { ...failed, isLoggedOut: linking.why.why !== undefined };
      const pause = pauseAfter(how, past, { now: now(), chance: deps.chance(), backOffDivisor });
      if (pause.forget) await forget();
      if (pause.state) report(pause.state);
      const isWish = how.type === "link" || how.type === "stop";
      const asked = wishes.take() ?? (isWish ? how : await wishes.next(pause.ms));
      digits = undefined;
      if (asked?.type !== "link") continue;
      await forget();
      failed.failures = 0;
      digits = asked.digits;
    }
  }

  const forget = () =>
    deps.forgetLink().catch((error: unknown) => note("the old link is not forgotten", error));

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
    isUnlinked: () => linking.isUnlinked,
    check: () => void serving?.check(),
    link: linkOf(wish, (digits) => {
      const isOffered = serving && !serving.hasEnded() && linking.isUnlinked;
      if (isOffered) serving?.pair(digits);
      return isOffered === true;
    }),
  };
}

type Asking = { readonly digits: string | undefined; readonly why: { readonly why?: "logged_out" } };

/** One browser; resolves when it is gone. @param hold told of it while it is there */
async function serveOnce(
  deps: ServingDeps,
  { digits, why }: Asking,
  wishes: Wishes,
  hold: (one: Serving | undefined) => void,
): Promise<{ readonly how: Outcome; readonly steady: boolean }> {
  const { now, note, timings } = deps;
  try {
    const one = await serve(deps, digits, why);
    hold(one);
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
    hold(undefined);
  }
}

/** Ends of browsers in a row, and of those the ones that did not even start. */
class Failures {
  failures = 0;
  browserFaults = 0;

  /** @param steady it had worked for long */
  count(how: Outcome, steady: boolean): void {
    this.failures = steady ? 1 : this.failures + 1;
    this.browserFaults = how.type === "no_browser" ? this.browserFaults + 1 : 0;
  }
}

/** Whether only a person can bring the line back, and whether the link was taken away. */
class Linking {
  isUnlinked = false;
  why: { readonly why?: "logged_out" } = {};

  hear({ type }: LineState): void {
    if (type === "needs_link") this.isUnlinked = true;
    if (type !== "working") return;
    this.isUnlinked = false;
    this.why = {};
  }

  logOut(): void {
    this.why = { why: "logged_out" };
  }
}

/** @param pair asks for a code for this phone beside the QR code that is offered now; false: none is */
function linkOf(wish: (asked: Wish) => void, pair: (digits: string) => boolean): Link {
  return {
    async again() {
      wish({ type: "link" });
    },
    async byNumber(phone) {
      const digits = phone.replace(/\D/g, "");
      if (!pair(digits)) wish({ type: "link", digits });
    },
  };
}

/** @param unlinks whether WhatsApp is told first that the link is given up */
async function close(web: Web, unlinks: boolean, note: LineDeps["note"]): Promise<void> {
  if (unlinks) await within(logOutMs, web.logOut()).catch((error: unknown) => note("no log-out", error));
  await within(endMs, web.destroy()).catch((error: unknown) => note("a browser does not end", error));
}
