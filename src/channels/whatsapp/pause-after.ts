/** What comes after a browser has ended: how the line is, and when the next one is opened. Pure: chance comes in as a number. */
import type { LineState } from "../channel.ts";
import { backOffMs } from "./back-off.ts";
import type { Outcome } from "./serving.ts";

/** `ms`: until the next browser; left out: until a person asks for it. `forget`: the link is of no use any more. */
export type Pause = { readonly state?: LineState; readonly ms?: number; readonly forget?: true };

export type Past = {
  /** In a row, from 1. */
  readonly failures: number;
  /** Browsers in a row that did not start. */
  readonly browserFaults: number;
  /** The link was taken away, and nobody has made another. */
  readonly isLoggedOut: boolean;
};

export type PauseSettings = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** 0–1. */
  readonly chance: number;
  readonly backOffDivisor: number;
};

/** A browser that does not start so many times in a row never will: a library or a permission is missing. */
const mostBrowserFaults = 3;
/** WhatsApp gives a row of QR codes, for about three minutes; so many rows are asked for before a person must ask for the next. */
const mostCodeRows = 5;

export function pauseAfter(how: Outcome, past: Past, settings: PauseSettings): Pause {
  const { failures, browserFaults, isLoggedOut } = past;
  const again = (why: "browser" | "conflict" | "unreachable") => waitFor(why, failures, settings);
  switch (how.type) {
    case "stop":
    case "link":
      return {};
    case "logged_out":
      return { state: { type: "needs_link", why: "logged_out" }, forget: true };
    case "link_expired":
      if (failures < mostCodeRows && !isLoggedOut) return { ms: 0 };
      return { state: { type: "needs_link", ...(isLoggedOut && { why: "logged_out" }) } };
    case "banned":
      return { state: { type: "refused", why: "banned" } };
    case "no_browser":
      if (browserFaults >= mostBrowserFaults) return { state: { type: "refused", why: "no_browser" } };
      return again("browser");
    case "conflict":
      return again("conflict");
    case "browser_died":
      return again("browser");
    case "disconnected":
    case "unreachable":
      return again("unreachable");
    default:
      return how satisfies never;
  }
}

function waitFor(
  why: "browser" | "conflict" | "unreachable",
  failures: number,
  { now, chance, backOffDivisor }: PauseSettings,
): Pause {
  const kind = why === "conflict" ? why : "other";
  const ms = Math.round(backOffMs(kind, failures, chance) / backOffDivisor);
  return { state: { type: "away", why, retryAt: now + ms }, ms };
}
