/** Every way by which an office hears and speaks: channels to customers, with how their lines are, and those by which it tells partners and heads on its own. */
import { randomBytes } from "node:crypto";
import type { Channel } from "./channels/channel.ts";
import { webChatChannel } from "./channels/web-chat.ts";
import { type Mailing, openWays, type Ways, type WaysDeps } from "./dispatch/ways.ts";
import type { SmtpSettings } from "./mail/smtp.ts";
import { createLineBook, type LineBook } from "./outbox/lines.ts";
import type { Store } from "./store/store.ts";
import { backPath, offerPath } from "./web/partner/link.ts";
import type { AllowedHost } from "./webhooks/allowed-host.ts";

export type OutsideSettings = {
  /** Beside the web chat, which is always there. A channel named `web` takes its place. */
  readonly channels?: readonly Channel[];
  /** Partners' systems that may be inner ones (`WASIT_ALLOW_PRIVATE_WEBHOOKS`). */
  readonly privateWebhooks?: readonly AllowedHost[];
  /** Mail to partners that have neither a system nor a chat, and to heads; left out: none is sent. */
  readonly mail?: MailSettings;
  /** In the place of the channel to partners' systems. For tests. */
  readonly partnerSystems?: Channel;
};

/** `publicUrl`: where the links in letters lead. */
type MailSettings = { readonly smtp: SmtpSettings; readonly publicUrl: string };

export type Outside = {
  /** All of them by name, in the order in which they start. */
  readonly channels: ReadonlyMap<string, Channel>;
  readonly lines: LineBook;
  readonly ways: Ways;
  /** Signs the links by which partners answer offers; kept with the data. */
  readonly offerKey: string;
};

/** The mark that names the lines which their owner has paused. */
const pausedMark = "lines_paused";
/** The mark that holds the key of the links to offers. */
const offerKeyMark = "offer_key";

export async function openOutside(
  { channels = [], privateWebhooks = [], mail, partnerSystems }: OutsideSettings,
  deps: Pick<WaysDeps, "catalogue" | "now" | "log"> & { readonly store: Store },
): Promise<Outside> {
  const offerKey = await offerKeyOf(deps.store);
  const ways = await openWays({
    ...{ ...deps, allowedHosts: privateWebhooks },
    ...(partnerSystems && { systems: partnerSystems }),
    ...(mail && { mail: mailing(mail, offerKey) }),
  });
  const customers = byName([webChatChannel(), ...channels]);
  const lines = await openLines(deps.store, customers);
  return { channels: byName([...customers.values(), ...ways.channels]), lines, ways, offerKey };
}

/** The last of a name takes its place. */
const byName = (channels: readonly Channel[]): ReadonlyMap<string, Channel> =>
  new Map(channels.map((channel) => [channel.name, channel]));

/** The key of this data folder, made when it is first asked for. */
async function offerKeyOf({ directory }: Store): Promise<string> {
  const known = await directory.getMark(offerKeyMark);
  if (known !== undefined) return known;
  const made = randomBytes(32).toString("base64url");
  await directory.setMark(offerKeyMark, made);
  return made;
}

/** The lines to customers. A partner's system is none: its trouble is its own, and is shown on its orders. */
async function openLines({ directory }: Store, channels: ReadonlyMap<string, Channel>): Promise<LineBook> {
  return createLineBook({
    ...{ channels, now: Date.now },
    paused: JSON.parse((await directory.getMark(pausedMark)) ?? "[]") as string[],
    keepPaused: (names) => directory.setMark(pausedMark, JSON.stringify(names)),
  });
}

/** Where letters lead. */
function mailing({ smtp, publicUrl }: MailSettings, key: string): Mailing {
  return {
    smtp,
    offerLink: (offer) => `${publicUrl}${offerPath(key, offer)}`,
    backLink: (partner, since) => `${publicUrl}${backPath(key, { partner, since })}`,
    orderLink: (ref) => `${publicUrl}/queue/orders/${ref}`,
    chatLink: (chat) => `${publicUrl}/queue/chats/${chat}`,
  };
}
