/** What happens by an act: of staff, of partners, of programs, and of leases that end. Each becomes an event of its chat, or of its order. */
import type { Event } from "../domain/event.ts";
import { type Acted, type Engine, isChangedOffer } from "../engine.ts";
import { mayReturn } from "../orders/declines.ts";
import type { EngineDeps } from "./deps.ts";
import type { Parts } from "./open-engine.ts";
import { hashOfPartnerCode } from "./partner-codes.ts";

export function actsOf(
  { now, realNow, partners }: EngineDeps,
  { intake: { happen, happenTo } }: Parts,
): Pick<
  Engine,
  | "act"
  | "enterOrder"
  | "moveOrder"
  | "answerOffer"
  | "partnerReports"
  | "partnerPaused"
  | "endLease"
  | "joinPartner"
  | "partPartner"
> {
  return {
    async joinPartner(conversation, code) {
      const partner = await partners?.withLinkCode(hashOfPartnerCode(code), now());
      if (!partner) return { type: "unknown" };
      return happen(conversation, () => ({ type: "partner_joined", at: now(), partner, orders: [] }));
    },
    partPartner: (partner, conversation) =>
      happen(conversation, () => ({ type: "partner_parted", at: now(), partner })),
    act(agent, act, on) {
      const expect = "expect" in on && on.expect !== undefined && { expect: on.expect };
      const acted = { type: "agent_acted", at: now(), agent, act } as const;
      return "ref" in on
        ? happenTo(on.ref, (order) => ({ ...acted, at: now(), order, ...expect }))
        : happen(on.conversation, () => ({ ...acted, at: now() }));
    },
    enterOrder: ({ conversation, ...entered }): Promise<Acted> =>
      happen(conversation, () => ({ type: "order_entered", at: now(), ...entered })),
    moveOrder: (ref, move) => happenTo(ref, (order) => ({ type: "order_moved", at: now(), order, move })),
    async answerOffer(ref, offer, answer) {
      const acted = await happenTo(ref, (order) => ({
        type: "offer_answered",
        at: now(),
        order,
        offer,
        answer,
      }));
      const takes = answer.type !== "decline";
      // Nothing comes of it, but its partner has not been silent.
      if (
        acted.type === "refused" &&
        acted.refusal.reason === "offer_over" &&
        acted.refusal.why === "expired"
      )
        await happenTo(ref, (order) => ({ type: "answered_late", at: now(), order, offer, takes }));
      if (isChangedOffer(acted) && (answer.type === "accept" || answer.type === "quote"))
        await happenTo(ref, (order) => {
          const declined = order.offers?.find(({ id }) => id === offer);
          // What it declined is another order by now: it is offered anew, with what it is.
          return declined && mayReturn(order, declined)
            ? { type: "offer_answered", at: now(), order, offer, answer: { type: "again" } }
            : undefined;
        });
      return acted;
    },
    partnerReports: (ref, partner, report) =>
      happenTo(ref, (order) => ({ type: "partner_reported", at: now(), order, partner, report })),
    partnerPaused: (conversation, partner) =>
      happen(conversation, (chat) =>
        chat.partner?.id === partner || chat.address === partner
          ? { type: "partner_paused", at: now(), partner }
          : undefined,
      ),
    endLease: ({ ref }) =>
      happenTo(ref, (order): Event | undefined => {
        const until = order.claim?.until;
        const isOver = until !== undefined && until <= realNow();
        return isOver ? { type: "lease_ended", at: now(), order } : undefined;
      }),
  };
}
