/** «وصلني»: in its chat a partner says that it knows of a change, or that it can't be done so. */
import type { Choice } from "../../domain/message.ts";
import type { Order } from "../../domain/order.ts";
import { awaited } from "../../orders/confirmation.ts";
import { type Seen, seenOf } from "./jobs.ts";
import type { PartnerSaying } from "./read.ts";
import { namedBy, type Scene } from "./scene.ts";
import { orderChoices, pressOf, type Shower, told } from "./show.ts";
import { give, line } from "./speak.ts";

/** The two answers to a change that waits for one; none where nothing does. */
export function confirmChoices(work: Shower, order: Order): readonly Choice[] {
  const asked = awaited(order);
  if (!asked) return [];
  return (["seen", "cannot"] as const).map((verb) => ({
    value: pressOf(verb, order.ref, String(asked.n)),
    label: told(work, `do_${verb}`),
  }));
}

/** Orders of this chat whose change its partner has not answered. */
export function unconfirmed({ chat, event }: Scene): readonly Seen[] {
  return seenOf(chat.jobs, event.orders).filter(({ order }) => awaited(order)?.partner === chat.id);
}

/** The question whether the change is known was the last thing said here, so that a bare word can only answer it. */
export function confirmOpen({ chat, isLast }: Scene, can: boolean): string | undefined {
  const value = chat.offered?.values[can ? 0 : 1];
  return isLast && value?.startsWith(pressOf(can ? "seen" : "cannot", "")) ? value : undefined;
}

/** @param n the change that the press was about; left out: the newest */
export function confirm(scene: Scene, { job, order }: Seen, can: boolean, n?: number): void {
  const { work, event, chat } = scene;
  const number = String(job.number);
  work.about = order.ref;
  const asked = awaited(order);
  if (!asked || asked.partner !== chat.id || (n !== undefined && n !== asked.n)) {
    line(work, asked ? "confirm_other" : "confirm_none", { number });
    give(work, choicesAfter(scene, order));
    return;
  }
  const report = { type: "confirm", n: asked.n, can, note: "" } as const;
  work.elsewhere.push({
    conversation: order.conversation,
    event: { type: "partner_reported", at: event.at, order, partner: chat.id, report },
  });
  line(work, can ? "confirmed" : "confirm_cannot", { number });
  give(work, orderChoices(work, order));
}

const choicesAfter = ({ work }: Scene, order: Order): readonly Choice[] => [
  ...confirmChoices(work, order),
  ...orderChoices(work, order),
];

/** In words: of the order that is named, or the only one that it can be. */
export function hearSeen(scene: Scene, named: Pick<PartnerSaying, "number" | "ref">): void {
  const { work } = scene;
  const waiting = unconfirmed(scene);
  const seen = namedBy(scene, named) ?? (waiting.length === 1 ? waiting[0] : undefined);
  if (seen && seen !== "unknown") {
    confirm(scene, seen, true);
    return;
  }
  if (waiting.length === 0) {
    line(work, "courtesy");
    return;
  }
  line(work, "which_order");
  give(
    work,
    waiting.map(({ job, order }) => ({
      value: pressOf("seen", order.ref, String(awaited(order)?.n)),
      label: told(work, "do_seen_of", { number: String(job.number), ref: order.ref }),
    })),
  );
}
