/** Permits that run out while a form is open, and what is entered past the conversation: nothing is placed that may not be offered. */
import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/conversation/flow/flow.ts";
import type { AnswerValue, Fields } from "../../src/domain/answer.ts";
import type { OrderRef } from "../../src/domain/ids.ts";
import type { Reading, Understanding } from "../../src/domain/understanding.ts";
import { catalogueWith, madeFlow } from "./made-flows.ts";
import { paperOffice, sara } from "./paper-office.ts";

const both = (text: string) => ({ ar: text, en: text });
const dayMs = 86_400_000;
const ref = "BR-10001" as OrderRef;
const colour = {
  name: "colour",
  type: "choice",
  options: [
    { id: "white", label: both("white"), words: [] },
    { id: "red", label: both("red"), words: [], needs_permit: "red_paint" },
  ],
};
const painting = madeFlow("painting", [colour, { name: "note", type: "text", asked: "optional" }]);
const atOnce = madeFlow("at_once", [colour, { name: "count", type: "integer" }], { confirm: false });
const diving = madeFlow("diving", [{ name: "count", type: "integer" }], { needs_permit: "diving" });
const office = catalogueWith(painting, atOnce, diving);
/** Both permits are held up to the day of the tests. */
const held: Catalogue = {
  ...office,
  office: {
    ...office.office,
    permits: ["red_paint", "diving"].map((id) => ({
      ...{ id, name: both(id), number: "7", valid_until: "2026-11-22" },
    })),
  },
};
const lacking: Catalogue = { ...office, office: { ...office.office, permits: [] } };

const means = (...understandings: readonly Understanding[]): Reading => ({
  understandings,
  confidence: 1,
  by: "embedded",
});
const found = (value: AnswerValue) => ({ value, text: String(value), start: 0, end: String(value).length });
const wants = (service: string, fields: Record<string, AnswerValue> = {}) =>
  means({
    type: "request",
    service,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, found(value)])),
  });
const api = (value: AnswerValue): Fields[string] => ({
  value,
  evidence: { text: "", messageId: "", start: 0, end: 0, by: "api" },
});

describe("a permit that runs out while a form is open", () => {
  it("keeps a service from being placed, and says why", () => {
    const paper = paperOffice({ catalogue: held });
    paper.says_("x", wants("diving", { count: 2 }));
    expect(paper.conversation.open?.type).toBe("read_back");
    paper.waits(dayMs / 2);
    paper.waits(dayMs / 4);
    paper.says_("نعم");
    expect(paper.orders.size).toBe(0);
    expect(paper.conversation.drafts).toEqual([]);
    expect(paper.text()).toContain("diving");
    expect(paper.text()).toContain("تصريح");
  });

  it("takes the option away, asks for another, and places with that", () => {
    const paper = paperOffice({ catalogue: held });
    paper.says_("x", wants("painting", { colour: "red" }));
    expect(paper.conversation.open?.type).toBe("read_back");
    paper.waits(dayMs / 2);
    paper.waits(dayMs / 4);
    paper.says_("نعم");
    expect(paper.orders.size).toBe(0);
    expect(paper.text()).toContain("red");
    expect(paper.conversation.open).toMatchObject({ type: "field", field: "colour" });
    paper.says_("white");
    paper.says_("نعم");
    expect(paper.orders.get(ref)?.fields.colour?.value).toBe("white");
  });

  it("is seen in a form without a read-back, too", () => {
    const paper = paperOffice({ catalogue: held });
    paper.says_("x", wants("at_once", { colour: "red" }));
    paper.waits(dayMs / 2);
    paper.waits(dayMs / 4);
    paper.says_("3");
    expect(paper.orders.size).toBe(0);
    expect(paper.conversation.open).toMatchObject({ type: "field", field: "colour" });
  });
});

describe("an option without its permit", () => {
  it("does not come in by a message that was unclear", () => {
    const paper = paperOffice({ catalogue: lacking });
    const fields = { painting: { colour: found("red") } };
    paper.says_("x", means({ type: "unclear", candidates: ["painting", "at_once"], fields }));
    paper.says_("x", means({ type: "chosen", id: "painting" }));
    expect(paper.conversation.drafts.map((draft) => draft.fields.colour)).not.toContainEqual(
      expect.objectContaining({ value: "red" }),
    );
    expect(paper.text()).toContain("تصريح");
  });

  it("does not come back with an order like an earlier one", () => {
    const paper = paperOffice({ catalogue: held });
    paper.says_("x", wants("painting", { colour: "red" }));
    paper.says_("نعم");
    expect(paper.orders.size).toBe(1);
    paper.waits(dayMs);
    paper.says_("x", means({ type: "again", fields: {} }));
    expect(paper.conversation.drafts[0]?.fields.colour).toBeUndefined();
  });

  it("is refused to programs and to staff", () => {
    const paper = paperOffice({ catalogue: lacking });
    const enter = (colour: AnswerValue) =>
      paper.happen({
        type: "order_entered",
        at: paper.now,
        service: "painting",
        fields: { colour: api(colour) },
      });
    enter("red");
    expect(paper.refusal).toEqual({ reason: "needs_permit", field: "colour" });
    enter("white");
    expect(paper.orders.size).toBe(1);
    paper.acts(sara, { type: "claim" }, ref);
    paper.acts(sara, { type: "correct", field: "colour", value: "red", text: "red", reason: "asked" }, ref);
    expect(paper.refusal).toEqual({ reason: "needs_permit", field: "colour" });
  });
});

describe("an order that a program enters", () => {
  const priced = madeFlow("priced", [{ name: "count", type: "integer" }], {
    sensitive: "health",
    price: { lines: [{ label: both("fee"), amount: { amountMinor: 10_000, currency: "SAR" }, vat: false }] },
  });
  const catalogue = catalogueWith(priced);
  const enterIn = (paper: ReturnType<typeof paperOffice>) =>
    paper.happen({ type: "order_entered", at: paper.now, service: "priced", fields: { count: api(2) } });

  it("costs what the same order costs in the chat", () => {
    const paper = paperOffice({ catalogue });
    enterIn(paper);
    expect(paper.orders.get(ref)?.price?.total).toEqual({ amountMinor: 10_000, currency: "SAR" });
    expect(paper.orders.get(ref)?.consent).toBeUndefined();
  });

  it("stands on the consent that its chat has given", () => {
    const paper = paperOffice({ catalogue });
    paper.says_("x", wants("priced"));
    paper.says_("أوافق");
    enterIn(paper);
    expect(paper.orders.get(ref)?.consent).toEqual(paper.conversation.consents?.[0]);
    expect(paper.orders.get(ref)?.consent).toBeDefined();
  });
});
