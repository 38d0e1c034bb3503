/** One delivery handed to the office, and which deliveries this process has handed over. */
import type { Content, Inbound } from "../../domain/message.ts";
import type { Receive } from "../channel.ts";
import type { Identities } from "./identities.ts";
import type { Outcome } from "./lanes.ts";

export type Handing = {
  /** `again`: nothing was stored. */
  hand(address: string, id: string, at: number, content: Content): Promise<Outcome>;
  /** Did this process hand it over? */
  knows(id: string): boolean;
};

export type HandingDeps = {
  readonly channel: string;
  readonly receive: Receive;
  readonly identities: Pick<Identities, "phoneOf">;
  /** Epoch milliseconds. */
  readonly now: () => number;
};

const mostKnown = 5_000;

export function createHanding({ channel, receive, identities, now }: HandingDeps): Handing {
  const known = new Set<string>();

  function remember(id: string): void {
    known.add(id);
    for (const oldest of known) {
      if (known.size <= mostKnown) break;
      known.delete(oldest);
    }
  }

  return {
    knows: (id) => known.has(id),
    async hand(address, id, at, content) {
      const phone = identities.phoneOf(address);
      const inbound: Inbound = {
        ...{ channel, address, id, content, at: Math.min(at, now()) },
        ...(phone !== undefined && { phone }),
      };
      const received = await receive(inbound).catch(() => ({ type: "not_now" }) as const);
      if (received.type === "not_now") return "again";
      remember(id);
      return received.type === "repeat" ? "repeat" : "done";
    },
  };
}
