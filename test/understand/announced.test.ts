/** Requests that are announced as two or three, and what is told apart from the open form. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

describe("requests that are announced as two or three", () => {
  it.each<[string, string[]]>([
    [
      "i need two things: malpractice insurance for my dental clinic in Riyadh, and bookkeeping for my clinic for the last quarter of 2026",
      ["insurance_request", "business_accounts"],
    ],
    [
      "I have two requests: first renew my iqama, second a storage unit in Jeddah",
      ["gov_paperwork", "storage_rental"],
    ],
    [
      "I need three things: a storage unit in Dammam, a lawyer and a hotel in Jeddah",
      ["storage_rental", "legal_consultation", "hotel_booking"],
    ],
    ["أبي شغلتين: تأمين أخطاء طبية لعيادتي ومسك دفاتر عيادتي", ["insurance_request", "business_accounts"]],
    ["عايز حاجتين: محامي لقضية عمالية ومخزن في الدمام", ["legal_consultation", "storage_rental"]],
    [
      "3ayez 7agteen: tagdeed el iqama w mandoob yewasal zarf le geddah",
      ["gov_paperwork", "parcel_delivery"],
    ],
  ])("are each begun: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });

  it("keep what each says of itself", () => {
    const text =
      "two things: malpractice insurance, and bookkeeping for my clinic for the last quarter of 2026";
    expect(read(text).understandings[1]).toMatchObject({
      fields: { kind: { value: "bookkeeping" }, period: { value: "last quarter of 2026" } },
    });
  });

  it.each([
    "two things: the hotel must have parking and breakfast",
    "two things: a lawyer",
    "أبي طلبين من أمازون",
  ])("are one where the second asks for nothing of its own: %s", (text) => {
    expect(gist(read(text))).toHaveLength(1);
  });
});

describe("what is told apart from the open form", () => {
  const open = holding("insurance_request", "phone", {
    kind: "malpractice",
    details: "3 dentists, and bookkeeping for my clinic",
  });

  it.each([
    "no, the bookkeeping is a separate thing",
    "bookkeeping is a different request please",
    "لا، المحاسبة طلب ثاني",
    "لا مسك الدفاتر شي ثاني",
    "المحاسبة موضوع منفصل",
  ])("is a request of its own: %s", (text) => {
    expect(gist(read(text, open))).toEqual(["business_accounts"]);
  });

  it("is none where it answers", () => {
    expect(valuesOf(read("0501234567", open), "answers")).toEqual({ phone: "+966501234567" });
    expect(gist(read("is the bookkeeping a separate thing?", open))).not.toContain("business_accounts");
  });
});
