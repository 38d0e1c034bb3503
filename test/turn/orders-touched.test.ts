/** Which orders a message needs: enough to change one, and nothing while a form is being filled. */
import { describe, expect, it } from "vitest";
import type { Conversation, OrderSummary } from "../../src/domain/conversation.ts";
import type { Event } from "../../src/domain/event.ts";
import type { DraftId, OrderRef } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import type { Understanding } from "../../src/domain/understanding.ts";
import { ordersTouched } from "../../src/turn/orders-touched.ts";
import { paperOffice } from "../conversation/paper-office.ts";

const order = (number: number, status: OrderSummary["status"]): OrderSummary => ({
  ref: `BR-${number}` as OrderRef,
  draft: `${number}.1` as DraftId,
  service: "hotel_booking",
  flowHash: "h",
  status,
  placedAt: 0,
  changedAt: 0,
  about: "",
  likeness: "",
});
const idle: Conversation = {
  ...paperOffice().conversation,
  orders: [order(10_003, "placed"), order(10_002, "done"), order(10_001, "assigned")],
};
const inForm: Conversation = { ...idle, active: "9.1" as DraftId };

function read(understanding: Understanding, content: Content = { type: "text", text: "x" }): Event {
  return {
    type: "understood",
    at: 0,
    said: { id: "m", seq: 1, at: 0, content },
    reading: { understandings: [understanding], confidence: 1, by: "exact" },
  };
}

describe("ordersTouched by complaints", () => {
  const complaint = { ...order(10_009, "placed"), of: "BR-10001" as OrderRef };
  const complaining: Conversation = { ...idle, complaints: [complaint] };

  it("are those of the order of which a program tells", () => {
    const entered = { type: "order_entered", at: 0, service: "complaint", fields: {} } as const;
    const about = (ref: string) => ordersTouched(complaining, { ...entered, about: ref as OrderRef });
    expect(about("BR-10001")).toEqual(["BR-10009"]);
    expect([about("BR-10002"), ordersTouched(complaining, entered)]).toEqual([[], []]);
  });

  it("brings them along where more is said of them, or of the order that they are about", () => {
    expect(ordersTouched(complaining, read({ type: "complaint" }))).toEqual(["BR-10009"]);
    expect(ordersTouched(complaining, read({ type: "order_status", ref: "BR-10001" as OrderRef }))).toEqual([
      ...["BR-10001", "BR-10009"],
    ]);
    expect(ordersTouched(complaining, read({ type: "greeting" }))).toEqual([]);
  });

  it("brings along the one whose order is asked for", () => {
    const refs = ["BR-10003" as OrderRef];
    const asked = { type: "which_order", purpose: "complain", token: "q1" } as const;
    const open = { ...asked, complaint: "BR-10009" as OrderRef, refs };
    expect(ordersTouched({ ...complaining, open }, read({ type: "chosen", id: "1" }))).toEqual([
      ...["BR-10003", "BR-10009"],
    ]);
  });
});

describe("ordersTouched", () => {
  const fields = { nights: { value: 4, text: "4", start: 0, end: 1 } };
  const open = ["BR-10003", "BR-10001"];

  it.each<[string, Understanding, Content | undefined]>([
    ["values", { type: "answers", fields }, undefined],
    ["a correction", { type: "correct", fields }, undefined],
    ["a bare wish to change", { type: "change" }, undefined],
    [
      "a wish to change that was not understood",
      { type: "out_of_scope" },
      { type: "text", text: "please change the thing" },
    ],
    [
      "an edited request",
      { type: "request", service: "hotel_booking", fields },
      { type: "edit", of: "m0", text: "x" },
    ],
  ])("brings every open order for %s while no form is open", (_what, understanding, content) => {
    expect(ordersTouched(idle, read(understanding, content))).toEqual(open);
    expect(ordersTouched(inForm, read(understanding, content))).toEqual([]);
  });

  it("brings none for a new request", () => {
    expect(ordersTouched(idle, read({ type: "request", service: "hotel_booking", fields }))).toEqual([]);
  });

  it("brings the order that is being changed for a yes", () => {
    const ref = "BR-10003" as OrderRef;
    const asked: Conversation = { ...idle, open: { type: "amend_order", ref, fields: {}, token: "q1" } };
    expect(ordersTouched(asked, read({ type: "chosen", id: "yes" }))).toEqual([ref]);
    expect(
      ordersTouched(asked, {
        type: "chose",
        at: 0,
        said: { id: "m", seq: 1, at: 0, content: { type: "choice", value: "q1:yes" } },
        value: "q1:yes",
      }),
    ).toEqual([ref]);
  });
});
