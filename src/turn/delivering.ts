/** What leaves the office, and what becomes of it: handed over, lost, or not told to a partner. */
import type { Event } from "../domain/event.ts";
import { holdersOf } from "../orders/change.ts";
import { createDeliverer, type Deliverer } from "../outbox/deliver.ts";
import { isInDoubt } from "../outbox/doubt.ts";
import { doubtIn } from "../outbox/retry.ts";
import type { Delivery, OutboxRow } from "../store/engine.ts";
import type { EngineDeps } from "./deps.ts";
import type { Parts } from "./open-engine.ts";

export function delivererOf({ lines, log, ...deps }: EngineDeps, parts: Parts): Deliverer {
  const { totals } = parts;
  return createDeliverer({
    channels: deps.channels,
    now: () => performance.now(),
    realNow: deps.realNow,
    officeNow: deps.now,
    chance: Math.random,
    onProgress: () => parts.records.afterWork(),
    isAway: lines?.isAway,
    onBegin: (row) => deps.store.recordDeliveries([asInFlight(row, deps.now())]),
    onNotBegun: ({ conversation, seq }, error) =>
      log.error(
        { conversation, seq, error },
        "a message could not be written down as being in flight; trying again",
      ),
    onLetGo: (channel) => lines?.letGo(channel),
    onHanded(row, begun) {
      const { channel, conversation, seq, askedAt } = row;
      lines?.spoke(channel);
      parts.reach.handed(conversation, begun);
      if (askedAt !== undefined && isInDoubt(row)) parts.reach.arrived(conversation, seq);
    },
    onLost: (row, why) => parts.reach.lost(row, why),
    onProblem(row, fault, gaveUp, error) {
      // The line's own prudence, not its trouble.
      if (fault.type === "held") lines?.kept(row.channel);
      if (fault.type === "held" && !gaveUp) return;
      totals.delivery_failures_total += 1;
      const unsure = fault.type === "retry_later" ? fault.unsure : undefined;
      // Of one that was only looked for nothing was repeated.
      if (doubtIn(fault) > 0 && !gaveUp) totals.possible_repeat_total += 1;
      lines?.failed(row.channel, unsure ? "unsure" : fault.type);
      const { conversation, seq } = row;
      const facts = { conversation, seq, fault: fault.type, gaveUp, ...(error !== undefined && { error }) };
      log.warn(facts, "a message could not be handed over");
      if (gaveUp) tellUntold(deps.now, parts, row);
    },
    afterSend: () => deps.onPoint("after-send"),
  });
}

/** Of what a partner's system was not told, its order's chat hears. That an offer is over need not be told by phone. */
function tellUntold(
  now: () => number,
  { intake }: Parts,
  { effect, address, conversation }: OutboxRow,
): void {
  const { notice } = effect;
  // That it is paused, heads see by themselves.
  if (!notice || notice.type === "offer.withdrawn" || notice.type === "partner.paused") return;
  void intake.happenTo(notice.order.ref, (order): Event | undefined => {
    const concerned = [...holdersOf(order), ...(order.offers ?? []).map((one) => one.partner)];
    const partner = concerned.find(({ id, chats }) => id === address || chats?.includes(conversation));
    return partner && { type: "partner_untold", at: now(), order, partner, notice: notice.type };
  });
}

function asInFlight(row: OutboxRow, at: number): Delivery {
  const { conversation, seq, attempts } = row;
  return { conversation, seq, state: "in_flight", at, attempts, ...(isInDoubt(row) && { error: "unsure" }) };
}
