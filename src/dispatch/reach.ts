/** By which ways a partner is told of offers by itself, without anybody of staff sending a link. */
import type { ConversationId, PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Partner, PartnerName } from "../domain/partner.ts";
import { partnerMail } from "./mail-channel.ts";
import { partnerSystem } from "./system-channel.ts";

export type ReachDeps = {
  /** The chat that stands for the partner on a channel; made when there is none. */
  readonly openChat: (channel: string, address: string, language: Language) => Promise<ConversationId>;
  readonly secretOf: (partner: PartnerId) => Promise<string | undefined>;
  /** Whether the office sends mail. */
  readonly mails: boolean;
};

/** Whether it may be asked by itself: it has a system or a chat of its own, or gets mail. */
export function isReachable(
  { contacts }: Pick<Partner, "contacts">,
  { mails }: Pick<ReachDeps, "mails">,
): boolean {
  const { webhook, chat, email } = contacts;
  return webhook !== undefined || chat !== undefined || (mails && email !== undefined);
}

/** Like `openChat`, but undefined where there is none. */
export type FindChat = (...about: Parameters<ReachDeps["openChat"]>) => Promise<ConversationId | undefined>;

/** The partner as orders name it, with every chat in which it is told of them; without `chats` it is told nowhere. */
export async function namePartner(
  deps: Omit<ReachDeps, "openChat"> & { readonly openChat: FindChat },
  partner: Partner,
): Promise<PartnerName> {
  const { id, name, languages } = partner;
  const channel = await channelOf(deps, partner);
  const made = channel === undefined ? undefined : await deps.openChat(channel, id, languages[0] ?? "ar");
  const own = partner.contacts.chat?.conversation;
  const chats = [...(own === undefined ? [] : [own]), ...(made === undefined ? [] : [made])];
  return chats.length === 0 ? { id, name } : { id, name, chats };
}

/** Its own system where it has one; by mail where it has no chat either. */
async function channelOf(
  { secretOf, mails }: Pick<ReachDeps, "secretOf" | "mails">,
  { id, contacts }: Partner,
): Promise<string | undefined> {
  const { webhook, chat, email } = contacts;
  if (webhook !== undefined && (await secretOf(id)) !== undefined) return partnerSystem;
  return mails && email !== undefined && chat === undefined ? partnerMail : undefined;
}
