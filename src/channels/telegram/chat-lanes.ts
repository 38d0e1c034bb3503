/** What comes in keeps its order within each chat: where each one stands. */

/** `again`: nothing was stored; the platform must bring it again. */
export type Outcome = "done" | "again";

/** `held`: the chat's newest delivery has to wait; what comes behind it waits for its end. `stored`: all so far are settled. */
export type Lane = { readonly held?: Promise<Outcome>; readonly stored: Promise<Outcome> };

export class ChatLanes {
  readonly #lanes = new Map<string, Lane>();

  of(address: string): Lane {
    return this.#lanes.get(address) ?? { stored: Promise.resolve("done") };
  }

  /** @param holds whether what comes behind it in its chat waits for its end */
  follow(address: string, before: Lane, outcome: Promise<Outcome>, holds: boolean): void {
    const stored = Promise.all([before.stored, outcome]).then(worse);
    const lane: Lane = { stored, ...(holds && { held: outcome }) };
    this.#lanes.set(address, lane);
    void stored.then(() => {
      if (this.#lanes.get(address) === lane) this.#lanes.delete(address);
    });
  }
}

const worse = ([one, other]: readonly [Outcome, Outcome]): Outcome => (one === "again" ? one : other);
