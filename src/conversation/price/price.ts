/** The price of an order that staff have set: told line by line, and asked to be approved. The customer's answer moves the order. */
import type { Open } from "../../domain/open-question.ts";
import type { Order, Price } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { moveOrder } from "../../orders/change.ts";
import { feeLines, priceOf } from "../../orders/fees.ts";
import { orderInEvent } from "../order/cancel.ts";
import { canTell } from "../order/news.ts";
import { tellStatus } from "../order/order-status.ts";
import { sayText, sentenceChoices, sentenceNamed } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { isMuted } from "../wake.ts";
import { addLine, addNews, changeOrder, type Work } from "../work.ts";

/**
 * Both fees as lines, with the tax line where the office is registered. Undefined when both are nothing.
 * @param fees halalas without tax
 */
export function priceFrom(
  { catalogue }: Pick<Work, "catalogue">,
  fees: { readonly government: number; readonly office: number },
): Price | undefined {
  if (fees.government + fees.office === 0) return undefined;
  const lines = feeLines(fees, {
    government: sentenceNamed(catalogue, "side_questions.government_fee").say,
    office: sentenceNamed(catalogue, "side_questions.office_fee").say,
  });
  const vat = catalogue.office.vat_registered ? sentenceNamed(catalogue, "read_back.vat").say : undefined;
  return (
    lines &&
    priceOf(
      lines.filter(({ amount }) => amount.amountMinor > 0),
      vat,
    )
  );
}

/** Tells the price as news, with the question under it: it is said whatever else is open, which waits meanwhile. */
export function askForApproval(work: Work, order: Order, price: Price): void {
  if (!canTell(work)) return;
  const { catalogue, language } = work;
  const text = sayText(catalogue, language, "price.ask", {
    ref: isolate(order.ref),
    about: aboutOrder(work, order),
    lines: price.lines
      .map(({ label, amount }) => `${label[language]}: ${formatMoney(amount, language)}`)
      .join("\n"),
    total: formatMoney(price.total, language),
  });
  work.questions += 1;
  const token = `q${work.questions}`;
  work.open = { type: "approve_price", ref: order.ref, text, token };
  const choices = sentenceChoices(catalogue, language, "price.ask", token);
  // Who placed the order asked for its price: a yes to one that was never shown would be none.
  addNews(work, order.ref, text, { choices, owed: true });
}

/** Yes: approved, with the words that were agreed to. No: the order ends, free of charge. */
export function answerPrice(work: Work, open: Extract<Open, { type: "approve_price" }>, id: string): boolean {
  if (id !== "yes" && id !== "no") return false;
  const { catalogue, language, at } = work;
  const order = orderInEvent(work, open.ref);
  work.open = undefined;
  // While a colleague speaks with the customer, the press is answered and nothing else is asked.
  if (isMuted(work)) work.asked = true;
  if (order?.state.status !== "quoted") {
    tellStatus(work, open.ref);
    return true;
  }
  const by = { type: "customer" } as const;
  const move =
    id === "yes"
      ? ({ to: "approved", note: open.text } as const)
      : ({ to: "cancelled", note: sayText(catalogue, language, "price.reason") } as const);
  changeOrder(work, moveOrder(order, move, by, at));
  work.about = open.ref;
  addLine(work, id === "yes" ? "price.approved" : "price.refused", { ref: isolate(open.ref) });
  return true;
}

/** A press under a price counts also while a colleague speaks with the customer, who asked for it. */
export function answersPrice({ open }: Pick<Work, "open">, value: string): boolean {
  if (open?.type !== "approve_price" && open?.type !== "choose_price") return false;
  return value.startsWith(`${open.token}:`);
}
