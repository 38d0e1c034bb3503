/** The ways by which the office tells partners and heads on its own, each a channel: to partners' systems, and by mail to partners and heads. */
import type { Channel } from "../channels/channel.ts";
import type { Catalogue } from "../conversation/flow/flow.ts";
import type { ConversationId, OfferId, OrderRef, PartnerId } from "../domain/ids.ts";
import type { Log } from "../log.ts";
import type { SmtpSettings } from "../mail/smtp.ts";
import type { Store } from "../store/store.ts";
import type { AllowedHost } from "../webhooks/allowed-host.ts";
import { partnerMailChannel } from "./mail-channel.ts";
import { createMailTrouble, type MailTrouble } from "./mail-trouble.ts";
import { staffMailChannel } from "./staff-mail-channel.ts";
import { partnerSystemChannel } from "./system-channel.ts";
import { createSystemTroubles, type SystemTroubles } from "./system-troubles.ts";
import { pausedNow, toldNow } from "./told-now.ts";
import { openUnreachedHeads, type UnreachedHeads } from "./unreached-heads.ts";

export type WaysDeps = {
  readonly store: Pick<Store, "engine" | "orders" | "partners" | "people" | "directory">;
  readonly catalogue: () => Catalogue;
  readonly now: () => number;
  readonly log: Log;
  /** Partners' systems that may be inner ones. */
  readonly allowedHosts: readonly AllowedHost[];
  /** In the place of the channel to partners' systems. For tests. */
  readonly systems?: Channel;
  /** Left out: the office sends no mail. */
  readonly mail?: Mailing;
};

/** A mail server, and the whole addresses of the pages to which letters lead. */
export type Mailing = {
  readonly smtp: SmtpSettings;
  readonly offerLink: (offer: OfferId) => string;
  readonly backLink: (partner: PartnerId, since: number) => string;
  readonly orderLink: (ref: OrderRef) => string;
  readonly chatLink: (chat: ConversationId) => string;
};

export type Ways = {
  readonly channels: readonly Channel[];
  readonly systemTroubles: SystemTroubles;
  readonly mailTrouble: MailTrouble;
  readonly unreachedHeads: UnreachedHeads;
};

export async function openWays(deps: WaysDeps): Promise<Ways> {
  const systemTroubles = createSystemTroubles(deps.now);
  const mailTrouble = createMailTrouble(deps.now, deps.log);
  const { people, directory: marks } = deps.store;
  const unreachedHeads = await openUnreachedHeads({ people, marks });
  const systems = deps.systems ?? systemsOf(deps, systemTroubles);
  const mailboxes = deps.mail ? mailboxesOf(deps, deps.mail, { mailTrouble, unreachedHeads }) : [];
  return { channels: [systems, ...mailboxes], systemTroubles, mailTrouble, unreachedHeads };
}

function systemsOf({ store, catalogue, now, allowedHosts }: WaysDeps, troubles: SystemTroubles): Channel {
  const { orders, partners } = store;
  return partnerSystemChannel({
    allowedHosts,
    onOutcome: troubles.heard,
    async toldNow(partner, notice) {
      if (notice.type === "partner.paused") return pausedNow(await partners.get(partner));
      const order = await orders.get(notice.order.ref);
      return order && toldNow(catalogue(), order, { partner, notice, now: now() });
    },
    async systemOf(id) {
      const url = (await partners.get(id))?.contacts.webhook;
      const secret = await partners.secretOf(id);
      return url === undefined || secret === undefined ? undefined : { url, secret };
    },
  });
}

function mailboxesOf(
  { store, catalogue, now }: WaysDeps,
  { smtp, offerLink, backLink, orderLink, chatLink }: Mailing,
  { mailTrouble: trouble, unreachedHeads: unreached }: Pick<Ways, "mailTrouble" | "unreachedHeads">,
): readonly Channel[] {
  const { engine, orders, partners, people } = store;
  const both = { smtp, catalogue, orderOf: (ref: OrderRef) => orders.get(ref), trouble };
  return [
    partnerMailChannel({
      ...{ ...both, linkOf: offerLink, backLinkOf: backLink, now },
      partnerOf: (id) => partners.get(id),
    }),
    staffMailChannel({
      ...{ ...both, linkOf: orderLink, chatLinkOf: chatLink, unreached },
      agentOf: (id) => people.getAgent(id),
      chatOf: (id) => engine.getConversation(id),
    }),
  ];
}
