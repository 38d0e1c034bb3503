/** Names that are told in the middle of a longer message: whose name it is, and where it begins. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("a name told in passing", () => {
  it.each([
    // Behind who is named.
    ["gov_paperwork", "جددوا إقامة السايق سنة باسم كفيله سعد الحربي", "سعد الحربي"],
    ["hotel_booking", "غرفة في جدة ليلتين باسم زوجتي سارة أحمد", "سارة أحمد"],
    ["hotel_booking", "a room in Jeddah under the name of my brother Khalid Omar", "Khalid Omar"],
    ["hotel_booking", "a suite in Riyadh for our guest Dr. Walid Mansour", "Walid Mansour"],
    ["hotel_booking", "سيصل ضيفنا الدكتور وليد منصور إلى أبها ونحتاج جناحا", "وليد منصور"],
    ["hotel_booking", "أبي غرفة للمهندس هشام العتيبي في ينبع", "هشام العتيبي"],
    // Whose first letter looks like "and", "with" or "we".
    ["hotel_booking", "غرفة في جدة ليلتين باسم وليد خالد", "وليد خالد"],
    ["hotel_booking", "احجزوا لي في أبها باسم نسرين أحمد", "نسرين أحمد"],
    ["clinic_booking", "الموعد باسم بدرية سالم", "بدرية سالم"],
    // The customer's own.
    ["government_liaison", "معاكم نورة من بلدية الجبيل، ننسق مع وزارة النقل", "نورة"],
    ["government_liaison", "المسؤول لدينا خالد المالكي", "خالد المالكي"],
    ["government_liaison", "The contact person is Fahad Al Yami", "Fahad Al Yami"],
    ["gov_paperwork", "an exit re-entry visa, in the name of Joseph Mathew", "Joseph Mathew"],
    // The patient's.
    ["clinic_booking", "أبي لأمي دكتور عظام في الدمام، عمرها 66 واسمها منيرة القحطاني", "منيرة القحطاني"],
    ["clinic_booking", "a dentist in Jeddah for my son, his name is Omar Khan", "Omar Khan"],
  ])("is read (%s: %s)", (service, text, name) => {
    expect(valuesIn(service, text)).toMatchObject({ name });
  });

  it.each([
    ["hotel_booking", "غرفة في جدة باسم زوجتي"],
    ["hotel_booking", "ضيفنا يوصل بكرة ونبي غرفة"],
    ["hotel_booking", "our guest arrives tomorrow, a room in Riyadh"],
    ["hotel_booking", "this is for two people in Makkah"],
    ["government_liaison", "معاكم من بلدية الجبيل"],
    ["government_liaison", "المسؤول لدينا في إجازة"],
    ["gov_paperwork", "معاكم حق بس جددوا الإقامة"],
    // The doctor's, or as well the doctor's.
    ["clinic_booking", "أبي دكتور عيون في جدة اسمه سامي الحربي"],
    ["clinic_booking", "موعد لوالدي عند طبيب قلب، واسمه عبدالرحمن الشهري"],
    ["clinic_booking", "I want the eye doctor, his name is Hani Omar"],
  ])("is asked for (%s: %s)", (service, text) => {
    expect(valuesIn(service, text).name).toBeUndefined();
  });

  it("of a doctor is the doctor's", () => {
    expect(valuesIn("clinic_booking", "موعد عيون عند دكتور اسمه سامي الحربي")).toMatchObject({
      doctor: "سامي الحربي",
    });
    const told = "أبي لأمي دكتور عظام في الدمام، واسمها منيرة القحطاني";
    expect(valuesIn("clinic_booking", told).doctor).toBeUndefined();
  });
});
