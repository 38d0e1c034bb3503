/** Which orders a message needs: enough to change one, and nothing while a form is being filled. */
import { describe, expect, it } from "vitest";
import type { Conversation, OrderSummary } from "../../src/domain/conversation.ts";
import type { Event } from "../../src/domain/event.ts";
import type { DraftId, OrderRef } from "../../src/domain/ids.ts";
import type { Content } from "../../src/domain/message.ts";
import type { Understanding } from "../../src/domain/understanding.ts";
import { ordersTouched } from "../../src/turn/arrival.ts";
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
