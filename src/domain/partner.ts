/** Partner businesses: who else can carry an order out. Real dispatch comes later; until then a partner is a suggestion to staff. */
import type { PartnerId } from "./ids.ts";
import type { Both } from "./language.ts";

export type Partner = {
  readonly id: PartnerId;
  readonly name: Both;
  /** Service ids. */
  readonly services: readonly string[];
  /** English gazetteer names; empty means everywhere. */
  readonly cities: readonly string[];
  readonly phone?: string;
  readonly active: boolean;
  /** Made for the demo office; disabled by a start without demo. */
  readonly demo: boolean;
};

export type Department =
  | "reception"
  | "logistics"
  | "bookings"
  | "government"
  | "accounts"
  | "legal"
  | "it"
  | "hr"
  | "data";
