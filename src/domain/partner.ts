/**
 * Partners: who else can carry an order out, a business or a department of the office itself. Everything that choosing, offering and
 * paying needs to know of one, and no rule about it.
 */
import type { Holiday, WeekHours } from "./hours.ts";
import type { AgentId, ConversationId, PartnerId } from "./ids.ts";
import type { Both, Language } from "./language.ts";
import type { Money } from "./money.ts";

/** `office`: a department of our own. */
export const partnerKinds = ["business", "office"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

/** What a partner may need to hold, by the sector's regulator (services.md, "The office's own compliance register"). */
export const licenceKinds = [
  "commercial_registration",
  "municipal",
  "transport",
  "tourism",
  "health",
  "legal",
  "real_estate",
  "insurance",
  "recruitment",
  "capital_market",
  "translation",
  "freelance",
  "other",
] as const;
export type LicenceKind = (typeof licenceKinds)[number];

/** `expires` is its last day, `YYYY-MM-DD` on the office's clock; left out: it has no end. */
export type Licence = { readonly kind: LicenceKind; readonly number: string; readonly expires?: string };

export const partnerStatuses = ["active", "paused_by_staff", "paused_by_itself"] as const;
export type PartnerStatus = (typeof partnerStatuses)[number];

/** `at` in epoch milliseconds. Only an active partner gets offers. */
export type PartnerState =
  | { readonly status: "active" }
  | {
      readonly status: "paused_by_staff";
      readonly reason: string;
      readonly at: number;
      /** Left out: the office itself did it (an import, the end of the demo). */
      readonly by?: { readonly id: AgentId; readonly name: string };
    }
  /** It said «مشغول» itself, and it alone, or staff, ends that. */
  | { readonly status: "paused_by_itself"; readonly reason?: string; readonly at: number };

/** Where a partner hears of offers. A webhook's secret is no part of this: the store gives it out by itself. */
export type PartnerContacts = {
  /** E.164. For people; nothing is sent there. */
  readonly phone?: string;
  readonly email?: string;
  /** Their own system, an https address. */
  readonly webhook?: string;
  /** The chat that a link code was sent from. */
  readonly chat?: { readonly conversation: ConversationId; readonly linkedAt: number };
  /** A one-time code that the partner sends from its chat (`/start CODE`), as its SHA-256 (hex); good until `until`, epoch milliseconds. */
  readonly linkCode?: { readonly code: string; readonly until: number };
};

/** A partner as an order and its history name it: what it was called then. */
export type PartnerName = Pick<Partner, "id" | "name"> & {
  /** The chats in which it is told of the order: its people's, and those that stand for its system or its mail. Left out: staff tell it. */
  readonly chats?: readonly ConversationId[];
};

export type Partner = {
  readonly id: PartnerId;
  /** Counts the changes from 1; 0 was never saved. A change made on an older one is refused by the store. */
  readonly version: number;
  readonly kind: PartnerKind;
  readonly name: Both;
  /** Service ids. */
  readonly services: readonly string[];
  /** English gazetteer names. Neither a city nor an area: everywhere. */
  readonly cities: readonly string[];
  /** Regions and countries, by their English gazetteer names: each stands for all of its cities. */
  readonly areas: readonly string[];
  /** Left out: the office's own. */
  readonly hours?: WeekHours;
  /** Left out: in Ramadan as ever; where `hours` are left out too, as the office. */
  readonly ramadan?: WeekHours;
  readonly holidays: readonly Holiday[];
  /** Closed on the office's holidays too. */
  readonly officeHolidays: boolean;
  readonly contacts: PartnerContacts;
  /** What its people read; we write to them in the first one. Never empty. */
  readonly languages: readonly Language[];
  /** Orders that it can have at a time; left out: any number. */
  readonly capacity?: number;
  /** What it is paid for an order, by service id, tax included. A service that is not here is quoted for each order. */
  readonly prices: Readonly<Record<string, Money>>;
  readonly licences: readonly Licence[];
  readonly state: PartnerState;
  /** Offers in a row that it let go by; left out: none. */
  readonly silent?: number;
  /** When the last of them ended, epoch milliseconds. */
  readonly silentAt?: number;
  /** Made for the demo office; paused by a start without demo. */
  readonly demo: boolean;
};

/** What a record begins with before anything else is known of a partner. */
export const newPartner = {
  ...{ version: 0, areas: [], holidays: [], officeHolidays: true, contacts: {} },
  ...{ languages: ["ar", "en"], prices: {}, licences: [] },
} as const satisfies Partial<Partner>;
