/** Things that are bought, stored and insured, what counts them, and codes: found where nobody asked for them. */
import { describe, expect, it } from "vitest";
import { valuesIn } from "./values-in.ts";

describe("the thing that is wanted", () => {
  it.each([
    ["ابي لابتوب ديل من جرير", "لابتوب ديل"],
    ["ابي ايفون ١٥ برو ماكس", "ايفون ١٥ برو ماكس"],
    ["عاوزة جزمة مقاس ٣٨", "جزمة"],
    ["اشتروا لي ساعه من امازون", "ساعه"],
    ["ابي اطلب لابتوب من امازون", "لابتوب"],
    ["أودّ طلب حذاء رياضي من متجر عالمي", "حذاء رياضي"],
    ["otlobo li fostan mn shein", "fostan"],
    ["find the cheapest PlayStation 5 and order it", "PlayStation 5"],
    ["I want two black leather wallets from Amazon", "leather wallets"],
  ])("is named by %s", (text, item) => {
    expect(valuesIn("shopping_mediation", text).item).toBe(item);
  });

  it.each(["ابي اطلب من امازون", "عايز اشتري من نون", "ابيكم تشترون لي", "buy this item for me"])(
    "is not named by %s",
    (text) => {
      expect(valuesIn("shopping_mediation", text).item).toBeUndefined();
    },
  );

  it.each([
    ["store 80 cartons of shoes", "shoes"],
    ["ابي اخزن ٤٠ كرتون كتب", "كتب"],
    ["عايز أشيل العفش عندكم", "العفش"],
    ["akhazen sayarti", "sayarti"],
  ])("that is stored is named by %s", (text, contents) => {
    expect(valuesIn("storage_rental", text).contents).toBe(contents);
  });
});

describe("what is sent", () => {
  it.each(["ابي اطلب توصيل من الرياض لجدة", "ابي اطلب مندوب"])("is not named by %s", (text) => {
    expect(valuesIn("parcel_delivery", text).contents).toBeUndefined();
  });
});

describe("countsOf", () => {
  it.each([
    ["get me three white shirts", 3],
    ["شراء خمس طابعات", 5],
    ["I want two black leather wallets", 2],
  ])("gives %s its number", (text, quantity) => {
    expect(valuesIn("shopping_mediation", text).quantity).toBe(quantity);
  });

  it("leaves a number alone that is part of a name", () => {
    expect(valuesIn("shopping_mediation", "ابي ايفون ١٥ من جرير").quantity).toBeUndefined();
  });

  it("takes a noun in the plural without a number for no count", () => {
    expect(valuesIn("resale_offer", "ابي بطاقات هدايا").quantity).toBeUndefined();
  });
});

describe("findCodes", () => {
  it.each([
    ["فاتورة stc رقمها 1002345678", "1002345678"],
    ["رقم الحساب هو ٤٤٥٥٦٦", "٤٤٥٥٦٦"],
    ["invoice number INV-2026/77", "INV-2026/77"],
    ["saddedo el fatora raqamha 77120", "77120"],
  ])("finds the number in %s", (text, code) => {
    expect(valuesIn("payment_on_behalf", text).account_or_bill_no).toBe(code);
  });

  it("leaves a mobile number to the phone", () => {
    const values = valuesIn("payment_on_behalf", "فاتورة امي ورقمي 0501234567");
    expect(values.account_or_bill_no).toBeUndefined();
    expect(values.phone).toBe("+966501234567");
  });

  it("takes what is said to be an account for one, however it looks", () => {
    const values = valuesIn("payment_on_behalf", "سددوا فاتورة النت رقم الحساب 0501234567");
    expect(values.account_or_bill_no).toBe("0501234567");
    expect(values.phone).toBeUndefined();
  });

  it.each([
    ["size XL please", "XL"],
    ["مقاس ٣٨", "٣٨"],
    ["ma2as medium", "medium"],
  ])("finds the size in %s", (text, size) => {
    expect(valuesIn("shopping_mediation", text).size).toBe(size);
  });

  it("takes no word without a digit for a code", () => {
    expect(valuesIn("payment_on_behalf", "account please").account_or_bill_no).toBeUndefined();
  });
});

describe("findKnown", () => {
  it.each([
    ["كم تامين كامري ٢٠٢٠ شامل", "كامري ٢٠٢٠"],
    ["insurance for my 2018 Corolla", "2018 Corolla"],
    ["ta2meen 3ala hilux", "hilux"],
  ])("takes the year along that stands beside the name in %s", (text, details) => {
    expect(valuesIn("insurance_request", text).details).toBe(details);
  });

  it("leaves the joined letter out", () => {
    expect(valuesIn("shopping_mediation", "اطلبوه بأمازون").store).toBe("أمازون");
  });
});

describe("a text that tells something", () => {
  it.each([
    ["خطاب بخصوص اجازة بدون راتب من شركتي قبل الخميس", "اجازة بدون راتب من شركتي"],
    ["letter about the noise from my neighbours, please", "noise from my neighbours"],
    ["تظلم للوزارة بخصوص الإيقاف لو سمحت", "الإيقاف"],
  ])("goes on to the end of the clause in %s", (text, details) => {
    expect(valuesIn("document_writing", text).details).toBe(details);
  });
});

describe("a range of hours", () => {
  it.each([
    ["قاعة بكره من ٩ الصبح الى ١٢ الظهر", "09:00", "12:00"],
    ["meeting room from 9 to 12", "09:00", "12:00"],
  ])("fills both ends of %s", (text, time, end) => {
    expect(valuesIn("virtual_office", text)).toMatchObject({ time, time_end: end });
  });
});
