/** Hand-overs of which nobody knows yet whether they left: what is known of each, and how often its chat could not be shown. */
import type { Outbound } from "../../domain/message.ts";
import type { Doubt } from "./find-own.ts";
import type { OwnMessages } from "./own-messages.ts";

/** `looks`: how often in a row its chat could not be shown. */
export type KeptDoubt = Doubt & { readonly looks: number };

export type Doubts = {
  /** Of this process or one before it; one of before is told once, and is to be kept or ended. */
  of(outbound: Outbound): KeptDoubt | undefined;
  begin(key: string, doubt: Doubt): void;
  /** The page has told its id. */
  named(key: string, id: string): void;
  /**
   * A look has not settled it. @param failed the page could not show its chat
   * @returns false where the page must be believed to have lost it
   */
  goesOn(
    key: string,
    doubt: KeptDoubt,
    found: { readonly id?: string | undefined; readonly failed: boolean },
  ): boolean;
  end(key: string): void;
};

const mostDoubts = 1_000;
/**
 * A page that works and can't show a chat so often in a row never will: then the message is sent once more. Not one that the page has told
 * the id of: that lies in its queue, and leaves when its network is back.
 */
const mostLooks = 5;

export function createDoubts(own: Pick<OwnMessages, "takeEarlier">): Doubts {
  /** By the key of the message. */
  const doubts = new Map<string, KeptDoubt>();

  function beforeStart(outbound: Outbound): KeptDoubt | undefined {
    const since = own.takeEarlier(outbound);
    return since === undefined ? undefined : { id: undefined, since, looks: 0 };
  }

  return {
    of: (outbound) => doubts.get(outbound.key) ?? beforeStart(outbound),
    begin(key, doubt) {
      doubts.set(key, { ...doubt, looks: 0 });
      for (const oldest of doubts.keys()) {
        if (doubts.size <= mostDoubts) break;
        doubts.delete(oldest);
      }
    },
    named(key, id) {
      const doubt = doubts.get(key);
      if (doubt) doubts.set(key, { ...doubt, id });
    },
    goesOn(key, doubt, { id = doubt.id, failed }) {
      const looks = failed ? doubt.looks + 1 : 0;
      // Its event may have told the id while the look was under way.
      const named = doubts.get(key)?.id ?? id;
      doubts.set(key, { ...doubt, id: named, looks });
      return named !== undefined || looks < mostLooks;
    },
    end: (key) => void doubts.delete(key),
  };
}
