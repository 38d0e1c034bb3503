/** Looks up who may carry an order out, for its page, and reads to whom it is to be given. */

import type { Flow } from "../../../conversation/flow/flow.ts";
import { flowOf } from "../../../conversation/flow/pinned.ts";
import { type Choice, choose } from "../../../dispatch/choose.ts";
import { namePartner } from "../../../dispatch/reach.ts";
import { loadsAt, standingsAt } from "../../../dispatch/standings.ts";
import { wantedOf } from "../../../dispatch/wanted.ts";
import { type OfferId, offerIdOf, parseOfferId, parsePartnerId } from "../../../domain/ids.ts";
import type { Order } from "../../../domain/order.ts";
import type { Partner, PartnerName } from "../../../domain/partner.ts";
import { localDate } from "../../../language/times/clock.ts";
import { nextOpening } from "../../../orders/promise.ts";
import { calendarOf } from "../../../partners/calendar.ts";
import { keptFromOffers } from "../../../partners/ready.ts";
import type { WebParts } from "../../deps.ts";
import { textOf } from "../../form.ts";
import { longestReason } from "../../lengths.ts";
import { offerPath } from "../../partner/link.ts";
import { type ReadAct, tooLong } from "./acts.ts";

/** Partners suggested on a page. */
const mostSuggested = 5;
/** Paused partners that are told of with their reason. */
const mostPaused = 50;

export type ShownChoice = {
  readonly choice: Choice;
  readonly current: Partner | undefined;
  readonly opensAt: (partner: Partner) => number | undefined;
  /** The whole address at which a partner answers an offer; undefined where there are no links. */
  readonly linkOf: ((offer: OfferId) => string) | undefined;
  /** How partners are found for orders like this one. */
  readonly strategy: Flow["dispatch"]["strategy"];
};

/** Who may carry the order out now. The flow of today decides, as it does for a new order. */
export async function choiceFor(parts: WebParts, order: Order): Promise<ShownChoice> {
  const { partners, catalogue, config, engine } = parts;
  const { service, partner } = order;
  const paused = (status: "paused_by_staff" | "paused_by_itself") =>
    partners.list({ service, status }, { sortedIn: "ar", limit: mostPaused });
  const [active, byStaff, byItself, loads, standing, current] = await Promise.all([
    partners.offering(service),
    paused("paused_by_staff"),
    paused("paused_by_itself"),
    loadsAt(parts, engine.now()),
    standingsAt(parts, engine.now()),
    partner && partners.get(partner.id),
  ]);
  const resting = [byStaff, byItself].flatMap((page) => (page.type === "page" ? page.partners : []));
  const { office } = catalogue();
  const known = {
    office,
    zone: config.zone,
    standing,
    load: (id: Partner["id"]) => loads.get(id),
  };
  const wanted = wantedOf(order, dispatchOf(parts, order), engine.now());
  const { offerKey } = parts;
  return {
    linkOf:
      offerKey === undefined ? undefined : (offer) => `${config.publicUrl}${offerPath(offerKey, offer)}`,
    choice: choose([...active, ...resting], wanted, known, mostSuggested),
    current,
    strategy: flowOf(catalogue(), order).dispatch.strategy,
    opensAt: (one) => nextOpening(calendarOf(one, office), config.zone, engine.now()),
  };
}

function dispatchOf({ catalogue }: WebParts, order: Order): Flow["dispatch"] {
  return (catalogue().flows.get(order.service) ?? flowOf(catalogue(), order)).dispatch;
}

/** `partner=p_…`: one that offers the service and may get orders at all today. Staff may have agreed with one that is closed or far. */
async function readPartner(
  { partners, engine, config }: WebParts,
  form: URLSearchParams,
  order: Order,
): Promise<Partner | undefined> {
  const id = parsePartnerId(textOf(form, "partner"));
  const partner = id && (await partners.get(id));
  const today = localDate(engine.now(), config.zone);
  const isFit =
    partner?.kind === "business" &&
    partner.services.includes(order.service) &&
    keptFromOffers(partner, today) === undefined;
  return isFit ? partner : undefined;
}

/** To whom the order is given, at its fixed price where it has one. */
export async function readGive(parts: WebParts, form: URLSearchParams, order: Order): Promise<ReadAct> {
  const partner = await readPartner(parts, form, order);
  if (!partner) return { type: "not_fit" };
  const pays = partner.prices[order.service];
  const terms = parts.offerKey !== undefined && { offer: freshOffer(parts, order), ...(pays && { pays }) };
  return { type: "act", act: { type: "give", partner: await named(parts, partner), ...terms } };
}

/** As the order names it, with the chats in which it is told of it. */
function named({ engine, partners, mailChatOf }: WebParts, partner: Partner): Promise<PartnerName> {
  return namePartner(
    {
      secretOf: (id) => partners.secretOf(id),
      mails: mailChatOf !== undefined,
      openChat: async (channel, address, language) =>
        (await engine.openConversation({ channel, address, language })).id,
    },
    partner,
  );
}

/** To whom the order is shown, for as long as its flow says and for what that partner is paid; or who is asked for a price (`asks=price`). */
export async function readOffer(parts: WebParts, form: URLSearchParams, order: Order): Promise<ReadAct> {
  const partner = await readPartner(parts, form, order);
  if (!partner || parts.offerKey === undefined) return { type: "not_fit" };
  const offer = freshOffer(parts, order);
  const { offer_minutes: minutes, quote_minutes: collecting } = dispatchOf(parts, order);
  const pays = partner.prices[order.service];
  const who = await named(parts, partner);
  if (form.get("asks") === "price")
    return { type: "act", act: { type: "offer", offer, partner: who, minutes: collecting, asks: "price" } };
  return { type: "act", act: { type: "offer", offer, partner: who, minutes, ...(pays && { pays }) } };
}

const freshOffer = ({ randomBytes }: WebParts, { ref }: Order): OfferId =>
  offerIdOf(ref, Buffer.from(randomBytes(12)).toString("base64url"));

/** `offer=of_…` */
export function readWithdrawal(form: URLSearchParams): ReadAct {
  const offer = parseOfferId(textOf(form, "offer"));
  return offer ? { type: "act", act: { type: "withdraw_offer", offer } } : { type: "nothing_to_do" };
}

/** `offer=of_…&words=…`: the price that the customer told staff to take. */
export function readPriceChoice(form: URLSearchParams): ReadAct {
  const [offer, words] = [parseOfferId(textOf(form, "offer")), textOf(form, "words")];
  if (!offer) return { type: "nothing_to_do" };
  if (words === "") return { type: "reason_missing" };
  return tooLong(words, longestReason) ?? { type: "act", act: { type: "choose_price", offer, words } };
}

/** Why the partner does not do it after all, for colleagues. */
export function readGiveBack(form: URLSearchParams): ReadAct {
  const reason = textOf(form, "reason");
  if (reason === "") return { type: "reason_missing" };
  return tooLong(reason, longestReason) ?? { type: "act", act: { type: "give_back", reason } };
}
