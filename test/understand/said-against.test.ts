/** What is said against a value that the form holds, a new value alone under a read-back, and a number that takes a period back. */
import { describe, expect, it } from "vitest";
import { gist, holding, read, valuesOf } from "./reader.ts";

const parcel = {
  from_city: "Riyadh",
  to_city: "Dammam",
  contents: "كتب",
  weight_kg: 4,
  pickup_date: "2026-11-23",
  pickup_time: "21:00",
  phone: "+966501112222",
  recipient_name: "فهد",
};
const readBack = holding("parcel_delivery", undefined, parcel);
const asksCode = holding("parcel_delivery", "recipient_national_address", parcel);

describe("a value that is quoted against us", () => {
  it.each([
    ["مين قال ٩ مساء! قلت العصر", { pickup_time: "16:00" }],
    ["مين قالك ٤ كيلو؟ قلت ٦ كيلو", { weight_kg: 6 }],
    ["ليش كاتبين ٤ كيلو؟ قلت ٦", { weight_kg: 6 }],
    ["ليه كتبتوا الدمام؟ قلت جدة", { to_city: "Jeddah" }],
    ["who said 9 pm? I said 4 pm", { pickup_time: "16:00" }],
    ["why did you write 4 kg? it is 6 kg", { weight_kg: 6 }],
    ["meen 2al 4 kilo? olt 6 kilo", { weight_kg: 6 }],
  ])("gives way to what was said: %s", (text, expected) => {
    for (const open of [readBack, asksCode]) expect(valuesOf(read(text, open), "correct")).toEqual(expected);
  });

  it.each([
    ["مين قال ٩ مساء", "pickup_time"],
    ["مين قال لك ٤ كيلو", "weight_kg"],
    ["who said 4 kg", "weight_kg"],
  ])("is asked for anew where nothing takes its place: %s", (text, name) => {
    expect(read(text, readBack).understandings).toEqual([{ type: "correct", fields: {}, ask: [name] }]);
  });

  it.each(["مين بيستلم ٩ مساء؟", "ليش السعر غالي", "who takes it at the door?", "مين قال ٣ ايام"])(
    "is no other question: %s",
    (text) => {
      expect(valuesOf(read(text, readBack), "correct")).toEqual({});
    },
  );
});

describe("a new value alone under a read-back", () => {
  it.each([
    ["الخامسة عصراً", { pickup_time: "17:00" }],
    ["العصر يناسبنا", { pickup_time: "16:00" }],
    ["قلت الظهر", { pickup_time: "12:00" }],
    ["٦ كيلو", { weight_kg: 6 }],
    ["6 pm is better", { pickup_time: "18:00" }],
    ["غيروا الوقت للخامسة", { pickup_time: "17:00" }],
    ["الوقت الخامسة", { pickup_time: "17:00" }],
  ])("changes what is held: %s", (text, expected) => {
    const reading = read(text, readBack);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual(expected);
  });

  it.each(["جدة", "ايه ٦ تمام", "العصر ولا المغرب؟", "٦ كيلو بكم؟", "تمام"])(
    "is none where it might be of two, of anything, or a question: %s",
    (text) => {
      expect(valuesOf(read(text, readBack), "correct")).toEqual({});
    },
  );
});

describe("a period that is taken back by a number", () => {
  const asksPeriod = holding("gov_paperwork", "duration", { doc_type: "driving_licence_renewal" });

  it.each([
    ["خليها ١٠ سنين لا استنى ٥", "P5Y"],
    ["10 years, wait, 5", "P5Y"],
    ["١٠ سنوات، عفوا ٥", "P5Y"],
    ["5 sneen la estanna 10", "P10Y"],
  ])("%s", (text, duration) => {
    expect(valuesOf(read(text, asksPeriod), "answers")).toEqual({ duration });
  });

  it.each([
    ["٥ سنين لا اكثر", "P5Y"],
    ["٥ سنين، رقمي 0501112222", "P5Y"],
  ])("stays where no number takes its place: %s", (text, duration) => {
    expect(valuesOf(read(text, asksPeriod), "answers")).toMatchObject({ duration });
  });
});

describe("what was left out", () => {
  const report = holding("data_report", undefined, {
    kind: "market_study",
    subject: "سوق التمور في الرياض",
    phone: "+966501112222",
  });

  it.each([
    ["you forgot excel and 30 november", { format: "excel", deadline: "2026-11-30" }],
    ["ما كتبتوا اكسل", { format: "excel" }],
  ])("is taken: %s", (text, expected) => {
    const reading = read(text, report);
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toEqual(expected);
  });

  it.each(["والرواتب؟ ما كتبتوها", "you forgot to write it"])(
    "is asked for where it is no value: %s",
    (text) => {
      expect(gist(read(text, report))).toEqual(["change"]);
    },
  );

  it.each(["خدمتكم سيئة جدا", "you never answer me, very bad service"])(
    "is a complaint where it is of something else: %s",
    (text) => {
      expect(gist(read(text, report))).toContain("complaint");
    },
  );
});

describe("an hour that suits better, and a period by its number", () => {
  const asksCity = holding("clinic_booking", "city", {
    speciality: "ent",
    date: "2026-11-22",
    time: "21:00",
  });
  const asksId = holding("gov_paperwork", "national_id", {
    doc_type: "driving_licence_renewal",
    duration: "P10Y",
  });

  it.each(["الدمام، ومو لازم بالليل ترا العصر يناسبنا", "الدمام، العصر احسن لنا", "dammam, el 3asr a7san"])(
    "changes beside the answer: %s",
    (text) => {
      const reading = read(text, asksCity);
      expect(valuesOf(reading, "correct")).toEqual({ time: "16:00" });
      expect(valuesOf(reading, "answers")).toEqual({ city: "Dammam" });
    },
  );

  it("changes a period beside the answer", () => {
    const reading = read("قلت ٥ مش ١٠. والاقامة ٢٤٥٦٧٨٩١٢٨", asksId);
    expect(valuesOf(reading, "correct")).toEqual({ duration: "P5Y" });
    expect(valuesOf(reading, "answers")).toEqual({ national_id: "2456789128" });
  });

  it.each(["الدمام، العصر زحمة", "الدمام، اي وقت يناسبنا", "الدمام، ٩ مساء يناسبنا"])(
    "leaves the hour where none is said to suit better: %s",
    (text) => {
      expect(valuesOf(read(text, asksCity), "correct")).toEqual({});
    },
  );
});

describe("an address told before", () => {
  const asksAddress = holding("parcel_delivery", "dropoff", {
    from_city: "Riyadh",
    to_city: "Dammam",
    contents: "كتب",
    weight_kg: 4,
  });

  it.each([
    ["قلت لك حي الشاطئ شارع الخليج", "حي الشاطئ شارع الخليج"],
    ["ما كتبته لك فوق؟ حي الشاطئ شارع الخليج", "حي الشاطئ شارع الخليج"],
    ["ma gelt lak 7ay elsafa", "7ay elsafa"],
  ])("is the answer: %s", (text, address) => {
    expect(valuesOf(read(text, asksAddress), "answers")).toMatchObject({ dropoff: { text: address } });
  });

  it("stands before a change", () => {
    const reading = read("حي الشاطئ شارع الخليج، بس خلها ٦ كيلو", asksAddress);
    expect(valuesOf(reading, "answers")).toMatchObject({ dropoff: { text: "حي الشاطئ شارع الخليج" } });
    expect(valuesOf(reading, "correct")).toEqual({ weight_kg: 6 });
  });

  it("is none where only the town is said again", () => {
    expect(valuesOf(read("قلت لكم من الرياض", asksAddress), "answers")).toEqual({});
  });
});
