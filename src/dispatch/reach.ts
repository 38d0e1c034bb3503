/** By which ways a partner is told of offers by itself, without anybody of staff sending a link. */
import type { ConversationId, PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Partner, PartnerName } from "../domain/partner.ts";
import { partnerSystem } from "./system-channel.ts";

export type ReachDeps = {
  /** The chat that stands for the partner on a channel; made when there is none. */
  readonly openChat: (channel: string, address: string, language: Language) => Promise<ConversationId>;
  readonly secretOf: (partner: PartnerId) => Promise<string | undefined>;
};

/** Whether it may be asked by itself: it has a system of its own. */
export function isReachable({ contacts }: Pick<Partner, "contacts">): boolean {
  return contacts.webhook !== undefined;
}

/** The partner as orders name it, with every chat in which it is told of them; without `chats` it is told nowhere. */
export async function namePartner(deps: ReachDeps, partner: Partner): Promise<PartnerName> {
  const { id, name, contacts, languages } = partner;
  if (contacts.webhook === undefined || (await deps.secretOf(id)) === undefined) return { id, name };
  return { id, name, chats: [await deps.openChat(partnerSystem, id, languages[0] ?? "ar")] };
}
