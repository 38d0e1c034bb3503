/**
 * The browser's process from its first moment. The library holds it only once its page is there; of one that dies before that it may say
 * nothing for ever. Node itself tells of each process that is started (https://nodejs.org/api/diagnostics_channel.html#process).
 */
import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";

const processes = "child_process";

export class BrowserProcess {
  readonly #folder: string;
  #process: ChildProcess | undefined;
  #isUnwanted = false;
  #onExit: () => void = () => undefined;

  /** @param userDataDir the folder that this browser is given, and no other program */
  constructor(userDataDir: string) {
    this.#folder = `--user-data-dir=${userDataDir}`;
  }

  /** From now on one that begins is known. @param onExit it has ended, for whatever reason */
  look(onExit: () => void): void {
    this.#onExit = onExit;
    subscribe(processes, this.#begun);
  }

  stopLooking(): void {
    unsubscribe(processes, this.#begun);
  }

  /** Ends it by force, and also one that begins later. */
  kill(): void {
    this.#isUnwanted = true;
    this.#process?.kill("SIGKILL");
  }

  /** Resolves when there is none. */
  async gone(): Promise<void> {
    const process = this.#process;
    if (process) await new Promise<void>((resolve) => process.once("exit", resolve));
  }

  readonly #begun = (message: unknown): void => {
    const { process } = message as { readonly process: ChildProcess };
    // It is told of in the middle of its making: what it runs is known a moment later.
    queueMicrotask(() => {
      if (!process.spawnargs?.includes(this.#folder) || process.pid === undefined) return;
      this.#process = process;
      process.once("exit", () => {
        this.#process = undefined;
        this.#onExit();
      });
      if (this.#isUnwanted) process.kill("SIGKILL");
    });
  };
}
