/** What we took to be meant, and is not: a form that was begun of it goes, and an offer of it is not made again. */
import { leaveAside } from "../order/cancel.ts";
import { activeDraft, type Work } from "../work.ts";
import { askDecision } from "./decisions.ts";
import { askMenu } from "./menu.ts";

/** @param alone nothing else is said. `missed`: what is wanted instead is still to be understood. */
export function hearNotMeant(work: Work, services: readonly string[], alone: boolean): "heard" | "missed" {
  const draft = activeDraft(work);
  if (draft && services.includes(draft.service)) leaveAside(work, draft);
  const left = dropOffer(work, services);
  if (left || !alone) return left ? "heard" : "missed";
  if (!activeDraft(work)) askMenu(work, "not_understood.menu");
  return "heard";
}

/** Takes these services out of what was offered. Whether others are left, which then are asked about. */
function dropOffer(work: Work, services: readonly string[]): boolean {
  const { open } = work;
  if (open?.type !== "which_service" && open?.type !== "begin_service") return false;
  const offered = open.type === "begin_service" ? [open.service] : open.candidates;
  const candidates = offered.filter((service) => !services.includes(service));
  if (open.type === "begin_service" || candidates.length === 0) {
    if (candidates.length < offered.length) work.open = undefined;
    return false;
  }
  if (candidates.length < offered.length) askDecision(work, { ...open, candidates });
  return candidates.length < offered.length;
}
