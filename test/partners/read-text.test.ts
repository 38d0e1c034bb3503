/** What people type for a partner, field by field. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePartner } from "../../src/domain/partner-schema.ts";
import type { PartnerText } from "../../src/partners/partner-text.ts";
import { readPartnerText } from "../../src/partners/read-text.ts";
import { type PartnerField, partnerFields } from "../../src/partners/vocabulary.ts";
import { emptyText, textOfPartner } from "../../src/partners/write-text.ts";
import { partnerIdOf, samplePartner } from "../store/sample-partner.ts";
import { agentId } from "../store/sample-turns.ts";

const services = [
  { id: "parcel_delivery", titles: ["توصيل شحنة", "Parcel delivery"] },
  { id: "parcel", titles: ["شحنة", "Parcel"] },
  { id: "hotel_booking", titles: ["حجز فندق", "Hotel booking"] },
  { id: "it_request", titles: ["طلب من تقنية المعلومات", "IT request"], isInside: true as const },
];
const named: PartnerText = {
  ...emptyText,
  name_ar: "شركة",
  name_en: "Company",
  services: "parcel_delivery, hotel_booking",
};

function read(change: Partial<PartnerText>, known = samplePartner("x", { version: 4 })) {
  return readPartnerText(
    { ...named, ...change },
    {
      ...{ id: partnerIdOf("x"), known, services, by: { id: agentId("sara"), name: "Sara" }, now: 9 },
      allowedHosts: [{ host: "erp.office.lan" }, { host: "127.0.0.1", port: 4010 }],
    },
  );
}

/** The partner that these texts make; fails on the first problem. */
function made(change: Partial<PartnerText>) {
  const reading = read(change);
  if (reading.type === "bad") throw new Error(JSON.stringify(reading.problems));
  return reading.partner;
}

const problemOf = (field: PartnerField, text: string): string | undefined => {
  const reading = read({ [field]: text });
  return reading.type === "bad" ? reading.problems.map(({ problem }) => problem).join() : undefined;
};

describe("hours", () => {
  it.each([
    ["09:00-13:00", [["09:00", "13:00"]]],
    ["9-13", [["09:00", "13:00"]]],
    ["9:30 - 13", [["09:30", "13:00"]]],
    ["٩:٠٠–١٣:٠٠", [["09:00", "13:00"]]],
    ["9 إلى 13", [["09:00", "13:00"]]],
    ["09:00 to 13:00", [["09:00", "13:00"]]],
    [
      "16-21, 9-13",
      [
        ["09:00", "13:00"],
        ["16:00", "21:00"],
      ],
    ],
    [
      "9-13 و16-21",
      [
        ["09:00", "13:00"],
        ["16:00", "21:00"],
      ],
    ],
    [
      "9-13\n16-21",
      [
        ["09:00", "13:00"],
        ["16:00", "21:00"],
      ],
    ],
    ["20:00-02:00", [["20:00", "02:00"]]],
    ["16-24", [["16:00", "24:00"]]],
    ["0-24", [["00:00", "24:00"]]],
    ["0-0", [["00:00", "00:00"]]],
    [
      "9-13; 22-3",
      [
        ["09:00", "13:00"],
        ["22:00", "03:00"],
      ],
    ],
    ["مغلق", []],
    ["Closed", []],
    ["-", []],
  ])("are read from %j", (text, shifts) => {
    expect(made({ sunday: text }).hours?.sunday).toEqual(shifts);
  });

  it.each([
    ["nine to five", "not_hours"],
    ["9", "not_hours"],
    ["9-25", "not_hours"],
    ["9:70-12", "not_hours"],
    ["24-9", "not_hours"],
    ["9-9", "not_hours"],
    ["9-13 lunch", "not_hours"],
    ["9-13, 12-16", "hours_overlap"],
    ["22-3, 23-24", "hours_overlap"],
    ["1-2,3-4,5-6,7-8,9-10", "too_many"],
  ])("are refused: %j as %s", (text, problem) => {
    expect(problemOf("sunday", text)).toBe(problem);
    expect(problemOf("ramadan_friday", text)).toBe(problem);
  });

  it("are the office's own while every day is empty, and closed on an empty day otherwise", () => {
    expect(made({ sunday: " " })).not.toHaveProperty("hours");
    const { hours, ramadan } = made({ monday: "9-13", ramadan_sunday: "closed" });
    expect(hours?.monday).toEqual([["09:00", "13:00"]]);
    expect([hours?.sunday, ramadan?.sunday, ramadan?.monday]).toEqual([[], [], []]);
  });
});

describe("holidays", () => {
  it.each([
    ["2027-02-22", [{ date: "2027-02-22" }]],
    ["22/2/2027", [{ date: "2027-02-22" }]],
    ["٢٢/٢/٢٠٢٧م", [{ date: "2027-02-22" }]],
    ["2027-09-23; 2027-02-22", [{ date: "2027-02-22" }, { date: "2027-09-23" }]],
    ["2027-03-09 to 2027-03-12", [{ date: "2027-03-09", until: "2027-03-12" }]],
    ["من 2027-03-09 إلى 2027-03-12", [{ date: "2027-03-09", until: "2027-03-12" }]],
    ["1448-10-01 – 1448-10-03", [{ date: "2027-03-09", until: "2027-03-11" }]],
    ["1/10/1448هـ", [{ date: "2027-03-09" }]],
    ["2027-03-09 to 2027-03-09", [{ date: "2027-03-09" }]],
  ])("are read from %j", (text, holidays) => {
    expect(made({ holidays: text }).holidays).toEqual(holidays);
  });

  it.each([
    ["2027-02-30", "not_a_date"],
    ["1448-09-31", "not_a_date"],
    ["2999-01-01", "not_a_date"],
    ["Eid", "not_a_date"],
    ["2027-03-09 Eid", "not_a_date"],
    ["2027-03-12 to 2027-03-09", "dates_reversed"],
    ["2027-03-09 to 2027-03-10 to 2027-03-11", "not_a_date"],
  ])("are refused: %j as %s", (text, problem) => {
    expect(problemOf("holidays", text)).toBe(problem);
  });
});

describe("prices", () => {
  it("are read with services by id or title, in riyals unless another currency is named", () => {
    expect(made({ prices: "parcel_delivery 1,250.50; حجز فندق: ٣٠ ريال" }).prices).toEqual({
      parcel_delivery: { amountMinor: 125_050, currency: "SAR" },
      hotel_booking: { amountMinor: 3_000, currency: "SAR" },
    });
    expect(made({ prices: "Parcel delivery = 1.505 KWD" }).prices).toEqual({
      parcel_delivery: { amountMinor: 1_505, currency: "KWD" },
    });
  });

  it.each([
    ["flying 4", "not_a_service"],
    ["parcel 4", "price_without_service"],
    ["parcel_delivery", "not_an_amount"],
    ["parcel_delivery a lot", "not_an_amount"],
    ["parcel_delivery 0", "not_an_amount"],
    ["parcel_delivery -4", "not_an_amount"],
    ["parcel_delivery 4.505", "not_an_amount"],
    ["parcel_delivery 4 camels", "not_an_amount"],
  ])("are refused: %j as %s", (text, problem) => {
    expect(problemOf("prices", text)).toBe(problem);
  });
});

describe("the other fields", () => {
  it("read places in either language, cities apart from areas, each once", () => {
    expect(made({ places: "Riyadh، الرياض; القصيم\nKuwait, مكه" })).toMatchObject({
      cities: ["Riyadh", "Makkah"],
      areas: ["Qassim", "Kuwait"],
    });
  });

  it("read phones of every kind that people have, and nothing that is none", () => {
    for (const [text, phone] of [
      ["050 123 4567", "+966501234567"],
      ["٠٥٠١٢٣٤٥٦٧", "+966501234567"],
      ["920012345", "+966920012345"],
      ["011 400 5521", "+966114005521"],
      ["+971 50 123 4567", "+971501234567"],
    ] as const)
      expect([text, made({ phone: text }).contacts.phone]).toEqual([text, phone]);
    for (const text of ["12", "0501234567 0551234567", "call us"])
      expect([text, problemOf("phone", text)]).toEqual([text, "not_a_phone"]);
  });

  it.each([
    ["email", "desk@partner", "not_an_email"],
    ["email", "a b@partner.example", "not_an_email"],
    ["email", "a@b.example, c@d.example", "not_an_email"],
    ["webhook", "partner.example/hook", "not_a_web_address"],
    ["webhook", "http://partner.example", "host_not_named"],
    ["webhook", "http://127.0.0.1:4011", "host_not_named"],
    ["webhook", "https://partner.example:9443/hook", "host_not_named"],
    ["webhook", "https://10.0.0.5/hook", "host_not_named"],
    ["webhook", "http://169.254.169.254/latest", "not_a_web_address"],
    ["webhook", "ftp://erp.office.lan/hook", "not_a_web_address"],
    ["webhook", "http://user:word@erp.office.lan/hook", "not_a_web_address"],
    ["webhook", "https://user:word@partner.example", "not_a_web_address"],
    ["webhook", "javascript:alert(1)", "not_a_web_address"],
    ["capacity", "0", "not_a_count"],
    ["capacity", "2.5", "not_a_count"],
    ["capacity", "many", "not_a_count"],
    ["languages", "ar, fr", "not_a_language"],
    ["kind", "friend", "not_a_kind"],
    ["office_holidays", "perhaps", "not_yes_or_no"],
    ["state", "gone", "not_a_state"],
    ["state", "busy", "not_a_state"],
    ["places", "Atlantis", "not_a_place"],
    ["services", "flying", "not_a_service"],
    ["services", "", "missing"],
    ["name_en", "  ", "missing"],
    ["name_ar", "x".repeat(121), "too_long"],
    ["licences", "x".repeat(4_001), "too_long"],
    ["licences", "transport", "not_a_licence"],
    ["licences", "TL-1 2027-01-31", "not_a_licence"],
    ["licences", "transport TL-1 2027-31-01", "not_a_date"],
  ] as const)("refuse for %s: %j as %s", (field, text, problem) => {
    expect(problemOf(field, text)).toBe(problem);
  });

  it("take a webhook in the office's own network where its host is allowed by name, and keep the one that is there", () => {
    for (const webhook of ["http://127.0.0.1:4010/", "http://erp.office.lan:8080/hook", "https://x.example/"])
      expect(made({ webhook }).contacts.webhook).toBe(webhook);
    const webhook = "http://erp.gone.lan/hook";
    const known = samplePartner("x", { contacts: { webhook } });
    expect(read({ webhook }, known)).toMatchObject({ partner: { contacts: { webhook } } });
  });

  it("let a department have no service", () => {
    expect(made({ kind: "office", services: "IT request" }).services).toEqual(["it_request"]);
    expect(problemOf("services", "parcel; it_request")).toBe("not_a_service");
    expect(made({ kind: "قسم في المكتب", services: "" })).toMatchObject({ kind: "office", services: [] });
  });

  it("tell of everything that is wrong at once, in the order of the fields", () => {
    const reading = read({ name_en: "", services: "", phone: "1", sunday: "x", holidays: "y" });
    expect(reading.type === "bad" && reading.problems.map(({ field }) => field)).toEqual([
      "name_en",
      "services",
      "phone",
      "sunday",
      "holidays",
    ]);
  });
});

describe("readPartnerText", () => {
  it("has an answer to whatever stands in the fields, and soon", () => {
    const odd = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.stringMatching(/^[0-9٠-٩:\-–/. ,;و]{0,40}$/),
      fc.constantFrom(
        "transport 1-1-1",
        "9-13".repeat(900),
        "0/0/0000",
        "1601-01-01",
        " ".repeat(3_999),
        "05".repeat(2_000),
      ),
    );
    const any = fc.record(Object.fromEntries(partnerFields.map((field) => [field, odd])));
    const begun = performance.now();
    fc.assert(
      fc.property(any, (texts) => {
        const reading = read(texts);
        if (reading.type === "bad") {
          expect(reading.problems.length).toBeGreaterThan(0);
          for (const { field } of reading.problems) expect(partnerFields).toContain(field);
        } else expect(parsePartner(JSON.parse(JSON.stringify(reading.partner)))).toEqual(reading.partner);
      }),
      { numRuns: 100 },
    );
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe("textOfPartner", () => {
  it("writes what reads as the same partner, in either language", () => {
    const partner = made({
      places: "Riyadh, Qassim",
      sunday: "9-13, 16-24",
      ramadan_monday: "21-2",
      holidays: "2027-03-09 to 2027-03-12",
      office_holidays: "no",
      prices: "hotel_booking 30.05 USD",
      licences: "other 2027-01-31 -; سجل تجاري رقم 5 2027-01-31",
      phone: "0501234567",
    });
    for (const language of ["ar", "en"] as const)
      expect(made(textOfPartner(partner, language))).toEqual(partner);
  });
});
