/** An hour in words told against the one that the form holds, in front of it or behind, and an hour that "must be". */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const held = {
  topic: "راتب متأخر",
  kind: "labour",
  preferred_date: "2026-11-26",
  preferred_time: "11:00",
  phone: "+966501112223",
};
const readBack = holding("legal_consultation", undefined, held);
const asksPhone = holding("legal_consultation", "phone", { ...held, phone: undefined as never });

describe("an hour against the held one", () => {
  it.each([
    ["عذرًا، العاشرة لا الحادية عشرة", "10:00"],
    ["الموعد العاشرة وليس الحادية عشرة لو سمحتم", "10:00"],
    ["العاشرة والنصف لا الحادية عشرة", "10:30"],
    ["عشرة مو حدعش", "10:00"],
    ["مو حدعش، عشرة", "10:00"],
    ["ليست الحادية عشرة بل العاشرة", "10:00"],
    ["ten not eleven please", "10:00"],
    ["not 11 but 10", "10:00"],
  ])("takes its place: %s", (text, preferred_time) => {
    for (const open of [readBack, asksPhone])
      expect(valuesOf(read(text, open), "correct")).toEqual({ preferred_time });
  });

  it("leaves room for the question behind it", () => {
    const reading = read("عذرًا، العاشرة لا الحادية عشرة. وهل كلامي يبقى سرًّا؟", readBack);
    expect(gist(reading)).toEqual(["correct", "wish"]);
  });

  it.each([
    "العاشرة لا التاسعة",
    "الحادية عشرة لا العاشرة",
    "خمسة مو ثلاثة",
    "لا الحادية عشرة",
    "مو راضي، عشرة",
  ])("changes nothing where another hour is denied, or none: %s", (text) => {
    expect(valuesOf(read(text, readBack), "correct")).not.toHaveProperty("preferred_time");
  });

  it("is none where the form holds another eleven", () => {
    const trip = { city: "Riyadh", kind: "meeting_room", people: 11, time: "11:00", date: "2026-11-26" };
    const office = holding("virtual_office", undefined, trip);
    expect(valuesOf(read("عشرة مو حدعش", office), "correct")).not.toHaveProperty("time");
  });
});

describe("how it must be", () => {
  it.each([
    ["الموعد يجب أن يكون الساعة العاشرة صباحًا", { preferred_time: "10:00" }],
    ["المفروض الموعد الاثنين", { preferred_date: "2026-11-23" }],
    ["لازم تكون الساعة ١٠", { preferred_time: "10:00" }],
    ["it has to be on monday", { preferred_date: "2026-11-23" }],
  ])("corrects what is held: %s", (text, expected) => {
    expect(valuesOf(read(text, readBack), "correct")).toEqual(expected);
  });

  it.each(["المفروض تتصلون بدري", "لازم يكون محامي شاطر", "the lawyer has to be good"])(
    "corrects nothing without a value: %s",
    (text) => {
      expect(valuesOf(read(text, readBack), "correct")).toEqual({});
    },
  );
});
