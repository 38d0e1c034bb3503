/** How a browser ends: gently where it listens, and by force where it hangs or has hardly begun. One that stayed would hold the link and its folder. */
import type { Client } from "whatsapp-web.js";
import { BrowserProcess } from "./browser-process.ts";
import { within } from "./within.ts";

export type BrowserEnd = {
  /**
   * Knows the start that an end may come into. Gives it back, and rejects at an end that it does not notice itself: of a browser killed in
   * some moments of its start the library waits for ever (seen once in a hundred, on a busy machine).
   */
  watch<T>(open: () => Promise<T>): Promise<T>;
  /** Resolves when the browser is gone. Never rejects. */
  end(): Promise<void>;
};

/** So long it may write down what it has; a browser that hangs would take three minutes to say so. */
const gentleMs = 3_000;
const killedMs = 1_000;
/** Puppeteer's own limit for a start: nothing comes after it. */
const lookedMs = 30_000;

const never = () => undefined;

/**
 * @param force kills the browser's processes, also those of one that is just being started
 * @param userDataDir the browser's own folder, by which its process is known
 */
export function createBrowserEnd(
  client: Pick<Client, "pupBrowser" | "destroy">,
  force: AbortController,
  userDataDir: string,
): BrowserEnd {
  const browser = new BrowserProcess(userDataDir);
  let opening: Promise<unknown> = Promise.resolve();
  let over: (why: string) => void = never;
  return {
    watch(open) {
      const ended = new Promise<never>((_, reject) => {
        over = (why) => reject(new Error(why));
      });
      browser.look(() => over("The browser ended while it started."));
      const started = open();
      opening = started.then(never, never);
      void opening.then(() => browser.stopLooking());
      return Promise.race([started, ended]);
    },
    async end() {
      if (client.pupBrowser) await within(gentleMs, client.destroy()).catch(never);
      force.abort();
      browser.kill();
      await within(killedMs, browser.gone()).catch(never);
      // Its start breaks off when it has been killed; one that begins only now is killed, too.
      await within(killedMs, opening).catch(never);
      setTimeout(() => browser.stopLooking(), lookedMs).unref();
      over("The browser was told to end while it started.");
    },
  };
}
