/** The store contract: partners, flow versions, files' records, marks. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentId, PartnerId } from "../../src/domain/ids.ts";
import type { Partner } from "../../src/domain/partner.ts";
import type { DirectoryStore } from "../../src/store/directory.ts";
import type { Store } from "../../src/store/store.ts";
import { chatId } from "../store/sample-turns.ts";
import type { Opening } from "./store.ts";

const partner = (id: string, change: Partial<Partner> = {}): Partner => ({
  id: `p_${id}` as PartnerId,
  name: { ar: "شريك", en: "Partner" },
  services: ["parcel_delivery"],
  cities: [],
  active: true,
  demo: false,
  ...change,
});

export function directoryContract(name: string, open: Opening): void {
  let store: Store;
  let directory: DirectoryStore;

  beforeEach(async () => {
    store = await open();
    directory = store.directory;
  });
  afterEach(() => store.close());

  describe(`${name}: partners`, () => {
    it("are kept, changed, and found by what they do", async () => {
      await directory.putPartner(partner("b"));
      await directory.putPartner(partner("a", { services: ["hotel_booking"], active: false }));
      const ids = async (filter: { service?: string; activeOnly?: boolean }) =>
        (await directory.listPartners(filter)).map(({ id }) => id);
      expect(await ids({})).toEqual(["p_a", "p_b"]);
      expect(await ids({ activeOnly: true })).toEqual(["p_b"]);
      expect(await ids({ service: "hotel_booking" })).toEqual(["p_a"]);
      expect(await ids({ service: "hotel_booking", activeOnly: true })).toEqual([]);
      await directory.putPartner(partner("b", { active: false, phone: "+966500000000" }));
      expect(await directory.getPartner("p_b" as PartnerId)).toEqual(
        partner("b", { active: false, phone: "+966500000000" }),
      );
      expect(await ids({ activeOnly: true })).toEqual([]);
      expect(await directory.getPartner("p_x" as PartnerId)).toBeUndefined();
    });
  });

  describe(`${name}: flow versions`, () => {
    it("are kept as they were first pinned", async () => {
      const version = { hash: "h1", service: "parcel_delivery", format: 1, canonical: "{}" };
      await directory.pinFlow(version);
      await directory.pinFlow({ ...version, canonical: "changed" });
      await directory.pinFlow({ ...version, hash: "h0" });
      expect(await directory.pinnedFlows()).toEqual([{ ...version, hash: "h0" }, version]);
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
      await directory.putDocument(document);
      expect(await directory.getDocument(document.id)).toEqual(document);
      expect(await directory.getDocument("f_2" as DocumentId)).toBeUndefined();
    });
  });

  describe(`${name}: marks`, () => {
    it("are absent, set, and set again", async () => {
      expect(await directory.getMark("demo")).toBeUndefined();
      await directory.setMark("demo", "on");
      await directory.setMark("demo", "off");
      expect(await directory.getMark("demo")).toBe("off");
    });
  });
}
