/**
 * Partners' mailboxes as a channel: a partner that has neither a system nor a chat hears of offers by mail, with the signed link on which it answers.
 * A partner stands for an address, so that a changed one holds at once; its chat is the record of what it was told.
 */
import { type Channel, ChannelError, type Handed } from "../channels/channel.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import { type OfferId, type OrderRef, type PartnerId, parsePartnerId } from "../domain/ids.ts";
import type { Outbound } from "../domain/message.ts";
import type { OrderNoticeRef } from "../domain/notice.ts";
import type { Offer } from "../domain/offer.ts";
import type { Order } from "../domain/order.ts";
import type { Partner } from "../domain/partner.ts";
import { letterOf } from "../mail/letter.ts";
import { pausedLetterOf } from "../mail/paused-letter.ts";
import { type Post, post, type SmtpSettings } from "../mail/smtp.ts";
import { isMailAddress } from "../mail/smtp-url.ts";
import { offerOf } from "../orders/offers.ts";
import type { MailTrouble } from "./mail-trouble.ts";
import { letterId, mailboxChannel } from "./mailbox.ts";
import { handedBy } from "./posted.ts";
import { pausedNow, toldNow } from "./told-now.ts";

export const partnerMail = "partner_mail";

export type MailChannelDeps = {
  readonly smtp: SmtpSettings;
  readonly partnerOf: (id: PartnerId) => Promise<Partner | undefined>;
  readonly orderOf: (ref: OrderRef) => Promise<Order | undefined>;
  readonly catalogue: () => Catalogue;
  /** The whole address at which an offer is answered. */
  readonly linkOf: (offer: OfferId) => string;
  /** The whole address at which a partner that is paused since a moment says that it is back. */
  readonly backLinkOf: (partner: PartnerId, since: number) => string;
  /** The office's clock. */
  readonly now: () => number;
  /** The office's own login or address is not taken: its owner has to mend that. */
  readonly trouble: Pick<MailTrouble, "lockedOut" | "letIn">;
};

export function partnerMailChannel(deps: MailChannelDeps): Channel {
  return mailboxChannel({
    ...{ name: partnerMail, mostAtOnce: 3 },
    tell: (outbound, stop) => tell(deps, outbound, stop),
  });
}

async function tell(deps: MailChannelDeps, outbound: Outbound, stop: AbortSignal): Promise<Handed> {
  const { notice } = outbound;
  // Words of staff are no letter: they have their own mail.
  if (!notice) throw new ChannelError({ type: "refused" }, "a partner's mailbox is told of orders alone");
  const id = parsePartnerId(outbound.address);
  const partner = id && (await deps.partnerOf(id));
  const to = partner?.contacts.email;
  if (!partner || to === undefined || !isMailAddress(to))
    throw new ChannelError({ type: "refused" }, "the partner has no mail address any more");
  const letter =
    notice.type === "partner.paused"
      ? pausedPost(deps, { outbound, partner, to })
      : await orderPost(deps, { outbound, notice, partner, to });
  if (!letter) return { moot: true };
  return handedBy(await post(deps.smtp, letter, stop), deps.trouble);
}

type Addressed = { readonly outbound: Outbound; readonly partner: Partner; readonly to: string };
type Telling = Addressed & { readonly notice: OrderNoticeRef; readonly order: Order };

async function orderPost(deps: MailChannelDeps, telling: Omit<Telling, "order">): Promise<Post | undefined> {
  const { notice, partner } = telling;
  const order = await deps.orderOf(notice.order.ref);
  if (!order || !toldNow(deps.catalogue(), order, { partner: partner.id, notice, now: deps.now() }))
    return undefined;
  return postOf(deps, { ...telling, order });
}

function pausedPost(deps: MailChannelDeps, { outbound, partner, to }: Addressed): Post | undefined {
  const { state, languages } = partner;
  if (!pausedNow(partner) || !("at" in state)) return undefined;
  const link = deps.backLinkOf(partner.id, state.at);
  const letter = pausedLetterOf(deps.catalogue().office, link, languages);
  return { to, letter, id: letterId(outbound.key, deps.smtp) };
}

function postOf(deps: MailChannelDeps, { outbound, notice, partner, order, to }: Telling): Post {
  const named = notice.offer && offerOf(order, notice.offer.id);
  const offer = named ?? order.offers?.findLast((one) => one.partner.id === partner.id);
  const hasPage = offer !== undefined && (notice.type === "offer.made" || offer.state.type === "accepted");
  const about = {
    ...{ catalogue: deps.catalogue(), order, notice, partner: partner.id },
    ...(offer && { offer }),
    ...(hasPage && { link: deps.linkOf(offer.id) }),
  };
  const first = letterId(threadOf(order, partner.id, offer), deps.smtp);
  const isFirst = notice.type === "offer.made";
  const id = isFirst ? first : letterId(`${outbound.key} ${JSON.stringify(notice)}`, deps.smtp);
  return { to, letter: letterOf(about, partner.languages), id, ...(!isFirst && { answers: first }) };
}

/** What all letters of one order to one partner belong to: the newest offer of it, else the order itself, of which no letter has the id. */
function threadOf({ ref, placedAt }: Order, partner: PartnerId, offer: Offer | undefined): string {
  return offer ? `offer ${offer.id}` : `order ${ref} ${placedAt} ${partner}`;
}
