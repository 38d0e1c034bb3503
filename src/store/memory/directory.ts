/** Partners, flow versions, files' records and marks, in memory. */
import type { DirectoryStore } from "../directory.ts";
import type { Tables } from "./tables.ts";

export function memoryDirectory(tables: Tables): DirectoryStore {
  const { partners, flows, documents, marks } = tables;
  return {
    listPartners: async ({ service, activeOnly }) =>
      [...partners.values()]
        .filter(({ active }) => active || !activeOnly)
        .filter(({ services }) => service === undefined || services.includes(service))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    getPartner: async (id) => partners.get(id),
    putPartner: async (partner) => void partners.set(partner.id, structuredClone(partner)),
    pinFlow: async (version) => {
      if (!flows.has(version.hash)) flows.set(version.hash, { ...version });
    },
    pinnedFlows: async () => [...flows.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1)),
    putDocument: async (document) => {
      if (!documents.has(document.id)) documents.set(document.id, document);
    },
    getDocument: async (id) => documents.get(id),
    unusedDocuments: async (from, before) => {
      const said = JSON.stringify([
        ...tables.lines.values(),
        ...tables.pending.values(),
        ...tables.conversations.values(),
        ...tables.orders.values(),
      ]);
      return [...documents.values()].filter(({ id, at }) => at >= from && at < before && !said.includes(id));
    },
    removeDocument: async (id) => void documents.delete(id),
    countContent: async (sha256) =>
      [...documents.values()].filter((document) => document.sha256 === sha256).length,
    getMark: async (name) => marks.get(name),
    setMark: async (name, value) => void marks.set(name, value),
  };
}
