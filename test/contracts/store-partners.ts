/** The store contract: the directory of partners. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Partner } from "../../src/domain/partner.ts";
import type { PartnerFilter } from "../../src/store/partners.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { agentId, chatId } from "../store/sample-turns.ts";
import { eachStore, type Opening } from "./each-store.ts";

const paused = { status: "paused_by_staff", reason: "إجازة", at: 5 } as const;

/** Everything that a partner can have. */
const whole = samplePartner("whole", {
  kind: "office",
  services: ["hotel_booking", "parcel_delivery"],
  cities: ["Riyadh"],
  areas: ["Qassim"],
  hours: {
    sunday: [
      ["09:00", "13:00"],
      ["16:00", "21:00"],
    ],
    monday: [],
    tuesday: [],
    wednesday: [["20:00", "02:00"]],
    thursday: [],
    friday: [],
    saturday: [],
  },
  ramadan: {
    sunday: [["21:00", "24:00"]],
    monday: [],
    tuesday: [],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
  },
  holidays: [{ date: "2027-03-09", until: "2027-03-12" }, { date: "2027-09-23" }],
  officeHolidays: false,
  contacts: {
    phone: "+966501234567",
    email: "desk@partner.example",
    webhook: "https://partner.example/hook",
    chat: { conversation: chatId("a"), linkedAt: 3 },
    linkCode: { code: "K7M2QX", until: 50 },
  },
  languages: ["en", "ar"],
  capacity: 4,
  prices: { parcel_delivery: { amountMinor: 4500, currency: "SAR" } },
  licences: [
    { kind: "transport", number: "TL-1", expires: "2027-01-31" },
    { kind: "commercial_registration", number: "1010" },
  ],
  state: { ...paused, by: { id: agentId("sara"), name: "Sara" } },
});

export function partnersContract(name: string, open: Opening): void {
  const store = eachStore(open);

  const names = async (filter: PartnerFilter, sortedIn: "ar" | "en" = "en") => {
    const page = await store.partners.list(filter, { sortedIn, limit: 50 });
    return page.type === "page" ? page.partners.map(({ id }) => id.slice(2)) : page.type;
  };
  const saved = async (...given: Partner[]): Promise<readonly Partner[]> => {
    const result = await store.partners.save(given);
    if (result.type !== "saved") throw new Error(`stale: ${result.ids}`);
    return result.partners;
  };

  describe(`${name}: the office's departments`, () => {
    it("are the partners of that kind, paused ones too, as they are now", async () => {
      expect(await store.partners.departments()).toEqual([]);
      const hr = samplePartner("hr", { kind: "office", services: [] });
      const it_ = samplePartner("it", { kind: "office", state: paused });
      await store.partners.save([it_, samplePartner("courier"), hr]);
      expect((await store.partners.departments()).map(({ id }) => id)).toEqual([
        partnerIdOf("hr"),
        partnerIdOf("it"),
      ]);
      const [saved] = await store.partners.departments();
      if (saved) await store.partners.save([{ ...saved, kind: "business" }]);
      expect((await store.partners.departments()).map(({ id }) => id)).toEqual([partnerIdOf("it")]);
    });
  });

  describe(`${name}: partners`, () => {
    it("come back with everything they have", async () => {
      expect(await saved(whole)).toEqual([{ ...whole, version: 1 }]);
      expect(await store.partners.get(whole.id)).toEqual({ ...whole, version: 1 });
      expect(await store.partners.get(partnerIdOf("nobody"))).toBeUndefined();
      await saved(samplePartner("b"));
      const found = await store.partners.getMany([whole.id, partnerIdOf("nobody"), partnerIdOf("b")]);
      expect([...found.keys()].sort()).toEqual([partnerIdOf("b"), whole.id]);
    });

    it("are saved all or none, and only by whoever saw their newest state", async () => {
      const [first] = await saved(samplePartner("a"));
      if (!first) throw new Error("nothing was saved");
      await saved({ ...first, capacity: 2 });
      const stale = await store.partners.save([samplePartner("b"), { ...first, capacity: 9 }]);
      expect(stale).toEqual({ type: "stale", ids: [first.id] });
      expect(await store.partners.save([samplePartner("a")])).toEqual({ type: "stale", ids: [first.id] });
      expect(await store.partners.get(partnerIdOf("b"))).toBeUndefined();
      expect(await store.partners.get(first.id)).toMatchObject({ version: 2, capacity: 2 });
    });

    it("are not changed by who holds what was given", async () => {
      const services = ["parcel_delivery"];
      await saved(samplePartner("a", { services }));
      services.push("hotel_booking");
      expect((await store.partners.get(partnerIdOf("a")))?.services).toEqual(["parcel_delivery"]);
    });
  });

  describe(`${name}: the list of partners`, () => {
    beforeEach(async () => {
      await saved(
        samplePartner("one", { name: { ar: "ياقوت", en: "Aaron" }, contacts: { phone: "+966501112222" } }),
        samplePartner("two", { name: { ar: "أمان للنقل", en: "Zahra" }, cities: ["Makkah"] }),
        samplePartner("three", {
          name: { ar: "بدر", en: "Mecca Desk" },
          services: ["hotel_booking"],
          state: paused,
        }),
      );
    });

    it("is sorted by name in the reader's language", async () => {
      expect(await names({})).toEqual(["one", "three", "two"]);
      expect(await names({}, "ar")).toEqual(["two", "three", "one"]);
    });

    it("finds every word in names, numbers and cities, as people write them", async () => {
      expect(await names({ query: "امان" })).toEqual(["two"]);
      expect(await names({ query: "مكة" })).toEqual(["two"]);
      expect(await names({ query: "0501112222" })).toEqual(["one"]);
      expect(await names({ query: "للنقل zahra" })).toEqual(["two"]);
      expect(await names({ query: "zahra بدر" })).toEqual([]);
      expect(await names({ query: "50%_" })).toEqual([]);
    });

    it("is narrowed by service and by state", async () => {
      expect(await names({ service: "hotel_booking" })).toEqual(["three"]);
      expect(await names({ status: "active" })).toEqual(["one", "two"]);
      expect(await names({ status: "active", service: "hotel_booking" })).toEqual([]);
      expect(await names({ status: "paused_by_itself" })).toEqual([]);
    });

    it("comes in pages, of which none repeats or leaves out a name that others have too", async () => {
      const twins = Array.from({ length: 7 }, (_, n) => samplePartner(`twin${n}`, { name: whole.name }));
      await saved(...twins);
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.partners.list({}, { sortedIn: "ar", limit: 3, ...(after && { after }) });
        if (page.type !== "page") throw new Error(page.type);
        expect(page.partners.length).toBeLessThanOrEqual(3);
        seen.push(...page.partners.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(10);
      for (const cursor of ["", "x", Buffer.from("[1,2]").toString("base64url")])
        expect(await store.partners.list({}, { sortedIn: "ar", limit: 3, after: cursor })).toEqual({
          type: "bad_cursor",
        });
    });
  });

  describe(`${name}: partners to choose from`, () => {
    const offering = async (service: string) =>
      (await store.partners.offering(service)).map(({ id }) => id.slice(2));

    it("are the active ones of a service, as they are now", async () => {
      await saved(samplePartner("b"), samplePartner("c", { state: paused }));
      expect(await offering("parcel_delivery")).toEqual(["b"]);
      const [a] = await saved(samplePartner("a", { services: ["hotel_booking", "parcel_delivery"] }));
      expect(await offering("parcel_delivery")).toEqual(["a", "b"]);
      expect(await offering("hotel_booking")).toEqual(["a"]);
      if (a) await saved({ ...a, services: ["hotel_booking"], capacity: 1 });
      expect(await offering("parcel_delivery")).toEqual(["b"]);
      expect((await store.partners.offering("hotel_booking"))[0]).toMatchObject({ version: 2, capacity: 1 });
    });
  });

  describe(`${name}: many partners to choose from`, () => {
    it("are those of one moment, and of the newest for who asks after a change", async () => {
      const many = Array.from({ length: 650 }, (_, n) => samplePartner(`n${n}`));
      const kept = await saved(...many);
      const first = kept[0];
      if (!first) throw new Error("nothing was saved");
      const [listed] = await Promise.all([
        store.partners.offering("parcel_delivery"),
        saved({ ...first, state: paused }),
      ]);
      expect(listed).toHaveLength(listed.some(({ id }) => id === first.id) ? 650 : 649);
      const after = await store.partners.offering("parcel_delivery");
      expect(after).toHaveLength(649);
      expect(await store.partners.offering("parcel_delivery")).toBe(after);
    });
  });

  describe(`${name}: a partner's doors`, () => {
    it("are found by a code while it is good, and by their chat", async () => {
      await saved(whole, samplePartner("b"));
      expect((await store.partners.withLinkCode("K7M2QX", 50))?.id).toBe(whole.id);
      expect(await store.partners.withLinkCode("K7M2QX", 51)).toBeUndefined();
      expect(await store.partners.withLinkCode("K7M2QY", 0)).toBeUndefined();
      expect((await store.partners.withChat(chatId("a")))?.id).toBe(whole.id);
      expect(await store.partners.withChat(chatId("b"))).toBeUndefined();
      const { linkCode: _, chat: __, ...contacts } = whole.contacts;
      await saved({ ...whole, version: 1, contacts });
      expect(await store.partners.withLinkCode("K7M2QX", 0)).toBeUndefined();
      expect(await store.partners.withChat(chatId("a"))).toBeUndefined();
    });

    it("keep their secret through every change, beside the partner and never in it", async () => {
      const [a] = await saved(samplePartner("a"));
      expect(await store.partners.secretOf(partnerIdOf("a"))).toBeUndefined();
      await store.partners.setSecret(partnerIdOf("a"), "whsec_old");
      await store.partners.setSecret(partnerIdOf("a"), "whsec_new");
      await store.partners.setSecret(partnerIdOf("nobody"), "whsec_lost");
      if (a) await saved({ ...a, capacity: 3 });
      expect(await store.partners.secretOf(partnerIdOf("a"))).toBe("whsec_new");
      expect(await store.partners.secretOf(partnerIdOf("nobody"))).toBeUndefined();
      expect(JSON.stringify(await store.partners.get(partnerIdOf("a")))).not.toContain("whsec");
    });
  });
}
