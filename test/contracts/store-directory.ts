/** The store contract: flow versions, files' records, marks. */
import { describe, expect, it } from "vitest";
import type { DocumentId } from "../../src/domain/ids.ts";
import { chatId, inboxOf, newOrder, turnOf } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

export function directoryContract(name: string, open: Opening): void {
  const store = eachStore(open);

  describe(`${name}: flow versions`, () => {
    it("are kept as they were first pinned", async () => {
      const version = { hash: "h1", service: "parcel_delivery", format: 1, canonical: "{}" };
      await store.directory.pinFlow(version);
      await store.directory.pinFlow({ ...version, canonical: "changed" });
      await store.directory.pinFlow({ ...version, hash: "h0" });
      expect(await store.directory.pinnedFlows()).toEqual([{ ...version, hash: "h0" }, version]);
    });
  });

  describe(`${name}: documents' records`, () => {
    it("are found by id", async () => {
      const document = {
        id: "f_1" as DocumentId,
        conversation: chatId("a"),
        sha256: "ab".repeat(32),
        mediaType: "image/png",
        bytes: 5,
        name: "صورة.png",
        at: 7,
      };
      await store.directory.putDocument(document);
      expect(await store.directory.getDocument(document.id)).toEqual(document);
      expect(await store.directory.getDocument("f_2" as DocumentId)).toBeUndefined();
    });
  });

  describe(`${name}: unused documents`, () => {
    const put = (id: string, at: number, chat = "a") =>
      store.directory.putDocument({
        id: id as DocumentId,
        conversation: chatId(chat),
        sha256: "ab".repeat(32),
        mediaType: "image/png",
        bytes: 5,
        name: "a.png",
        at,
      });
    const unused = async (from: number, before: number) =>
      (await store.directory.unusedDocuments(from, before)).map(({ id }) => id).sort();
    const photo = (id: string) => ({
      type: "photo" as const,
      document: id as DocumentId,
      name: "a.png",
      mediaType: "image/png",
      bytes: 5,
    });

    it("are those that no line of their chat names, of the time that is asked about", async () => {
      await put("f_said", 10);
      await put("f_left", 10);
      await put("f_late", 20);
      await put("f_nowhere", 10, "nobody");
      await store.engine.commitTurns(
        [turnOf("a", 1, 1, { inbox: inboxOf("a", 1, { content: photo("f_said") }) }), turnOf("a", 2, 2)],
        [],
      );
      expect(await unused(10, 20)).toEqual(["f_left", "f_nowhere"]);
      expect(await unused(11, 21)).toEqual(["f_late"]);
    });

    it("are not those of a message that still waits for its reading", async () => {
      await put("f_waits", 10);
      await store.engine.commitTurns([turnOf("a", 1, 1)], []);
      const row = inboxOf("a", 2, { state: "pending", chatSeq: 0, content: photo("f_waits") });
      await store.engine.insertInbox([row]);
      expect(await unused(0, 99)).toEqual([]);
    });

    it("are not those that an order's history alone names: a partner's proof, given on its page", async () => {
      await put("f_proof", 10);
      const placed = newOrder("a", 10_001);
      const { type: _, ...document } = photo("f_proof");
      const told = { at: 10, by: { type: "partner" }, from: "placed", to: "placed" } as const;
      const row = { ...told, what: "proof", document } as const;
      await store.engine.commitTurns(
        [turnOf("a", 1, 1, { orderChanges: [{ ...placed, history: [...placed.history, row] }] })],
        [],
      );
      expect(await unused(0, 99)).toEqual([]);
    });

    it("leave one by one, while others of the same content are counted", async () => {
      await put("f_1", 10);
      await put("f_2", 10);
      expect(await store.directory.countContent("ab".repeat(32))).toBe(2);
      await store.directory.removeDocument("f_1" as DocumentId);
      expect(await store.directory.countContent("ab".repeat(32))).toBe(1);
      expect(await unused(0, 99)).toEqual(["f_2"]);
    });
  });

  describe(`${name}: marks`, () => {
    it("are absent, set, and set again", async () => {
      expect(await store.directory.getMark("demo")).toBeUndefined();
      await store.directory.setMark("demo", "on");
      await store.directory.setMark("demo", "off");
      expect(await store.directory.getMark("demo")).toBe("off");
    });
  });
}
