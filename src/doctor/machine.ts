/** This machine: its Node, its clock, and the browser that WhatsApp needs. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findBrowser } from "../browser.ts";
import { root } from "../root.ts";
import { type Finding, fault, fine, warning } from "./finding.ts";
import type { DoctorWords } from "./words.ts";

/** More than a minute, and dates in messages, log-ins and TLS begin to go wrong. */
const mostSkewMs = 60_000;
/** A browser that doesn't tell its version in this time won't serve. */
const browserMs = 15_000;

/** The Node that `package.json` pins, by its first number. */
export function lookAtNode(words: DoctorWords, version = process.versions.node): Finding {
  const file = readFileSync(join(root, "package.json"), "utf8");
  const { dependencies } = JSON.parse(file) as { readonly dependencies: { readonly node: string } };
  const [major] = version.split(".");
  const [expected] = dependencies.node.split(".");
  return major === expected
    ? fine(words.node(version))
    : warning(words.nodeOther(version, dependencies.node));
}

/** @param aheadMs by each outside service that told: the least is nearest to the truth, since a slow answer only adds to it */
export function lookAtClock(
  aheadMs: readonly number[],
  { words, now, zone }: { readonly words: DoctorWords; readonly now: number; readonly zone: string },
): Finding {
  // The Swedish way of writing dates is ISO 8601's, which both languages read.
  const time = new Intl.DateTimeFormat("sv-SE", {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: zone,
  }).format(now);
  const [ahead] = [...aheadMs].sort((a, b) => Math.abs(a) - Math.abs(b));
  if (ahead === undefined) return fine(words.clockAlone(time, zone));
  if (Math.abs(ahead) <= mostSkewMs) return fine(words.clock(time, zone));
  return warning(words.clockOff(Math.round(Math.abs(ahead) / 1_000), ahead > 0));
}

/** Starts the browser far enough that it says its version: a missing library shows here. */
export async function lookAtBrowser(given: string | undefined, words: DoctorWords): Promise<Finding> {
  try {
    const { executablePath } = await findBrowser(given);
    await promisify(execFile)(executablePath, ["--version", "--no-sandbox"], { timeout: browserMs });
    return fine(words.browser(executablePath));
  } catch (error) {
    const [line = "?"] = (error instanceof Error ? error.message : String(error)).split("\n");
    return fault(words.browserFails(line));
  }
}
