/** The directory of partners in memory. */
import type { PartnerId } from "../../domain/ids.ts";
import type { Partner } from "../../domain/partner.ts";
import { fold } from "../../language/letters/normalise.ts";
import { parsePartnerCursor, partnerCursor } from "../partner-cursor.ts";
import type { PartnerFilter, PartnerStore } from "../partners.ts";
import { searchedPartner, wordsOf } from "../searched-text.ts";
import type { Tables } from "./tables.ts";

export function memoryPartners({ partners, secrets, offered }: Tables): PartnerStore {
  const find = (is: (partner: Partner) => boolean) => [...partners.values()].find(is);
  return {
    get: async (id) => partners.get(id),
    getMany: async (ids) =>
      new Map(
        ids.flatMap((id): [PartnerId, Partner][] => {
          const found = partners.get(id);
          return found ? [[id, found]] : [];
        }),
      ),
    async list(filter, { sortedIn, limit, after }) {
      const from = after === undefined ? (["", ""] as const) : parsePartnerCursor(after);
      if (!from) return { type: "bad_cursor" };
      const sorted = [...partners.values()]
        .filter((partner) => fits(partner, filter))
        .map((partner) => ({ partner, name: fold(partner.name[sortedIn]) }))
        .sort((a, b) => compare(a.name, b.name) || compare(a.partner.id, b.partner.id))
        .filter(({ partner, name }) => (compare(name, from[0]) || compare(partner.id, from[1])) > 0);
      const page = sorted.slice(0, limit);
      const last = page.at(-1);
      const more = sorted.length > limit && last !== undefined;
      return {
        type: "page",
        partners: page.map(({ partner }) => partner),
        ...(more && { next: partnerCursor([last.name, last.partner.id]) }),
      };
    },
    async offering(service) {
      const known = offered.get(service);
      if (known) return known;
      const found = [...partners.values()]
        .filter(({ state, services }) => state.status === "active" && services.includes(service))
        .sort((a, b) => compare(a.id, b.id));
      offered.set(service, found);
      return found;
    },
    departments: async () =>
      [...partners.values()].filter(({ kind }) => kind === "office").sort((a, b) => compare(a.id, b.id)),
    async save(changed) {
      const stale = changed.filter(({ id, version }) => (partners.get(id)?.version ?? 0) !== version);
      if (stale.length > 0) return { type: "stale", ids: stale.map(({ id }) => id) };
      const saved = changed.map((partner) => ({ ...structuredClone(partner), version: partner.version + 1 }));
      for (const partner of saved) partners.set(partner.id, partner);
      offered.clear();
      return { type: "saved", partners: saved };
    },
    withLinkCode: async (code, now) =>
      find(({ contacts: { linkCode } }) => linkCode?.code === code && linkCode.until >= now),
    withChat: async (conversation) => find(({ contacts }) => contacts.chat?.conversation === conversation),
    secretOf: async (id) => secrets.get(id),
    setSecret: async (id, secret) => {
      if (partners.has(id)) secrets.set(id, secret);
    },
  };
}

function fits(partner: Partner, { query, service, status }: PartnerFilter): boolean {
  if (status !== undefined && partner.state.status !== status) return false;
  if (service !== undefined && !partner.services.includes(service)) return false;
  if (query === undefined) return true;
  const text = searchedPartner(partner);
  return wordsOf(query).every((word) => text.includes(word));
}

/** As SQLite compares texts: by their UTF-8 bytes, which is by code points. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
