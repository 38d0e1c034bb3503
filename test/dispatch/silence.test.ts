/** Partners that let offers go by are paused after the third in a row; an answer begins the count anew. */
import { describe, expect, it } from "vitest";
import { counted, createSilence } from "../../src/dispatch/silence.ts";
import type { HistoryRow, OrderChange } from "../../src/domain/order.ts";
import type { Partner } from "../../src/domain/partner.ts";
import type { PartnerStore } from "../../src/store/partners.ts";
import { samplePartner } from "../store/sample-partner.ts";
import { newOrder } from "../store/sample-turns.ts";

const { id, name } = samplePartner("a");
const row = (what: HistoryRow["what"], type: HistoryRow["by"]["type"]): OrderChange => ({
  ...newOrder("x", 10_001),
  history: [{ at: 1, to: "seeking", by: { type }, what, partner: { id, name } }],
});
const expired = row("offer_expired", "office");
const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A directory of one partner; `race` changes it once between a look and a save. */
function directory(race = 0) {
  let partner: Partner = { ...samplePartner("a"), version: 1 };
  let races = race;
  const partners: Pick<PartnerStore, "get" | "save"> = {
    get: async () => partner,
    save: async ([next]) => {
      if (races > 0) {
        races -= 1;
        partner = { ...partner, version: partner.version + 1, languages: ["en"] };
      }
      if (!next || next.version !== partner.version) return { type: "stale", ids: [id] };
      partner = { ...next, version: next.version + 1 };
      return { type: "saved", partners: [partner] };
    },
  };
  return { partners, partner: () => partner };
}

const paused: string[] = [];
const tell = async (partner: Partner) => paused.push(partner.id);

describe("createSilence", () => {
  it("pauses a partner after the third offer in a row that went by", async () => {
    const { partners, partner } = directory();
    const silence = createSilence({ partners, now: () => 77, tell, log: silentLog });
    silence.committed([expired]);
    silence.committed([expired]);
    await silence.idle();
    expect(partner()).toMatchObject({ silent: 2, state: { status: "active" } });
    expect(paused).toEqual([]);
    silence.committed([expired]);
    await silence.idle();
    expect(partner().state).toMatchObject({ status: "paused_by_itself", at: 77 });
    expect(partner()).not.toHaveProperty("silent");
    expect(paused).toEqual([id]);
  });

  it.each([
    ["an acceptance", row("given", "partner")],
    ["a refusal", row("offer_declined", "partner")],
    ["a price", row("quoted", "partner")],
  ])("begins anew after %s", async (_, answer) => {
    const { partners, partner } = directory();
    const silence = createSilence({ partners, now: () => 77, tell, log: silentLog });
    silence.committed([expired, expired, answer, expired, expired]);
    await silence.idle();
    expect(partner()).toMatchObject({ silent: 2, state: { status: "active" } });
  });

  it("takes what staff did for no answer, and loses no count to their changes", async () => {
    const { partners, partner } = directory(1);
    const silence = createSilence({ partners, now: () => 77, tell, log: silentLog });
    silence.committed([expired, row("given", "agent")]);
    await silence.idle();
    expect(partner()).toMatchObject({ silent: 1, languages: ["en"] });
  });
});

describe("counted", () => {
  it("leaves a partner that answers, and never let one go by, the very same", () => {
    const partner = samplePartner("a");
    expect(counted(partner, true, 1)).toBe(partner);
  });
});
