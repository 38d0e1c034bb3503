/** What an order needs of a partner, by its flow: the service, the places at which the work is done, the licences. Pure. */
import type { AnswerValue } from "../domain/answer.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { Order } from "../domain/order.ts";
import type { LicenceKind } from "../domain/partner.ts";
import type { Wanted } from "./choose.ts";

/** The part of a flow that says who may carry it out. */
export type Dispatch = { readonly where: readonly string[]; readonly licences: readonly LicenceKind[] };

/**
 * What this order needs at a moment (epoch milliseconds).
 * @param asked partners that were asked before, in this search
 */
export function wantedOf(
  order: Pick<Order, "service" | "fields" | "passedOn">,
  { where, licences }: Dispatch,
  at: number,
  asked: ReadonlySet<PartnerId> = new Set(),
): Wanted {
  const places = where.flatMap((name) => placeOf(order.fields[name]?.value) ?? []);
  const atMost = order.passedOn?.amountMinor;
  return { service: order.service, places: [...new Set(places)], licences, asked, atMost, at };
}

/** The city of a place or an address, by its English gazetteer name; undefined where none is known. */
function placeOf(value: AnswerValue | undefined): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && "city" in value ? value.city : undefined;
}
