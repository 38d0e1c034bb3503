/** How somebody is to be reached, and to whom the invoice is, beside requests and answers. */
import { describe, expect, it } from "vitest";
import { classifier, context, gist, holding, read } from "./reader.ts";

const wishIn = (text: string, ...open: Parameters<typeof holding>) => {
  const { understandings } = read(text, holding(...open));
  return understandings.flatMap((one) => (one.type === "wish" ? [one.text] : []));
};

describe("beside an answer", () => {
  it.each([
    ["بس اربع، الله يخليكم اتصلوا علي قبل", "nights", { nights: 4 }, "اتصلوا علي قبل"],
    ["الخبر، تواصلوا معي واتساب بس", "city", { city: "Khobar" }, "تواصلوا معي واتساب بس"],
    ["الخبر واتساب بس لا تتصلون", "city", { city: "Khobar" }, "واتساب بس لا تتصلون"],
    [
      "Khobar, and make the invoice to the company please",
      "city",
      { city: "Khobar" },
      "make the invoice to the company",
    ],
    ["Khobar. call me before you come", "city", { city: "Khobar" }, "call me before you come"],
    ["fe el khobar, w kalemony 2abl", "city", { city: "Khobar" }, "kalemony 2abl"],
  ] as const)("it is a wish: %s", (text, asked, fields, wish) => {
    const { understandings } = read(text, holding("hotel_booking", asked, {}));
    expect(understandings.map(({ type }) => type)).toEqual(["answers", "wish"]);
    const [answers] = understandings;
    const given = answers?.type === "answers" ? answers.fields : {};
    expect(Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]))).toEqual(
      fields,
    );
    expect(wishIn(text, "hotel_booking", asked, {})).toEqual([wish]);
  });
});

describe("beside a request", () => {
  it.each([
    ["ابي فندق في تبوك واتصلوا علي قبل ما تحجزون", ["hotel_booking", "wish"]],
    ["ابي دراسة سوق كلموني على ٠٥٨١٩٧٨٥٦٩", ["data_report"]],
    ["can you get me car insurance, from Friday. call me on 0545823186", ["insurance_request"]],
    ["3ayez 7ad ye3mel mask dafater lel ma7al kallemooni 3ala 0577908463", ["business_accounts"]],
    ["نحتاج قاعة مناسبات لمدة 3 ساعات للتواصل 0516194682 في تبوك", ["virtual_office"]],
    ["need a dentist in khobar, whatsapp only", ["clinic_booking", "wish"]],
  ])("nobody is called: %s", (text, types) => {
    expect(gist(read(text))).toEqual(types);
  });
});

describe("alone", () => {
  it("is a wish under a question, and nothing of its own once an order is placed", () => {
    const text = "وشي ثاني، واتساب بس لا تتصلون";
    expect(wishIn(text, "hotel_booking", "city", {})).toEqual(["واتساب بس لا تتصلون"]);
    expect(gist(classifier.read(text, { ...context, lastService: "hotel_booking" }))).toEqual([
      "out_of_scope",
    ]);
    expect(
      gist(classifier.read("ابي فاتورة باسم الشركة", { ...context, lastService: "hotel_booking" })),
    ).toEqual(["out_of_scope"]);
  });

  it.each([
    "ابي احد يكلمني",
    "can someone call me please",
    "laptop. when will someone call me?",
    "متى تتصلون علي؟",
  ])("is not what calls a colleague or asks: %s", (text) => {
    expect(wishIn(text, "parcel_delivery", "contents", {})).not.toContain(text);
  });
});
