/** The directory of partners: who can carry orders out. Webhook secrets are here too, apart from what they belong to. */
import type { ConversationId, PartnerId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Partner, PartnerStatus } from "../domain/partner.ts";

/** Partners that fit all that is given. */
export type PartnerFilter = {
  /** Words, every one of which stands in its names, id, phone, e-mail, licence numbers or the names of its cities. */
  readonly query?: string;
  readonly service?: string;
  readonly status?: PartnerStatus;
};

/** By the name in this language; `after` is the `next` of the page before. */
export type PartnerPageRequest = {
  readonly sortedIn: Language;
  readonly limit: number;
  readonly after?: string;
};

export type PartnerPage =
  | { readonly type: "page"; readonly partners: readonly Partner[]; readonly next?: string }
  | { readonly type: "bad_cursor" };

export type PartnersSaved =
  /** As they are now, their versions one higher. */
  | { readonly type: "saved"; readonly partners: readonly Partner[] }
  /** Somebody changed these meanwhile, or made them: nothing was saved. */
  | { readonly type: "stale"; readonly ids: readonly PartnerId[] };

export interface PartnerStore {
  get(id: PartnerId): Promise<Partner | undefined>;
  /** Those that exist. */
  getMany(ids: readonly PartnerId[]): Promise<ReadonlyMap<PartnerId, Partner>>;
  list(filter: PartnerFilter, page: PartnerPageRequest): Promise<PartnerPage>;
  /** Every active partner of a service, by id: what choosing chooses from. Not a copy: the same list until a partner changes. */
  offering(service: string): Promise<readonly Partner[]>;
  /** The office's own departments, paused ones too, by id. */
  departments(): Promise<readonly Partner[]>;
  /**
   * All of them or none. Each carries the version that it was made on (0: a new one), which must be the stored one still. No id twice.
   */
  save(partners: readonly Partner[]): Promise<PartnersSaved>;
  /** The partner that was given this code (as it is stored), while the code is good. */
  withLinkCode(code: string, now: number): Promise<Partner | undefined>;
  /** The partner whose chat this is. */
  withChat(conversation: ConversationId): Promise<Partner | undefined>;
  /** The `whsec_…` secret of its webhook; undefined for one that has none. */
  secretOf(id: PartnerId): Promise<string | undefined>;
  /** A new secret, in place of the old one. Nothing happens for an unknown partner. */
  setSecret(id: PartnerId, secret: string): Promise<void>;
}
