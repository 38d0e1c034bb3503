/** The price that a partner typed into the page of its offer, with its note and another time. Whether it is a good one the order decides. */
import type { OfferAnswer } from "../../domain/offer.ts";
import { readPriceText } from "../../language/money/price-text.ts";
import { instantOf, isDate } from "../../language/times/clock.ts";
import { textOf } from "../form.ts";
import { longestReason } from "../lengths.ts";
import { storable } from "../storable.ts";

/** Longer than any price in words. */
const mostPrice = 60;

export type ReadQuote =
  | Extract<OfferAnswer, { type: "quote" }>
  | { readonly type: "no_price" }
  | { readonly type: "bad_time" };

/** @param zone the office's, in which a time without one is meant */
export function readQuote(form: URLSearchParams, zone: string): ReadQuote {
  const total = readPriceText(textOf(form, "price").slice(0, mostPrice));
  if (!total) return { type: "no_price" };
  const [note, time] = [storable(textOf(form, "note"), longestReason), textOf(form, "time")];
  const at = time === "" ? undefined : instantIn(time, zone);
  if (time !== "" && at === undefined) return { type: "bad_time" };
  return { type: "quote", total, ...(note !== "" && { note }), ...(at !== undefined && { at }) };
}

/** `2026-11-29T16:00`, as a browser's box for date and time sends it. */
function instantIn(text: string, zone: string): number | undefined {
  const [, date = "", time = ""] =
    /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d{2})?$/.exec(text) ?? [];
  return isDate(date) ? instantOf(date, time, zone) : undefined;
}
