/** How a browser ends: gently where it listens, and by force where it hangs or has hardly begun. One that stayed would hold the link and its folder. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Client } from "whatsapp-web.js";
import { within } from "./within.ts";

export type BrowserEnd = {
  /**
   * Knows the start that an end may come into. Gives it back, and rejects at an end that it does not notice itself: of a browser killed in
   * some moments of its start the library waits for ever (seen once in a hundred, on a busy machine).
   */
  watch<T>(opening: Promise<T>): Promise<T>;
  /** Resolves when the browser is gone. Never rejects. */
  end(): Promise<void>;
};

/** So long it may write down what it has; a browser that hangs would take three minutes to say so. */
const gentleMs = 3_000;
const killedMs = 1_000;

const never = () => undefined;

function aliveOf(client: Pick<Client, "pupBrowser">): ChildProcess | undefined {
  const process = client.pupBrowser?.process() ?? undefined;
  return process && process.exitCode === null && process.signalCode === null ? process : undefined;
}

const lookMs = 50;
/** Puppeteer's own limit for a start: nothing comes after it. */
const lookedMs = 30_000;

/** A browser that had just begun, with nobody holding it, when it was told to end: the abort came too late for it. */
function killOnceInHand(client: Pick<Client, "pupBrowser">, started: Promise<void>): void {
  const looking = setInterval(() => aliveOf(client)?.kill("SIGKILL"), lookMs).unref();
  const done = () => clearInterval(looking);
  void within(lookedMs, started).then(done, done);
}

/** @param force kills the browser's processes, also those of one that is just being started */
export function createBrowserEnd(
  client: Pick<Client, "pupBrowser" | "destroy">,
  force: AbortController,
): BrowserEnd {
  let opening: Promise<unknown> | undefined;
  let over: () => void = never;
  return {
    watch(started) {
      opening = started;
      const ended = new Promise<never>((_, reject) => {
        over = () => reject(new Error("The browser was told to end while it started."));
      });
      return Promise.race([started, ended]);
    },
    async end() {
      if (client.pupBrowser) await within(gentleMs, client.destroy()).catch(never);
      force.abort();
      const process = aliveOf(client);
      if (process) await within(killedMs, once(process, "exit")).catch(never);
      // One that nobody has in hand yet: its start breaks off when it has been killed.
      const started = Promise.resolve(opening).then(never, never);
      killOnceInHand(client, started);
      await within(killedMs, started).catch(never);
      over();
    },
  };
}
