/** First contact: the notice in front of the first reply. */
import { isolate } from "../language/format.ts";
import { isEmergencyCall } from "./person/emergency.ts";
import { sayText } from "./show/render.ts";
import type { Work } from "./work.ts";

/** First contact: who we are and what we do with data, before the first reply, in the same bubble. */
export function welcome(work: Work): void {
  if (isEmergencyCall(work.event)) return;
  if (work.greeted || work.silent || (work.parts.length === 0 && work.question === undefined)) return;
  const { office } = work.catalogue;
  const name = work.salam ? "first_contact.notice_salam" : "first_contact.notice";
  const variables = { office: office.name[work.language], licence: isolate(office.licence) };
  // An empty line after it keeps the answer readable.
  work.parts.unshift(`${sayText(work.catalogue, work.language, name, variables)}\n`);
  work.greeted = true;
  shortenFirst(work);
}

/** The notice takes most of a small screen: where the first bubble is longer than this, its question goes without the example. */
const longestFirst = 350;

function shortenFirst(work: Work): void {
  const length = [...work.parts, work.question ?? ""].join("\n").length;
  if (length > longestFirst && work.question !== undefined)
    work.question = work.question.replace(/ ?\([^()\n]*\)(?=[؟?]?$)/u, "");
}
