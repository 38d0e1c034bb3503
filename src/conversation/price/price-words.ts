/**
 * How prices of partners read in the customer's chat: each with the office's fee and the tax apart and until when it stands, and the choices
 * under them.
 */
import type { Choice } from "../../domain/message.ts";
import type { Money } from "../../domain/money.ts";
import type { Open } from "../../domain/open-question.ts";
import type { Order, Price } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { feeLines } from "../../orders/fees.ts";
import { priceOfQuote, type QuotedOffer } from "../../orders/quotes.ts";
import { flowOf } from "../flow/pinned.ts";
import { choiceValue, sayText, sentenceChoices, sentenceNamed } from "../show/render.ts";
import { aboutOrder, showMoment } from "../show/show.ts";
import type { Work } from "../work.ts";

export type Choosing = Extract<Open, { type: "choose_price" }>;
type Words = Pick<Work, "catalogue" | "language" | "at">;

/** What the customer pays for a partner's price: its own, the flow's fixed lines, the office's fee, and the tax on these. */
export function quotePrice(work: Pick<Work, "catalogue">, order: Order, { state }: QuotedOffer): Price {
  return priceWith(work, order, state.total);
}

/** The same for what a partner is paid, its own tax in it. */
export function priceWith({ catalogue }: Pick<Work, "catalogue">, order: Order, theirs: Money): Price {
  const { lines, quote_fee: office } = flowOf(catalogue, order).price;
  const label = (name: "side_questions.government_fee" | "side_questions.office_fee" | "quotes.theirs") =>
    sentenceNamed(catalogue, name).say;
  const fees = feeLines(
    { government: 0, office },
    { government: label("side_questions.government_fee"), office: label("side_questions.office_fee") },
  );
  const vat = catalogue.office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  const own = [...lines, ...(office > 0 && fees ? fees : [])];
  return priceOfQuote(theirs, own, { label: label("quotes.theirs"), vat });
}

/** «نقل الأمين: 57.50 ر.س (…)»: one price with its parts, its words and its end. What a choice agrees to, word for word. */
export function priceLine(work: Words, order: Order, quote: QuotedOffer): string {
  const { catalogue, language, at } = work;
  const { total, lines } = quotePrice(work, order, quote);
  const [theirs, ...own] = lines;
  const { note, time, until } = quote.state;
  const moment = (when: number): string => showMoment(when, at, catalogue.zone, language);
  const line = sayText(catalogue, language, "quotes.line", {
    partner: isolate(quote.partner.name[language]),
    total: formatMoney(total, language),
  });
  const separator = sayText(catalogue, language, "form.separator");
  const parts = [
    ...(theirs
      ? [
          sayText(catalogue, language, "quotes.partner_price", {
            amount: formatMoney(theirs.amount, language),
          }),
        ]
      : []),
    ...own.map(({ label, amount }) => `${label[language]}: ${formatMoney(amount, language)}`),
    ...(own.length === 0 ? [sayText(catalogue, language, "quotes.no_fee")] : []),
  ].join(separator);
  return [
    sayText(catalogue, language, "quotes.parts", { line, parts }),
    ...(time === undefined ? [] : [sayText(catalogue, language, "quotes.time", { time: moment(time) })]),
    ...(note === undefined ? [] : [sayText(catalogue, language, "quotes.note", { note: isolate(note) })]),
    sayText(catalogue, language, "quotes.until", { until: moment(until) }),
  ].join(separator);
}

/** The whole list with its question. */
export function listText(work: Words, order: Order, quotes: readonly QuotedOffer[]): string {
  const { catalogue, language } = work;
  return sayText(catalogue, language, quotes.length === 1 ? "quotes.ask_one" : "quotes.ask", {
    ref: isolate(order.ref),
    about: aboutOrder(work, order),
    lines: quotes.map((quote) => priceLine(work, order, quote)).join("\n"),
  });
}

/** The question without the list, which stands above. */
export function pricesAgain({ catalogue, language }: Words, { ref, offers }: Choosing): string {
  const name = offers.length === 1 ? "quotes.again_one" : "quotes.again";
  return sayText(catalogue, language, name, { ref: isolate(ref) });
}

/** Each price, and none; of a single one yes and no. */
export function priceChoices(
  { catalogue, language }: Pick<Work, "catalogue" | "language">,
  { offers, token }: Choosing,
): readonly Choice[] {
  if (offers.length === 1) return sentenceChoices(catalogue, language, "quotes.ask_one", token);
  const named = offers.map(({ offer, partner, total }) => ({
    value: choiceValue(token, offer),
    label: sayText(catalogue, language, "form.line", {
      ...{ label: partner[language], value: formatMoney(total, language) },
    }),
  }));
  return [...named, ...sentenceChoices(catalogue, language, "quotes.ask", token)];
}
