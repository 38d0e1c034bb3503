/** Cases of chats: which matter stays, which orders stand in it, and what ends one by itself. */
import { describe, expect, it } from "vitest";
import { asOrders, caseAfter, type Matter, ordersOfCase } from "../../src/conversation/person/case.ts";
import type { PersonWanted } from "../../src/domain/conversation.ts";
import type { AgentId, OrderRef } from "../../src/domain/ids.ts";

const first = "BR-10001" as OrderRef;
const second = "BR-10002" as OrderRef;
const matter = (reason: PersonWanted["reason"], order?: OrderRef, mutedUntil?: number): Matter => ({
  at: 10,
  reason,
  order,
  mutedUntil,
});
const begun = (reason: PersonWanted["reason"], order?: OrderRef) =>
  caseAfter(undefined, matter(reason, order));

describe("caseAfter", () => {
  it("keeps the order of a matter that stays, and lists the order of the one that comes to it", () => {
    const both = caseAfter(begun("complaint", first), matter("no_partner", second));
    expect(both).toMatchObject({ reason: "complaint", order: first, others: [second] });
    expect(caseAfter(both, matter("prices", second))).toEqual(both);
    const unnamed = caseAfter(begun("privacy"), matter("prices", second));
    expect(ordersOfCase(unnamed)).toEqual([second]);
  });

  it("gives a case that ends by itself up for one that staff have to end", () => {
    const late = begun("overdue", first);
    expect(caseAfter(late, matter("partner", first))).toMatchObject({ reason: "partner", order: first });
    expect(caseAfter(late, matter("other", second))).toMatchObject({ order: second, others: [first] });
    const gone = begun("unreachable", first);
    expect(caseAfter(gone, matter("overdue", second))).toMatchObject({ reason: "overdue", order: second });
    expect(ordersOfCase(caseAfter(gone, matter("overdue", second)))).toEqual([second]);
    expect(caseAfter(late, matter("unreachable")).reason).toBe("overdue");
  });

  it("leaves the matter to a colleague who is in the chat for it", () => {
    const held = { ...begun("overdue", first), agent: { id: "a_x" as AgentId, name: "Sara" } };
    expect(caseAfter(held, matter("partner", first))).toEqual(held);
  });

  it("is filed under a talk from then on, but for a life in danger", () => {
    expect(caseAfter(begun("prices", first), matter("complaint", second, 99))).toMatchObject({
      ...{ reason: "complaint", order: second, others: [first], mutedUntil: 99 },
    });
    expect(caseAfter(begun("emergency"), matter("asked", undefined, 99)).reason).toBe("emergency");
  });
});

describe("asOrders", () => {
  it("names each order once, and none where there is none", () => {
    expect(asOrders([first, second, first])).toEqual({ order: first, others: [second] });
    expect(asOrders([])).toEqual({});
  });
});
