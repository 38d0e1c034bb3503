/** Each answer type's parser, on direct answers as people write them and on values as programs give them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { positionIn } from "../../src/conversation/answers/choice.ts";
import { type AnswerQuestion, parseAnswer, parseFieldValue } from "../../src/conversation/answers/index.ts";
import { type AnswerType, answerTypes } from "../../src/domain/answer.ts";
import { sundayMorning } from "./paper-office.ts";

const context = { now: sundayMorning, zone: "Asia/Riyadh" };
const options = [
  { id: "single", label: { ar: "مفردة", en: "Single" }, words: ["سنقل"] },
  { id: "double", label: { ar: "مزدوجة", en: "Double" }, words: ["دبل", "twin"] },
  { id: "suite", label: { ar: "جناح", en: "Suite" }, words: ["سويت"] },
  { id: "family", label: { ar: "غرفة عائلية", en: "Family room" }, words: ["عائلية"] },
];

function question(type: AnswerType, rest: Partial<AnswerQuestion> = {}): AnswerQuestion {
  return { name: "x", type, units: [], scales: {}, future: true, later: false, ...rest };
}

const nights = question("integer", {
  min: 1,
  max: 90,
  units: ["ليلة", "ليالي", "night", "nights"],
  scales: { أسبوع: 7, week: 7 },
});
const weight = question("number", { above: 0, max: 1000, units: ["كيلو", "kg"] });
const short = question("text", { format: "short_national_address" });

describe("parseAnswer", () => {
  it.each<[AnswerQuestion, string, unknown]>([
    [nights, "٣", 3],
    [nights, "ليلتين", 2],
    [nights, "three nights", 3],
    [nights, "أسبوع", 7],
    [nights, "two weeks", 14],
    [weight, "نص كيلو", 0.5],
    [weight, "2.5", 2.5],
    [question("choice", { options }), "2", "double"],
    [question("choice", { options }), "٣", "suite"],
    [question("choice", { options }), "الأول", "single"],
    [question("choice", { options }), "جناح لو سمحت", "suite"],
    [question("choice", { options }), "TWIN", "double"],
    [question("choice", { options }), "غرفه عائليه", "family"],
    [question("yes_no"), "ايوه", true],
    [question("yes_no"), "لا", false],
    [question("yes_no"), "2", false],
    [question("date"), "بكرة", "2026-11-23"],
    [question("date"), "3 December", "2026-12-03"],
    [question("time"), "٥ العصر", "17:00"],
    [question("duration"), "ثلاثة أشهر", "P3M"],
    [question("place"), "جده", "Jeddah"],
    [question("phone"), "٠٥٠١٢٣٤٥٦٧", "+966501234567"],
    [question("money"), "٣٠٠ ريال", { amountMinor: 30_000, currency: "SAR" }],
    [question("money"), "250", { amountMinor: 25_000, currency: "SAR" }],
    [question("person_name"), "سارة العتيبي", "سارة العتيبي"],
    [question("national_id"), "١٠٠٠٠٠٠٠٠٨", "1000000008"],
    [question("establishment_number"), "7001234567", "7001234567"],
    [question("iban"), "SA03 8000 0000 6080 1016 7519", "SA0380000000608010167519"],
    [short, "rrrd2929", "RRRD2929"],
    [question("text"), "  كتب ومجلات ", "كتب ومجلات"],
    [question("location"), "24.71355, 46.67530", { latitude: 24.71355, longitude: 46.6753 }],
  ])("reads %j %s", (asked, text, value) => {
    expect(parseAnswer(asked, text, context)).toMatchObject({ type: "parsed", value });
  });

  it.each<[AnswerQuestion, string, string]>([
    [nights, "0", "too_small"],
    [nights, "500", "too_big"],
    [nights, "1.5", "not_whole"],
    [weight, "0", "too_small"],
    [question("date"), "الأحد", "ambiguous_weekday"],
    [question("date"), "31/2/2027", "no_such_date"],
    [question("phone"), "050123456", "bad_phone"],
    [question("phone", { mobile: true }), "0112345678", "not_mobile"],
    [question("phone", { mobile: true }), "920012345 هاتف 0138901234", "not_mobile"],
    [question("national_id"), "1000000009", "bad_checksum"],
    [question("establishment_number"), "1010123456", "not_unified"],
    [question("establishment_number"), "رقمه ٤٠٣٠١٢٣٤٥٦", "not_unified"],
    [question("establishment_number"), "0555001100", "bad_format"],
    [question("iban"), "SA0380000000608010167518", "bad_checksum"],
    [question("text"), "x".repeat(4_097), "too_long"],
  ])("says why %j cannot be %s", (asked, text, reason) => {
    expect(parseAnswer(asked, text, context)).toMatchObject({ type: "bad", reason });
  });

  it.each<[AnswerQuestion, string]>([
    [nights, "وين طلبي"],
    [question("choice", { options }), "9"],
    [question("choice", { options }), "مفردة أو مزدوجة"],
    [question("yes_no"), "إن شاء الله"],
    [question("phone"), "لا أعرف"],
    [question("place"), "لا أدري"],
    [question("money"), "0551112223"],
    [weight, "+966 55 111 2223"],
    [question("photo"), "هذه الصورة"],
  ])("finds no answer of the kind in %j %s", (asked, text) => {
    expect(parseAnswer(asked, text, context)).toEqual({ type: "not_this" });
  });

  it("never throws, and points into the text, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...answerTypes),
        fc.string({ unit: "binary", maxLength: 60 }),
        (type, text) => {
          const read = parseAnswer(question(type, { options }), text, context);
          if (read.type === "not_this") return;
          expect(read.start).toBeGreaterThanOrEqual(0);
          expect(read.end).toBeLessThanOrEqual(text.length);
          expect(read.end).toBeGreaterThanOrEqual(read.start);
        },
      ),
    );
  });
});

describe("positionIn", () => {
  it.each([
    ["1", 0],
    ["٢", 1],
    [" 3. ", 2],
    ["الثاني", 1],
    ["رقم ٢", 1],
    ["second", 1],
    ["option 2", 1],
    ["9", undefined],
    ["0", undefined],
    ["12 كتاب", undefined],
  ])("takes %j for position %s", (text, position) => {
    expect(positionIn(text, 4)).toBe(position);
  });
});

describe("parseFieldValue", () => {
  it.each<[AnswerQuestion, unknown, unknown]>([
    [nights, 3, 3],
    [nights, "ليلتين", 2],
    [question("yes_no"), true, true],
    [question("choice", { options }), "suite", "suite"],
    [question("choice", { options }), "جناح", "suite"],
    [question("place"), "Jeddah", "Jeddah"],
    [question("date"), "2026-11-26", "2026-11-26"],
    [question("date"), "tomorrow", "2026-11-23"],
    [question("money"), { amountMinor: 4_500, currency: "SAR" }, { amountMinor: 4_500, currency: "SAR" }],
    [question("location"), { latitude: 24.7, longitude: 46.7 }, { latitude: 24.7, longitude: 46.7 }],
    [question("address"), { text: "الملقا", short: "RRRD2929" }, { text: "الملقا", short: "RRRD2929" }],
    [
      question("address"),
      { latitude: 24.7136, longitude: 46.6753 },
      { text: "24.7136, 46.6753", location: { latitude: 24.7136, longitude: 46.6753 } },
    ],
    [question("address"), { text: "حي السلامة", city: "جدة" }, { text: "حي السلامة", city: "Jeddah" }],
    [question("phone"), "+966501234567", "+966501234567"],
    [question("duration"), "P3M", "P3M"],
  ])("takes %j from %j", (asked, given, value) => {
    expect(parseFieldValue(asked, given, context)).toMatchObject({ type: "value", value });
  });

  const file = (type: string, bytes = 9) => ({ id: `f_${"a".repeat(22)}`, name: "a", type, bytes });
  it.each<[AnswerQuestion, unknown]>([
    [question("photo"), Array.from({ length: 10 }, () => file("image/jpeg", 20 * 1024 * 1024))],
    [question("document"), [file("image/webp"), file("application/pdf"), file("text/csv")]],
    [question("document"), [file("application/vnd.openxmlformats-officedocument.wordprocessingml.document")]],
  ])("takes files within the limits (%j)", (asked, given) => {
    expect(parseFieldValue(asked, given, context)).toMatchObject({ type: "value", value: given });
  });

  it.each<[AnswerQuestion, unknown, string]>([
    [nights, 0, "too_small"],
    [nights, true, "bad_format"],
    [nights, null, "bad_format"],
    [question("choice", { options }), "palace", "not_a_choice"],
    [question("place"), "Atlantis", "unknown_place"],
    [question("date"), "2026-02-30", "no_such_date"],
    [question("date"), "2020-01-01", "in_the_past"],
    [question("money"), { amountMinor: 1.5, currency: "SAR" }, "bad_format"],
    [question("money"), { amountMinor: 1, currency: "XXX" }, "bad_format"],
    [question("address"), { text: " " }, "bad_format"],
    [question("address"), { text: "حي السلامة", city: "Nowhere" }, "bad_format"],
    [question("photo"), "picture", "needs_a_file"],
    [question("photo"), [file("application/pdf")], "needs_a_picture"],
    [question("document"), [file("image/png"), file("video/mp4")], "file_type"],
    [question("document"), [file("image/png", 20 * 1024 * 1024 + 1)], "file_too_large"],
    [question("document"), Array.from({ length: 11 }, () => file("text/plain")), "too_many_files"],
    [question("phone"), "12", "bad_phone"],
    [short, "nonsense", "bad_format"],
    [question("text"), "  ", "bad_format"],
  ])("refuses %j %j by name", (asked, given, reason) => {
    expect(parseFieldValue(asked, given, context)).toEqual({ type: "bad", reason });
  });
});
