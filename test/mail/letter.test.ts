import { describe, expect, it } from "vitest";
import { offerIdOf, orderRefOf } from "../../src/domain/ids.ts";
import type { Offer, OfferState } from "../../src/domain/offer.ts";
import type { Order } from "../../src/domain/order.ts";
import { letterOf } from "../../src/mail/letter.ts";
import { escapeHtml } from "../../src/mail/letter-form.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { flowsCatalogue, sampleOrder } from "./sample-order.ts";

const now = Date.parse("2026-11-22T12:00:00+03:00");
const partner = partnerIdOf("a");
const nameOf = (id: string) => ({ id: partnerIdOf(id), name: { ar: "شريك", en: "Partner" } });
const offerThat = (state: OfferState): Offer => ({
  ...{ id: offerIdOf(orderRefOf(10_001), "x".repeat(16)), partner: nameOf("a") },
  ...{ madeAt: now, until: now + 3_600_000, asks: "price", state },
});
const hostile = '<img src=x onerror="alert(1)">\r\nBcc: x@y.example & \u202eكلام';

describe("letterOf", () => {
  it("shows what somebody wrote as text and never as HTML, on one line", () => {
    const order = sampleOrder({ notes: hostile, name: hostile });
    const about = { catalogue: flowsCatalogue, order, partner, notice: { type: "order.assigned" } } as const;
    const letter = letterOf(about, ["ar", "en"]);
    expect(letter.html).not.toMatch(/<img|onerror="/);
    expect(letter.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(letter.text).not.toMatch(/^Bcc:/m);
    expect(letter.subject).not.toMatch(/[\r\n<]/);
  });
});

describe("a letter that asks for a price", () => {
  it("says so in place of the pay, and where it is answered", () => {
    const about = {
      ...{ catalogue: flowsCatalogue, order: sampleOrder({}), partner },
      ...{ offer: offerThat({ type: "open" }), link: "https://x.example/offer" },
    };
    const { text } = letterOf({ ...about, notice: { type: "offer.made" } }, ["en"]);
    expect(text).toContain("We ask for your price");
    expect(text).toContain("Give your price or decline on this page:\nhttps://x.example/offer");
    expect(text).not.toContain("To be agreed");
  });
});

describe("a letter that takes something back", () => {
  it.each([
    ["taken", "Another partner was faster"],
    ["by_staff", "The office has taken this offer back"],
    ["changed", "The order's details have changed"],
    ["not_chosen", "The customer did not choose this offer"],
    ["over", "The order is over"],
  ] as const)("gives the reason of an offer that is over: %s", (why, said) => {
    const offer = offerThat({ type: "withdrawn", at: now, why });
    const about = { catalogue: flowsCatalogue, order: sampleOrder({}), partner, offer };
    expect(letterOf({ ...about, notice: { type: "offer.withdrawn" } }, ["en"]).text).toContain(said);
  });

  it("says that an order ended only to whom it was with to the end", () => {
    const read = (order: Partial<Order>) =>
      letterOf(
        {
          ...{ catalogue: flowsCatalogue, partner, notice: { type: "order.cancelled" } },
          order: { ...sampleOrder({}), ...order },
        },
        ["en"],
      ).text;
    const cancelled = { status: "cancelled", at: now, by: { type: "customer" }, reason: "" } as const;
    expect(read({ partner: nameOf("a"), state: cancelled })).toContain("This order was cancelled");
    for (const order of [
      { partner: nameOf("b"), state: { status: "done", at: now } },
      { partner: nameOf("b"), state: cancelled },
      { state: cancelled },
      { state: { status: "seeking", at: now } },
    ] as const)
      expect(read(order)).toContain("This order is not yours any more");
  });
});

describe("escapeHtml", () => {
  it("leaves nothing by which an element or an attribute could begin or end", () => {
    expect(escapeHtml(`<a href='x'>"&`)).toBe("&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
  });
});
