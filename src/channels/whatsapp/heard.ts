/** Who wrote since the process began, though the office may not have stored it yet; the meter hears of each. */
import type { Desk } from "../channel.ts";
import type { Meter } from "./meter.ts";

export type Heard = {
  note(address: string, at: number): Promise<void>;
  /** Epoch milliseconds; undefined: not since the process began, or long ago. */
  at(address: string): number | undefined;
};

/** Customers whose last word is remembered here; of others the office is asked. */
const mostHeard = 10_000;

export function createHeard(meter: Pick<Meter, "heard">, desk: Pick<Desk, "lastHeard">): Heard {
  const heard = new Map<string, number>();
  return {
    at: (address) => heard.get(address),
    async note(address, at) {
      const isNew = !heard.has(address) && (await desk.lastHeard(address)) === undefined;
      heard.set(address, Math.max(at, heard.get(address) ?? 0));
      meter.heard(address, at, isNew);
      for (const oldest of heard.keys()) {
        if (heard.size <= mostHeard) break;
        heard.delete(oldest);
      }
    },
  };
}
