/** What is not to be cancelled but changed, the question that asks for the end of it, and what the office is to make good. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, readingBack } from "./reader.ts";

const clinic = readingBack("clinic_booking", {
  speciality: "dentist",
  city: "Riyadh",
  date: "2026-11-26",
  time: "17:00",
});
const parcel = { from_city: "Riyadh", to_city: "Jeddah", weight_kg: 3 };

describe("an order that is kept and changed", () => {
  it.each([
    "لا تلغيه بس اجله ليوم الثلاثاء",
    "لا تلغونه، بس خلوه يوم الثلاثاء",
    "لا تلغونه، اجلوه ليوم الثلاثاء",
    "متلغوش الحجز، اجلوه للثلاثاء",
    "متلغيهوش بس خليه يوم الثلاثاء",
    "don't cancel it, just move it to Tuesday",
  ])("moves its day: %s", (text) => {
    const [change] = read(text, clinic).understandings;
    expect(change).toMatchObject({ type: "correct", fields: { date: { value: "2026-11-24" } } });
  });

  it("is kept where nothing else is said", () => {
    expect(gist(read("لا تلغونه", clinic))).toEqual(["resume"]);
  });

  it.each(["ما تلغونه؟", "ليش ما تلغونه؟"])("is given up by a question: %s", (text) => {
    expect(gist(read(text, clinic))).toEqual(["cancel"]);
  });
});

describe("compensation", () => {
  it.each(["ابي تعويض", "عايز تعويض", "اطالب بتعويض عن التأخير", "I want compensation", "abi ta3weed"])(
    "is a complaint, and no lawyer: %s",
    (text) => {
      expect(gist(read(text, holding("parcel_delivery", "contents", { from_city: "Riyadh" })))).toEqual([
        "complaint",
      ]);
      expect(gist(read(text))).toEqual(["complaint"]);
    },
  );

  it("is still a lawyer's matter where it is wanted of somebody else", () => {
    expect(gist(read("ابي محامي يطالب بتعويض عن فصلي من العمل"))).toEqual(["legal_consultation"]);
  });
});

describe("glass in a parcel", () => {
  it.each(["٥ كيلو مش ٣ وفيها ازاز", "5 كيلو مو 3 وفيها قزاز", "5 kg not 3 and there's glass in it"])(
    "makes it fragile beside a correction: %s",
    (text) => {
      const { understandings } = read(text, readingBack("parcel_delivery", parcel));
      expect(understandings).toMatchObject([
        { type: "correct", fields: { weight_kg: { value: 5 } } },
        { type: "answers", fields: { fragile: { value: true } } },
      ]);
    },
  );
});
