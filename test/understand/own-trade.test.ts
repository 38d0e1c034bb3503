/** Who writes is no wish: one's own trade beside what is wanted. */
import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/language/places/places.ts";
import { gist, holding, read } from "./reader.ts";

describe("one's own trade", () => {
  it.each([
    ["عايز سيرة ذاتية، انا محاسب", ["document_writing"]],
    ["3ayez a3mel CV 3araby w english, ana mohaseb 3andy 6 seneen khebra", ["document_writing"]],
    ["ana mohaseb w 3ayez a7gez fondo2 fe gedda", ["hotel_booking"]],
    ["أنا محامي وأبي فندق في مكة", ["hotel_booking"]],
    ["أنا دكتورة أسنان وأبي تأمين أخطاء طبية", ["insurance_request"]],
    ["I'm an accountant, I need a CV", ["document_writing"]],
    ["اشتغل محاسب وأبي أكتب سيرة ذاتية", ["document_writing"]],
    ["انا محاسب وابي اقرار ضريبي لشركتي", ["business_accounts"]],
  ])("is no wish for it: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });

  it.each([
    ["انا محتاج محاسب", ["business_accounts"]],
    ["أنا أبي محامي", ["legal_consultation"]],
    ["I need an accountant and a hotel in Jeddah", ["business_accounts", "hotel_booking"]],
  ])("leaves a wish for one alone: %s", (text, services) => {
    expect(gist(read(text))).toEqual(services);
  });

  it("is no town that is written nearly so", () => {
    expect(findPlaces("أنا محامي")).toEqual([]);
    const hotel = holding("hotel_booking", "checkin", { city: "Makkah" });
    expect(gist(read("أنا محامي", hotel))).not.toContain("correct");
  });
});
