/** What a few words around an order's number want of that order: to cancel it, to change it, to hear how it stands. */
import type { OrderRef } from "../../domain/ids.ts";
import type { Understanding } from "../../domain/understanding.ts";
import { conceptsOf } from "../learning/concepts.ts";
import type { Word } from "../words.ts";

/** Words that say whose number it is, and no more. */
const aside = new Set(
  fromList(
    `رقم الرقم رقمه طلبيه الطلبيه شحنه حجز الحجز معامله المعامله عن علي في هو هذا لي لنا ابي ابغي عايز اريد لازم تبع حق حقي وش ايش
the a my our this that is of for on no nr number num ref reference please order booking request raqam rakam el al i want to it`,
  ),
);

function fromList(list: string): string[] {
  return list.split(/\s+/);
}

const statusWords = new Set(["status", "my_order", "where", "what"]);

/**
 * The command that the words beside an order's number make; `undefined` where a word says something else, which is the model's to
 * read. No words at all ask how the order stands.
 */
export function wantedOf(words: readonly Word[], ref: OrderRef): Understanding | undefined {
  const kinds = new Set(words.map(kindOf));
  if (kinds.has("other") || (kinds.has("cancel") && kinds.has("modify"))) return undefined;
  if (kinds.has("cancel")) return { type: "cancel_order", ref };
  return kinds.has("modify") ? { type: "correct", ref, fields: {} } : { type: "order_status", ref };
}

function kindOf({ text, key }: Word): "cancel" | "modify" | "status" | "other" {
  const [concept] = conceptsOf([key]);
  if (concept === "cancel" || concept === "modify") return concept;
  if (aside.has(text) || aside.has(key)) return "status";
  return concept !== undefined && statusWords.has(concept) ? "status" : "other";
}
