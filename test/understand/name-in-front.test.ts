/** A name that stands before everything else under the question for it, and what is said behind it. */
import { describe, expect, it } from "vitest";
import type { AnswerValue } from "../../src/domain/answer.ts";
import { holding, read, valuesOf } from "./reader.ts";

const hotel: Readonly<Record<string, AnswerValue>> = {
  city: "Madinah",
  checkin: "2026-12-06",
  nights: 3,
  guests: 2,
};
const asksName = holding("hotel_booking", "name", hotel);
const asksPatient = holding("clinic_booking", "name", {
  speciality: "eye",
  city: "Riyadh",
  date: "2026-11-26",
});
const asksApplicant = holding("gov_paperwork", "name", { doc_type: "exit_reentry_visa", duration: "P2M" });

describe("a name in front", () => {
  it.each([
    // Gulf
    ["حصة العتيبي 0551234567 وترى أنا على كرسي متحرك", "حصة العتيبي", "ترى أنا على كرسي متحرك"],
    ["سعاد الشمري ٠٥٥١٢٣٤٥٦٧ وأبي غرفة بعيدة عن المصعد", "سعاد الشمري", "أبي غرفة بعيدة عن المصعد"],
    // Egyptian
    ["محمد علي 0561234000 عندنا حساسية من العطور", "محمد علي", "عندنا حساسية من العطور"],
    ["منى السيد وعايزة سرير زيادة للطفل", "منى السيد", "عايزة سرير زيادة للطفل"],
    // standard
    ["عبدالرحمن آل سعيد، والله الفندق بعيد؟", "عبدالرحمن آل سعيد", "والله الفندق بعيد؟"],
    // Arabizi
    ["sara ahmed 0561234000 w 3ayza seryr zyada lltefl", "sara ahmed", "3ayza seryr zyada lltefl"],
    ["Mohamed Salah w 3ayez oda bahareya", "Mohamed Salah", "3ayez oda bahareya"],
    // English
    ["John Miller, +447911123456 and we arrive late", "John Miller", "we arrive late"],
    ["Abdul Majeed 0561234000, we need a baby cot", "Abdul Majeed", "we need a baby cot"],
  ])("is the answer, and the rest goes along: %s", (text, name, wish) => {
    const reading = read(text, asksName);
    expect(valuesOf(reading, "answers")).toMatchObject({ name });
    expect(reading.understandings).toContainEqual(expect.objectContaining({ type: "wish", text: wish }));
  });

  it.each([
    ["محمود عبد العزيز 0561234000 ونخليها 4 ليالي وميزانيتي 400 في الليلة", "محمود عبد العزيز"],
    ["ناصر الدوسري لكن المدة اربع ليالي", "ناصر الدوسري"],
    ["Laura Finch, make it 4 nights", "Laura Finch"],
    ["JUAN DELA CRUZ 0561234000, make it 4 nights", "JUAN DELA CRUZ"],
    ["Faisal AlHarbi w khalleeha 4 layali", "Faisal AlHarbi"],
  ])("stands beside a correction: %s", (text, name) => {
    const reading = read(text, asksName);
    expect(valuesOf(reading, "answers")).toMatchObject({ name });
    expect(valuesOf(reading, "correct")).toEqual({ nights: 4 });
  });

  it.each([
    ["ناصر الدوسري، وخل التأشيرة ثلاث شهور مو شهرين", "ناصر الدوسري"],
    ["Maria Santos, make it 3 months", "Maria Santos"],
  ])("stands beside a length that is changed: %s", (text, name) => {
    const reading = read(text, asksApplicant);
    expect(valuesOf(reading, "answers")).toMatchObject({ name });
    expect(valuesOf(reading, "correct")).toEqual({ duration: "P3M" });
  });

  it.each([
    ["ناصر الدوسري، الجواز ينتهي في فبراير", "ناصر الدوسري"],
    ["Sara Khan 0551234567, I use a wheelchair", "Sara Khan"],
    ["حصة العتيبي وأبي دكتورة", "حصة العتيبي"],
    ["Rajesh Kumar Sharma, and my number is 0570001234", "Rajesh Kumar Sharma"],
    ["أم محمد 0551234567", "أم محمد"],
  ])("is taken whatever is told behind it: %s", (text, name) => {
    expect(valuesOf(read(text, asksPatient), "answers")).toMatchObject({ name });
  });

  it.each([
    "الدمام، حي الشاطئ",
    "King Fahd Road, 12",
    "ok, 0551234567",
    "لا أدري، اسأل زوجتي",
    "مو مهم الاسم، رقمي 0551234567",
    "نفس الاسم، 0551234567",
    "Three nights, please",
    "حياك الله، خلها ٤ ليالي",
    "Hold on, 4 nights",
    "غرفة مطلة على الحرم، لو سمحت",
    "الاسم كما في الهوية، ارسلها لك بعدين",
    "zay ma 2oltelak, 0551234567",
  ])("is in none of these: %s", (text) => {
    const given = read(text, asksName).understandings;
    expect(given.flatMap((one) => ("fields" in one ? Object.keys(one.fields ?? {}) : []))).not.toContain(
      "name",
    );
  });
});
