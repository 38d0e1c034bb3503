/**
 * A notice as a letter: in every language that the partner's people read, as plain text and as simple HTML. It shows what an offer shows, and of the
 * customer nothing where a page does: a letter lies in a mailbox for good. Pure.
 */
import type { Catalogue, Flow } from "../conversation/flow/flow.ts";
import { flowOf } from "../conversation/flow/pinned.ts";
import { showValue } from "../conversation/show/show-value.ts";
import type { PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { PartnerNotice } from "../domain/notice.ts";
import type { Offer } from "../domain/offer.ts";
import type { Order } from "../domain/order.ts";
import { formatMoment, formatMoney } from "../language/format.ts";
import { awaited } from "../orders/confirmation.ts";
import { endOf } from "../orders/offers.ts";
import { shownFields } from "../orders/shown-fields.ts";
import { isClosed } from "../orders/status.ts";
import { escapeHtml, footnote, htmlOfParts, linkTo, paragraph, partIn, textOfParts } from "./letter-form.ts";
import { type LetterWords, letterWordsIn } from "./letter-words.ts";
import { offerWords } from "./offer-words.ts";

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

export type LetterAbout = {
  readonly catalogue: Catalogue;
  readonly order: Order;
  /** News of a change that names the offer is of its pay. */
  readonly notice: Pick<PartnerNotice, "type"> & { readonly offer?: object };
  /** Whose letter it is. */
  readonly partner: PartnerId;
  /** The partner's newest offer of the order; left out: it was given by hand. */
  readonly offer?: Offer;
  /** Where it is answered, and where its order stands after that; left out: there is no such page. */
  readonly link?: string;
};

/** One language's part of a letter. */
type Part = {
  readonly language: Language;
  readonly title: string;
  readonly service: string;
  readonly lines: readonly string[];
  readonly details: readonly { readonly label: string; readonly value: string }[];
  /** What follows the details; the link stands behind the first. */
  readonly after: readonly string[];
  readonly link: { readonly label: string; readonly url: string } | undefined;
  readonly office: string;
};

/** @param languages at least one; each has its part, in this order */
export function letterOf(about: LetterAbout, languages: readonly Language[]): Letter {
  const parts = languages.map((language) => partOf(about, language));
  return {
    // The same in every letter of an order: mailboxes that thread by subject keep them together.
    subject: parts
      .map(({ language, service }) => letterWordsIn(language).subject(about.order.ref, service))
      .join(" · "),
    text: textOfParts(parts.map(textOf)),
    html: htmlOfParts(parts.map(htmlOf)),
  };
}

/** Letters that say their one thing and no more of the order. */
const newsTypes: ReadonlySet<PartnerNotice["type"]> = new Set([
  "offer.withdrawn",
  "order.cancelled",
  "customer.data",
]);

function partOf(about: LetterAbout, language: Language): Part {
  const { catalogue, order, notice, link } = about;
  const flow = flowOf(catalogue, order);
  const words = letterWordsIn(language);
  const isNews = newsTypes.has(notice.type);
  const asks = asksToConfirm(about);
  const { office } = catalogue;
  return {
    language,
    ...{
      title: titleOf(about, words, language),
      service: flow.title[language],
      lines: linesOf(about, language),
    },
    details: isNews || notice.type === "customer.wrote" ? [] : detailsOf(about, flow, language),
    after: isNews && !asks ? [] : afterOf(about, flow, words),
    link: (isNews && !asks) || link === undefined ? undefined : { label: words.link, url: link },
    office: `${office.name[language]} · ${office.phone}`,
  };
}

function titleOf({ notice, order: { ref } }: LetterAbout, words: LetterWords, language: Language): string {
  const shared = offerWords[language];
  switch (notice.type) {
    case "offer.made":
      return shared.title(ref);
    case "order.assigned":
      return shared.yoursTitle(ref);
    case "order.amended":
      return notice.offer ? words.payAgreed(ref) : words.amended(ref);
    case "customer.wrote":
      return words.wrote(ref);
    case "offer.withdrawn":
    case "order.cancelled":
    case "customer.data":
      return words.order(ref);
    default:
      return notice.type satisfies never;
  }
}

function linesOf(about: LetterAbout, language: Language): readonly string[] {
  const { notice, offer } = about;
  const shared = offerWords[language];
  switch (notice.type) {
    case "offer.made":
      return [
        ...(offer
          ? [`${shared.until}: ${formatMoment(offer.until, about.catalogue.zone, language, { year: false })}`]
          : []),
        payOf(about, language),
      ];
    case "order.assigned":
      return [payOf(about, language)];
    case "customer.wrote":
      return [];
    case "order.amended":
      return notice.offer ? [payOf(about, language)] : [];
    case "offer.withdrawn":
      return [shared.over[offer ? endOf(offer, "withdrawn") : "withdrawn"]];
    case "customer.data":
      return [letterWordsIn(language).data[about.order.dataAsked ?? "delete"]];
    case "order.cancelled":
      return [isTheirEnd(about) ? shared.ended : shared.over.accepted];
    default:
      return notice.type satisfies never;
  }
}

/** What the letter tells waits for a word on the order's page that the partner knows. */
function asksToConfirm({ notice, order, partner, link }: LetterAbout): boolean {
  const asked = link === undefined ? undefined : awaited(order);
  if (asked?.partner !== partner) return false;
  return notice.type === (asked.what === "cancelled" ? "order.cancelled" : "order.amended");
}

/** The order ended with this partner; taken from it, another may have done it since. */
function isTheirEnd({ order, partner }: LetterAbout): boolean {
  return order.partner?.id === partner && isClosed(order.state.status);
}

function payOf({ offer }: LetterAbout, language: Language): string {
  const shared = offerWords[language];
  if (offer?.asks === "price" && offer.state.type === "open") return shared.asksPrice;
  const pay = offer?.pays ? `${formatMoney(offer.pays, language)} ${shared.paysByOffice}` : shared.paysOpen;
  return `${shared.pays}: ${pay}`;
}

/** Where the order has a page, what an offer shows and no more; the customer stands on the page. */
function detailsOf(
  { catalogue, order, notice, link }: LetterAbout,
  { questions, dispatch }: Flow,
  language: Language,
): Part["details"] {
  const { contact, offer_shows: offerShows } = dispatch;
  const hasIt = notice.type !== "offer.made" && link === undefined;
  return shownFields(questions, order.fields, { hasIt, contact, offerShows }).map(({ question, value }) => ({
    label: question.label[language],
    value: showValue(catalogue, question, value, language, { long: true }),
  }));
}

function afterOf(about: LetterAbout, { dispatch }: Flow, words: LetterWords): readonly string[] {
  const { notice, link, offer } = about;
  if (asksToConfirm(about)) return [words.confirm];
  if (notice.type === "offer.made")
    return [offer?.asks === "price" ? words.answerPrice : words.answer, words.noReply];
  if (notice.type === "customer.wrote") return [words.readWords, words.noReplyToCustomer];
  const relay = dispatch.contact === "relay" ? [words.relay] : [];
  return link === undefined ? [words.call, ...relay] : [words.page, ...relay, words.noReply];
}

function textOf({ title, service, lines, details, after, link, office }: Part): string {
  const [first, ...rest] = after;
  return [
    `${title}\n${service}`,
    lines.join("\n"),
    details.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    [...(first === undefined ? [] : [first]), ...(link ? [link.url] : [])].join("\n"),
    rest.join("\n"),
    office,
  ]
    .filter((block) => block !== "")
    .join("\n\n");
}

function htmlOf({ language, title, service, lines, details, after, link, office }: Part): string {
  const [first, ...rest] = after;
  const rows = details.map(
    ({ label, value }) =>
      `<tr><th style="text-align:start;vertical-align:top;padding:2px 8px;font-weight:normal;color:#555">${escapeHtml(label)}</th><td style="padding:2px 8px">${escapeHtml(value)}</td></tr>`,
  );
  return partIn(language, [
    `<h1 style="font-size:1.2em">${escapeHtml(title)}</h1>`,
    paragraph(service),
    ...lines.map(paragraph),
    ...(rows.length > 0 ? [`<table style="border-collapse:collapse">${rows.join("")}</table>`] : []),
    ...(first === undefined ? [] : [paragraph(first)]),
    ...(link ? [linkTo(link.url, link.label)] : []),
    ...rest.map(paragraph),
    footnote(office),
  ]);
}
