/** Whose phone a number is, by the words beside it: the customer's own, somebody else's, or nobody's that was named. */
import { describe, expect, it } from "vitest";
import { findPhones } from "../../src/language/people/phones.ts";
import { whosePhone } from "../../src/understand/values/whose-phone.ts";
import { wordsOf } from "../../src/understand/words.ts";
import { valuesIn } from "./values-in.ts";

const whose = (text: string) =>
  findPhones(text).map((found) => whosePhone(wordsOf(text), { ...found, type: "phone", value: "" }));

describe("whosePhone", () => {
  it.each([
    "رقمي 0548123390",
    "my cell is 0548123390",
    "وأنا جوالي 0548123390",
    "hatha rgmi 0548123390",
    "0548123390 هذا رقمي",
    "call me on 0548123390",
  ])("is the customer's own (%s)", (text) => {
    expect(whose(text)).toEqual(["own"]);
  });

  it.each([
    "رقم ابوها 0548123390",
    "وهاتف المستلم 0548123390",
    "0548123390 is his number",
    "my brother's number is 0548123390",
    "number of the driver 0548123390",
    "ragam el 5ayata 0548123390",
    "تليفونها 0548123390",
    "رقم المستلم غير رقمي 0548123390",
    "his number is not mine, it is 0548123390",
    "اخوي هناك فهد العتيبي 0548123390",
    "صديقي ماجد 0548123390",
    "my brother Ahmed 0548123390",
  ])("is somebody else's (%s)", (text) => {
    expect(whose(text)).toEqual(["others"]);
  });

  it.each([
    "رقم الجوال 0548123390",
    "للتواصل 0548123390",
    "رقم البيت 0548123390",
    "0548123390",
    "سعد 0548123390",
  ])("is nobody's that was named (%s)", (text) => {
    expect(whose(text)).toEqual([undefined]);
  });
});

describe("a second number", () => {
  it.each([
    "0501231231 and he's 0503213213",
    "0501231231 وهو 0503213213",
    "ana 0501231231 w howa 0503213213",
  ])("is the other's behind a word for that one (%s)", (text) => {
    expect(whose(text)[1]).toBe("others");
  });

  it.each(["رقمي هو 0548123390", "رقمي الجديد هو 0548123390", "my number and it is 0548123390"])(
    "is one's own where the word only points at it (%s)",
    (text) => {
      expect(whose(text)).toEqual(["own"]);
    },
  );
});

describe("isForPhone", () => {
  it("keeps somebody else's phone from the customer's own question", () => {
    const values = valuesIn("clinic_booking", "موعد جلدية بجدة ورقم الدكتورة 0548123390");
    expect(values.phone).toBeUndefined();
  });

  it("gives it to the question for the other side's", () => {
    const values = valuesIn("c2c_mediation", "A man sells a car, his telephone is 0548123390");
    expect(values).toMatchObject({ other_party_phone: "+966548123390" });
    expect(values.phone).toBeUndefined();
  });

  it("takes anybody's line for one that is asked about", () => {
    const values = valuesIn("telecom_lookup", "خط امي رقمها 0548123390 فاصل");
    expect(values.line_number).toBe("+966548123390");
  });
});
