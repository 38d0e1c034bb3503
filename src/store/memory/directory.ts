/** Flow versions, files' records and marks, in memory. */
import type { DirectoryStore } from "../directory.ts";
import type { Tables } from "./tables.ts";

export function memoryDirectory(tables: Tables): DirectoryStore {
  const { flows, documents, marks } = tables;
  return {
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
        ...tables.history.values(),
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
