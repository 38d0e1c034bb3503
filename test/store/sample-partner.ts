/** A partner for tests: a courier that is ready for work, and what a test changes of it. */
import { type PartnerId, parsePartnerId } from "../../src/domain/ids.ts";
import type { Partner } from "../../src/domain/partner.ts";

export function partnerIdOf(name: string): PartnerId {
  const id = parsePartnerId(`p_${name}`);
  if (!id) throw new Error(`not a partner id: p_${name}`);
  return id;
}

/** @param name of lower-case letters, digits and `_` */
export function samplePartner(name: string, change: Partial<Partner> = {}): Partner {
  return {
    id: partnerIdOf(name),
    version: 0,
    kind: "business",
    name: { ar: `شريك ${name}`, en: `Partner ${name}` },
    services: ["parcel_delivery"],
    cities: [],
    areas: [],
    holidays: [],
    officeHolidays: true,
    contacts: {},
    languages: ["ar"],
    prices: {},
    licences: [],
    state: { status: "active" },
    demo: false,
    ...change,
  };
}
