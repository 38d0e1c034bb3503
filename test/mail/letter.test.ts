import { describe, expect, it } from "vitest";
import { offerIdOf, orderRefOf } from "../../src/domain/ids.ts";
import { escapeHtml, letterOf } from "../../src/mail/letter.ts";
import { partnerIdOf } from "../store/sample-partner.ts";
import { flowsCatalogue, sampleOrder } from "./sample-order.ts";

const now = Date.parse("2026-11-22T12:00:00+03:00");
const hostile = '<img src=x onerror="alert(1)">\r\nBcc: x@y.example & \u202eكلام';

describe("letterOf", () => {
  it("shows what somebody wrote as text and never as HTML, on one line", () => {
    const order = sampleOrder({ notes: hostile, name: hostile });
    const letter = letterOf({ catalogue: flowsCatalogue, order, notice: { type: "order.assigned" }, now }, [
      "ar",
      "en",
    ]);
    expect(letter.html).not.toMatch(/<img|onerror="/);
    expect(letter.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
    expect(letter.text).not.toMatch(/^Bcc:/m);
    expect(letter.subject).not.toMatch(/[\r\n<]/);
  });
});

describe("a letter that asks for a price", () => {
  it("says so in place of the pay, and where it is answered", () => {
    const offer = {
      ...{
        id: offerIdOf(orderRefOf(10_001), "x".repeat(16)),
        madeAt: now,
        until: now + 3_600_000,
        asks: "price" as const,
      },
      partner: { id: partnerIdOf("a"), name: { ar: "شريك", en: "Partner" } },
      state: { type: "open" },
    } as const;
    const about = {
      catalogue: flowsCatalogue,
      order: sampleOrder({}),
      offer,
      now,
      link: "https://x.example/offer",
    };
    const { text } = letterOf({ ...about, notice: { type: "offer.made" } }, ["en"]);
    expect(text).toContain("We ask for your price");
    expect(text).toContain("Give your price or decline on this page:\nhttps://x.example/offer");
    expect(text).not.toContain("To be agreed");
  });
});

describe("escapeHtml", () => {
  it("leaves nothing by which an element or an attribute could begin or end", () => {
    expect(escapeHtml(`<a href='x'>"&`)).toBe("&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
  });
});
