import { describe, expect, it } from "vitest";
import { escapeHtml, letterOf } from "../../src/mail/letter.ts";
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

describe("escapeHtml", () => {
  it("leaves nothing by which an element or an attribute could begin or end", () => {
    expect(escapeHtml(`<a href='x'>"&`)).toBe("&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
  });
});
