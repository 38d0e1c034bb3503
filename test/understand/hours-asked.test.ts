/** Two hours as the whole answer to the question when: only the question makes them hours. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";

const asksRoom = holding("virtual_office", "time", {
  kind: "meeting_room",
  city: "Riyadh",
  date: "2026-11-25",
});
const asksClinic = holding("clinic_booking", "time", {
  speciality: "eye",
  city: "Riyadh",
  date: "2026-11-26",
});

describe("hoursAsked", () => {
  it.each([
    ["10 to 1", "10:00", "13:00"],
    ["9 to 5", "09:00", "17:00"],
    ["2-4", "14:00", "16:00"],
    ["10-1", "10:00", "13:00"],
    ["١٠ - ١", "10:00", "13:00"],
    ["عشرة لواحدة", "10:00", "13:00"],
    ["١٠ إلى ١", "10:00", "13:00"],
    ["تسعة لخمسة", "09:00", "17:00"],
    ["عشره لين وحده", "10:00", "13:00"],
    ["9 l 12", "09:00", "12:00"],
    ["10 la 1", "10:00", "13:00"],
  ])("reads %s as from when until when", (text, time, time_end) => {
    expect(valuesOf(read(text, asksRoom), "answers")).toEqual({ time, time_end });
  });

  it.each([
    ["4-6", "16:00"],
    ["4 ل 6", "16:00"],
    ["10 to 1", "10:00"],
  ])("takes the first where the form asks no end: %s", (text, time) => {
    expect(valuesOf(read(text, asksClinic), "answers")).toEqual({ time });
  });

  it.each(["السبت للاحد", "خمسة الى ستة اشخاص", "11/12", "la2 msh 3aref", "من جده لمكه"])(
    "reads no hours in %s",
    (text) => {
      expect(valuesOf(read(text, asksRoom), "answers")).not.toHaveProperty("time_end");
    },
  );

  it("leaves ten minutes to one what it is", () => {
    expect(valuesOf(read("ten to one", asksRoom), "answers")).toEqual({ time: "12:50" });
  });
});

describe("a child beside a few", () => {
  const asksGuests = holding("hotel_booking", "guests", { city: "Makkah", checkin: "2026-11-26", nights: 2 });
  it.each([
    ["اتنين وطفل", 2, 1],
    ["٢ وطفل", 2, 1],
    ["احنا ثلاثة وطفلين", 3, 2],
    ["اثنان وطفل رضيع", 2, 1],
    ["etnein w tefl", 2, 1],
    ["two and a baby", 2, 1],
    ["2 and a child", 2, 1],
  ])("is counted apart: %s", (text, adults, children) => {
    expect(valuesOf(read(text, asksGuests), "answers")).toEqual({ adults, children });
  });

  it.each([
    ["٥٠٠ ريال لليلة", {}],
    ["4", { guests: 4 }],
    ["شخصين", { guests: 2 }],
  ])("is none where there are not both: %s", (text, fields) => {
    const given = valuesOf(read(text, asksGuests), "answers");
    expect(given).toMatchObject(fields);
    expect(given).not.toHaveProperty("adults");
  });
});
