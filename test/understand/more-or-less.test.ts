/** Counts that grow or shrink by so much, from what the form holds. */
import { describe, expect, it } from "vitest";
import { holding, read } from "./reader.ts";

const hotel = holding("hotel_booking", "name", {
  ...{ city: "Jeddah", checkin: "2026-12-03", nights: 3, guests: 2, rooms: 1 },
});
const parcel = holding("parcel_delivery", undefined, { from_city: "Riyadh", to_city: "Jeddah", quantity: 3 });

const corrected = (text: string, form: typeof hotel) => {
  const [first] = read(text, form).understandings;
  return first?.type === "correct"
    ? Object.fromEntries(Object.entries(first.fields).map(([name, { value }]) => [name, value]))
    : first?.type;
};

describe("countedOn", () => {
  it.each([
    ["زود ليلة", { nights: 4 }],
    ["ضيفوا ليلتين زيادة", { nights: 5 }],
    ["كمان ليلة لو سمحت", { nights: 4 }],
    ["ابغى ليلة إضافية", { nights: 4 }],
    ["زودوا شخصين", { guests: 4 }],
    ["add one more night", { nights: 4 }],
    ["we need one more room please", { rooms: 2 }],
    ["make it 2 more nights", { nights: 5 }],
    ["3ayez leila kaman", { nights: 4 }],
    ["نقصوا ليلة", { nights: 2 }],
    ["one night less", { nights: 2 }],
  ])("goes on from what is held: %s", (text, fields) => {
    expect(corrected(text, hotel)).toEqual(fields);
  });

  it.each([
    ["زيدوا الليالي إلى ٥", { nights: 5 }],
    ["خلوها ٤ ليالي", { nights: 4 }],
    ["make it 4 nights", { nights: 4 }],
    ["زودوها ٧ ليالي", { nights: 7 }],
    ["زودها ل ٧ ليالي", { nights: 7 }],
    ["نقصوها ليلتين", { nights: 2 }],
    ["fewer nights, 2 nights", { nights: 2 }],
  ])("takes an end that is said for the end: %s", (text, fields) => {
    expect(corrected(text, hotel)).toEqual(fields);
  });

  it.each(["نقصوا ثلاث ليالي", "remove 5 nights", "زود ليلة؟", "no more than two guests"])(
    "makes nothing less than one, and nothing of a question or a limit: %s",
    (text) => {
      const counts = corrected(text, hotel);
      expect(counts).not.toMatchObject({ nights: 0 });
      expect(JSON.stringify(counts)).not.toMatch(/-|:(?:4|6|8)/);
    },
  );

  it("counts several things of one breath", () => {
    expect(corrected("زيدوا ليلة و شخص", hotel)).toEqual({ nights: 4, guests: 3 });
    expect(corrected("ليلة كمان صح", hotel)).toEqual({ nights: 4 });
  });

  it.each([
    "add breakfast for 2 people",
    "another hotel for 2 nights",
    "مش عايز ليله زيادة",
    "برضو ٣ ليالي زي ما قلت",
  ])("adds nothing where something else grows, or nothing is to: %s", (text) => {
    expect(JSON.stringify(corrected(text, hotel) ?? "")).not.toMatch(/[:](?:4|5|6)/);
  });

  it("counts pieces under a read-back, too", () => {
    expect(corrected("زودوا كرتون", parcel)).toEqual({ quantity: 4 });
    expect(corrected("one box less", parcel)).toEqual({ quantity: 2 });
  });
});
