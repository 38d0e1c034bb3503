/** What staff send to a partner that the office could not tell by itself: the words of its letters, short, in the language of its people. */

import type { PartnerId } from "../../../domain/ids.ts";
import type { Language } from "../../../domain/language.ts";
import type { Order } from "../../../domain/order.ts";
import { letterWordsIn } from "../../../mail/letter-words.ts";
import { offerWords } from "../../../mail/offer-words.ts";
import { awaited } from "../../../orders/confirmation.ts";
import { isClosed } from "../../../orders/status.ts";
import type { Untold } from "../../../orders/untold.ts";

type About = {
  readonly order: Order;
  readonly partner: PartnerId;
  readonly language: Language;
  /** Its page of the order; left out: it has none. */
  readonly link?: string;
};

/** One line for each thing that it has not heard; nothing of the customer, who stands on the page. */
export function readyWords(about: About, of: Untold["of"]): string {
  return of.map((news) => lineOf(about, news)).join("\n");
}

function lineOf(about: About, news: Untold["of"][number]): string {
  const { order, partner, language } = about;
  const { ref } = order;
  const words = letterWordsIn(language);
  const shared = offerWords[language];
  const isConfirmed = awaited(order)?.partner === partner;
  switch (news) {
    case "offer.made":
      return withPage(about, shared.title(ref), words.answer);
    case "order.assigned":
      return withPage(about, shared.yoursTitle(ref), words.page);
    case "order.amended":
      return withPage(about, words.amended(ref), isConfirmed ? words.confirm : words.page);
    case "customer.wrote":
      return withPage(about, words.wrote(ref), words.readWords);
    case "order.cancelled":
    case "offer.withdrawn": {
      const isEnded = order.partner?.id === partner && isClosed(order.state.status);
      return `${words.order(ref)}: ${isEnded ? shared.ended : shared.over.accepted}`;
    }
    case "customer.data":
      return `${words.order(ref)}: ${words.data[order.dataAsked ?? "delete"]}`;
    default:
      return news satisfies never;
  }
}

const withPage = ({ link }: About, title: string, lead: string): string =>
  link === undefined ? `${title}.` : `${title}. ${lead} ${link}`;
