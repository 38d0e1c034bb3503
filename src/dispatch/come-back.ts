/** A partner that is paused by itself says that it is back, from its system or by the link of a letter. What staff have paused, they end. */
import type { PartnerId } from "../domain/ids.ts";
import type { PartnerStore } from "../store/partners.ts";

/** `already`: the pause that is meant has ended before. */
export type CameBack = "back" | "already" | "by_staff" | "unknown";

/** How often one that somebody else changes meanwhile is read again. */
const mostTries = 5;

/** @param since the pause that is to end, epoch milliseconds; left out: whichever there is */
export async function comeBack(
  partners: Pick<PartnerStore, "get" | "save">,
  id: PartnerId,
  since?: number,
): Promise<CameBack> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const partner = await partners.get(id);
    if (!partner) return "unknown";
    const { silent: _silent, silentAt: _at, state, ...rest } = partner;
    if (state.status === "paused_by_staff") return "by_staff";
    if (state.status === "active" || (since !== undefined && state.at !== since)) return "already";
    const { type } = await partners.save([{ ...rest, state: { status: "active" } }]);
    if (type !== "stale") return "back";
  }
  throw new Error(`partner ${id} could not be brought back: it changes all the time`);
}
