import { describe, expect, it } from "vitest";
import type { FieldSpec, ServiceSpec } from "../../src/domain/understanding.ts";
import { findOptions } from "../../src/understand/values/options.ts";
import { wordsOf } from "../../src/understand/words.ts";

const option = (id: string, ar: string, en: string, ...words: string[]) => ({ id, label: { ar, en }, words });
const field: FieldSpec = {
  name: "speciality",
  type: "choice",
  required: true,
  cues: [],
  names: [],
  units: [],
  take: "free",
  future: true,
  options: [
    option("dermatology", "الجلدية", "Dermatology", "جلديه", "dermatologist", "skin"),
    option("dentistry", "الأسنان", "Dentistry", "اسنان", "dentist"),
    option("orthopedics", "العظام", "Orthopedics", "عظام"),
    option("cardiology", "القلب", "Cardiology", "cardiologist", "heart"),
    option("internal_medicine", "الباطنية", "Internal medicine", "باطنيه"),
    option("neurology", "المخ والأعصاب", "Neurology", "اعصاب"),
    option("urology", "المسالك البولية", "Urology", "مسالك"),
  ],
};
const spec: ServiceSpec = {
  id: "clinic",
  title: { ar: "عيادة", en: "Clinic" },
  examples: [],
  fields: [field],
};

const read = (text: string): unknown[] => findOptions(text, wordsOf(text), spec).map(({ value }) => value);

describe("findOptions", () => {
  it.each([
    // Gulf
    ["ابي موعد جدليه", "dermatology"],
    ["ابغى عيادة باطنييه", "internal_medicine"],
    // Egyptian
    ["عايز دكتور الجلديا", "dermatology"],
    // Standard Arabic
    ["أرغب في موعد في عيادة الاسنااان", "dentistry"],
    // Arabizi and English
    ["abgha cardiolgist", "cardiology"],
    ["a dermatolgist please", "dermatology"],
    ["internal medecine", "internal_medicine"],
    ["orthopedcs clinic", "orthopedics"],
  ])("reads the misspelled option of «%s»", (text, id) => {
    expect(read(text)).toEqual([id]);
  });

  it.each([
    ["ابي موعد عظيم", "another word"],
    ["rheumatology", "another speciality"],
    ["المسافر", "no neighbour"],
    ["اسناد", "another letter at the root's end"],
    ["heard", "a word of its own"],
  ])("takes «%s» for no single option: %s", (text) => {
    expect(read(text).length).not.toBe(1);
  });
});
