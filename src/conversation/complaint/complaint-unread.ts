/** What a customer says to our answer to their complaint and nobody can read: their silence afterwards is no consent. */
import type { Event } from "../../domain/event.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { isOpenComplaint } from "../../orders/complaint.ts";
import { activeDraft, type Work } from "../work.ts";

type Heard = Extract<Event, { type: "understood" | "chose" | "sent_media" | "sent_secret" | "failed" }>;

/** Each complaint that is open knows of it. */
export function markUnread(work: Work): void {
  if (!work.complaints.some(isOpenComplaint)) return;
  work.complaints = work.complaints.map((one) =>
    isOpenComplaint(one) ? { ...one, unreadAt: work.at } : one,
  );
}

/** A colleague alone hears it: all but a courtesy may be their word. */
export function markUnheard(work: Work, event: Heard): void {
  const isCourtesy = event.type === "understood" && event.reading.understandings.every(saysNothing);
  if (!isCourtesy) markUnread(work);
}

/** Read as nothing, or as who knows what. @returns whether it was */
export function markMisread(work: Work, event: Heard): boolean {
  const isMisread =
    event.type === "failed" ||
    (event.type === "sent_media" && activeDraft(work) === undefined) ||
    work.misses > work.before.misses ||
    (event.type === "understood" && event.reading.understandings.every(({ type }) => unsure.has(type)));
  if (isMisread) markUnread(work);
  return isMisread;
}

const saysNothing = (one: Understanding): boolean =>
  courtesies.has(one.type) || (one.type === "chosen" && one.id.endsWith(":sure"));

const courtesies: ReadonlySet<Understanding["type"]> = new Set(["thanks", "greeting", "confirm"] as const);
const unsure: ReadonlySet<Understanding["type"]> = new Set(["out_of_scope", "unclear", "wish"] as const);
