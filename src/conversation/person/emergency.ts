/**
 * A life is in danger: the number to call first, then a person at once, marked urgent, whatever is open. Forms wait; nothing is asked and
 * nobody is diagnosed.
 */
import type { Event } from "../../domain/event.ts";
import { isolate } from "../../language/format.ts";
import { isOpenAt } from "../../orders/promise.ts";
import { addLine, type Work } from "../work.ts";
import { closeDecision, staffBack, wantPerson } from "./person.ts";

/** A life is in danger: nothing is more urgent, no notice stands before it, and it waits behind no other message. */
export function isEmergencyCall(event: Event): boolean {
  return (
    "reading" in event && event.reading?.understandings.some(({ type }) => type === "emergency") === true
  );
}

/** Says whom to call and hands the chat over. Works while staff have the chat, too: their case becomes the urgent one. */
export function callEmergency(work: Work, of?: "fire"): void {
  const { office, zone } = work.catalogue;
  wantPerson(work, "emergency", true);
  if (work.person) work.person = { ...work.person, reason: "emergency" };
  work.misses = 0;
  work.aside = false;
  closeDecision(work);
  if (of === "fire") addLine(work, "emergency.fire", { number: isolate(office.fire_number) });
  else addLine(work, "emergency.call", { number: isolate(office.emergency_number) });
  if (isOpenAt(office, zone, work.at)) addLine(work, "emergency.staff");
  else addLine(work, "emergency.staff_closed", { back: staffBack(work) });
  work.asked = true;
}
