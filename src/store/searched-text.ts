/** What a search for orders, or for partners, looks at, folded as customers' words are: the same for every store. */
import type { AnswerValue } from "../domain/answer.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import { fold } from "../language/letters/normalise.ts";
import { placeNamed } from "../language/places/places.ts";

/** What a search looks at: the reference, and every field's value and words. */
export function searchedText(order: Order): string {
  const parts: string[] = [order.ref];
  for (const { value, evidence } of Object.values(order.fields)) parts.push(textOf(value), evidence.text);
  if (order.claim) parts.push(order.claim.name);
  return fold(parts.join("\n"));
}

/** What a search for partners looks at: names, id, phone, e-mail, licence numbers, places in both languages. */
export function searchedPartner({ id, name, contacts, licences, cities, areas }: Partner): string {
  const places = [...cities, ...areas].map((place) => `${place} ${placeNamed(place)?.ar ?? ""}`);
  const numbers = licences.map(({ number }) => number);
  return fold(
    [name.ar, name.en, id, contacts.phone ?? "", contacts.email ?? "", ...numbers, ...places].join("\n"),
  );
}

/** A query's words; an order or a partner is found when it holds every one of them. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (/^\+?[\d-]{7,}$/.test(word) ? nationalPart(word) : word));
}

/** Phones are kept as +9665…; people write 05…: both hold the part behind the zero. */
function nationalPart(word: string): string {
  return word.replace(/\D/g, "").replace(/^00/, "").replace(/^0/, "");
}

function textOf(value: AnswerValue): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if ("text" in value) return `${value.text} ${value.city ?? ""} ${value.short ?? ""}`;
  return "amountMinor" in value ? String(value.amountMinor / 100) : "";
}
