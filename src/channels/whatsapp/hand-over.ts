/**
 * One message handed to WhatsApp's page until its end is known. What the page answers does not tell it: the page may have queued the message,
 * may say nothing of one that left, or may not answer at all. It has left once the server has it (docs/decisions/042).
 */
import type { Outbound } from "../../domain/message.ts";
import { createDoubts } from "./doubts.ts";
import { createEndings, type EndingDeps, type HandedOver } from "./endings.ts";
import type { Doubt } from "./find-own.ts";
import type { ToSend, Web, WebMessage } from "./web.ts";

export type HandOver = {
  /** Gives it to the page, and waits for what becomes of it. */
  begin(web: Web, outbound: Outbound, said: ToSend): Promise<HandedOver>;
  /**
   * What became of an earlier hand-over of the same message, by this process or one before it; undefined: there was none, or it did not
   * leave, so that it may be begun.
   */
  earlier(web: Web, outbound: Outbound): Promise<HandedOver | undefined>;
};

export type HandOverDeps = EndingDeps & {
  /** Epoch milliseconds. */
  readonly now: () => number;
};

export function createHandOver(deps: HandOverDeps): HandOver {
  const { own, acks, now } = deps;
  const doubts = createDoubts(own);
  const endings = createEndings(deps);

  async function begin(web: Web, outbound: Outbound, said: ToSend): Promise<HandedOver> {
    const doubt: Doubt = { id: undefined, since: now() };
    const end = await own.begin(outbound.address, outbound.text, outbound.key);
    let id: string | undefined;
    let left: HandedOver = { type: "in_doubt" };
    try {
      const told = await endings.tell(web, outbound, said);
      id = told.sent?.id ?? (await endings.cameUp(outbound));
      left = await endings.endOf(web, outbound, told, { ...doubt, id });
      if (left.type === "sent" || left.type === "in_doubt") id = left.id ?? id;
      if (left.type === "in_doubt") doubts.begin(outbound.key, { ...doubt, id });
      return left;
    } finally {
      end({
        id,
        ...(left.type === "in_doubt" && { onLate: (message) => cameUpLate(outbound.key, message) }),
      });
    }
  }

  /** Nobody need look for it by its words any more. */
  function cameUpLate(key: string, { id, ack }: Pick<WebMessage, "id" | "ack">): void {
    acks.heard(id, ack);
    doubts.named(key, id);
  }

  async function earlier(web: Web, outbound: Outbound): Promise<HandedOver | undefined> {
    const { key } = outbound;
    const doubt = doubts.of(outbound);
    if (!doubt) return undefined;
    const left = await endings.nowOf(web, outbound, doubt);
    if (left?.type === "in_doubt") {
      const { id, error } = left;
      if (doubts.goesOn(key, doubt, { id, failed: error !== undefined })) return left;
    }
    doubts.end(key);
    if (left?.type !== "sent") return undefined;
    own.found(outbound.address, outbound.text, left.id);
    return left;
  }

  return { begin, earlier };
}
