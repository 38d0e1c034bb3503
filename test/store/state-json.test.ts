import { describe, expect, it } from "vitest";
import type { Draft, OrderSummary } from "../../src/domain/conversation.ts";
import type { DraftId } from "../../src/domain/ids.ts";
import { orderRefOf } from "../../src/domain/ids.ts";
import { toState } from "../../src/store/sqlite/state-json.ts";
import { conversationOf } from "./sample-turns.ts";

const field = (value: string) => ({
  value,
  evidence: { text: `"${value}"\n`, messageId: "m1", start: 0, end: 3, by: "exact" as const },
});
const draft = (id: string, fields: Draft["fields"] = {}): Draft => ({
  id: id as DraftId,
  service: "parcel_delivery",
  flowHash: "f",
  fields,
  skipped: ["note"],
  proposed: [],
  begunAt: 1,
});
const summary = (n: number): OrderSummary => ({
  ref: orderRefOf(n),
  draft: "1.1" as DraftId,
  service: "parcel_delivery",
  flowHash: "f",
  status: "placed",
  placedAt: n,
  changedAt: n,
  about: "كتب، من الرياض",
  likeness: "x",
});

describe("toState", () => {
  it("says the same as JSON.stringify, whatever was written before", () => {
    const fields = { city: field("جدة"), 'we"ird': field("x") };
    const first = conversationOf("a", {
      drafts: [draft("1.1", fields), draft("2.1")],
      known: { phone: field("+966500000000") },
      orders: [summary(1), summary(2)],
    });
    const second = {
      ...first,
      version: 2,
      drafts: [draft("1.1", { ...fields, weight: field("٣") }), ...first.drafts.slice(1)],
      orders: [summary(3), ...first.orders],
    };
    for (const one of [conversationOf("a"), first, second, first]) {
      expect(JSON.parse(toState(one))).toEqual(JSON.parse(JSON.stringify(one)));
    }
  });

  it("leaves out what is undefined", () => {
    const open = conversationOf("a", { drafts: [draft("1.1", { gone: undefined as never })] });
    expect(JSON.parse(toState(open)).drafts[0].fields).toEqual({});
  });
});
