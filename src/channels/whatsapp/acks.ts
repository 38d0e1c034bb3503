/** How far messages of ours came, as WhatsApp tells while it happens: whoever waits for a message hears of it at once. */
import type { Progress } from "../../domain/message.ts";

export type Acks = {
  /** @param ack as in `WebMessage` */
  heard(id: string, ack: number): void;
  /** The newest; 0 where nothing was heard, or it still waits in the page. */
  of(id: string): number;
  /** Resolves with the newest as soon as it is another than 0, and at the latest with the end of the wait. */
  until(id: string, end: Promise<unknown>): Promise<number>;
};

/** Messages of which it is remembered; of older ones nobody asks any more. */
const mostKept = 1_000;

export function createAcks(): Acks {
  const acks = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const of = (id: string) => acks.get(id) ?? 0;
  return {
    of,
    heard(id, ack) {
      // Deliveries may be told out of order: a message does not come back from where it has been.
      if (ack >= 0 && ack < of(id)) return;
      acks.delete(id);
      acks.set(id, ack);
      for (const oldest of acks.keys()) {
        if (acks.size <= mostKept) break;
        acks.delete(oldest);
      }
      if (ack !== 0) waiting.get(id)?.();
    },
    async until(id, end) {
      if (of(id) !== 0) return of(id);
      const told = new Promise<void>((resolve) => waiting.set(id, resolve));
      await Promise.race([told, end]);
      waiting.delete(id);
      return of(id);
    },
  };
}

/** `MessageAck` of the library: -1 error, 0 pending, 1 server, 2 device, 3 read, 4 played. */
export function progressOf(ack: number): Progress | undefined {
  if (ack < 0) return "failed";
  if (ack >= 3) return "read";
  return ack === 2 ? "delivered" : undefined;
}
