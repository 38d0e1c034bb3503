/** Whether WhatsApp is there behind a page that has been linked, by the words that the library and the page have for it. */
import type { LineState } from "../channel.ts";
import { type Ending, endingOf } from "./web.ts";

export type ConnectionDeps = {
  readonly report: (state: LineState) => void;
  /** It works; again at each re-synchronisation. @param me the linked number, `…@c.us` */
  readonly onWorking: (me: string) => void;
  readonly onEnded: (how: Ending) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const waiting = new Set(["OPENING", "PAIRING", "TIMEOUT", "UNLAUNCHED"]);

export class Connection {
  readonly #deps: ConnectionDeps;
  #me = "";
  #readyAt: number | undefined;
  #isWorking = false;

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
  }

  isWorking(): boolean {
    return this.#isWorking;
  }

  /** When it was ready first, epoch milliseconds. */
  readyAt(): number | undefined {
    return this.#readyAt;
  }

  ready(me: string): void {
    this.#readyAt ??= this.#deps.now();
    this.#me = me;
    this.#work();
  }

  /** WhatsApp's word for its connection. */
  hear(state: string | null): void {
    if (state === null || this.#readyAt === undefined) return;
    if (state === "CONNECTED") {
      if (!this.#isWorking) this.#work();
    } else if (waiting.has(state)) this.lose();
    else this.#deps.onEnded(endingOf(state));
  }

  /** The page, or WhatsApp behind it, does not answer as it should. */
  lose(): void {
    if (this.#isWorking) this.#deps.report({ type: "away", why: "unreachable" });
    this.#isWorking = false;
  }

  /** Nothing works any more, which is told elsewhere. */
  stop(): void {
    this.#isWorking = false;
  }

  #work(): void {
    this.#isWorking = true;
    this.#deps.report({ type: "working", as: `+${this.#me.replace(/@.*/, "")}` });
    this.#deps.onWorking(this.#me);
  }
}
