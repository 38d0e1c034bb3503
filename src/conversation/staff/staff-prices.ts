/** What staff do with the prices that partners have named: show them to the customer, or choose one by the customer's word. */
import type { AgentName } from "../../domain/agent.ts";
import type { Order } from "../../domain/order.ts";
import { formatMoney, isolate } from "../../language/format.ts";
import { choosePrice as chosen, quotesOf } from "../../orders/quotes.ts";
import { canTell } from "../order/news.ts";
import { quotePrice } from "../price/price-words.ts";
import { presentQuotes } from "../price/quotes.ts";
import { sayText } from "../show/render.ts";
import { aboutOrder } from "../show/show.ts";
import { addNews, type Work } from "../work.ts";
import {
  byAgent,
  commit,
  nothingToDo,
  type On,
  type Outcome,
  refusedToOthers,
  refusedWords,
} from "./staff-rights.ts";

/** The prices that have come so far, without waiting for more. */
export function showPrices(work: Work, agent: AgentName, order: Order): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  if (quotesOf(order, work.at).length === 0) return nothingToDo;
  presentQuotes(work, order, byAgent(agent));
  return undefined;
}

/** The customer told staff, by telephone or in the chat: their words are kept with the choice. */
export function choosePrice(work: Work, agent: AgentName, order: Order, act: On<"choose_price">): Outcome {
  const refusal = refusedToOthers(work, agent, order);
  if (refusal) return refusal;
  const note = act.words.trim();
  const unfit = refusedWords(note, "reason_missing");
  if (unfit) return unfit;
  const quote = quotesOf(order, work.at).find(({ id }) => id === act.offer);
  if (!quote) return { reason: "offer_over", why: "expired" };
  const price = quotePrice(work, order, quote);
  commit(work, chosen(order, quote, { price, by: byAgent(agent), at: work.at, note }));
  if (!canTell(work)) return undefined;
  const { catalogue, language } = work;
  const text = sayText(catalogue, language, "quotes.chosen_by_staff", {
    ref: isolate(order.ref),
    about: aboutOrder(work, order),
    total: formatMoney(price.total, language),
    partner: isolate(quote.partner.name[language]),
  });
  addNews(work, order.ref, text);
  return undefined;
}
