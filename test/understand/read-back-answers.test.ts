/** What is said to a read-back beside yes and no: an approval with another wish, words that are added, changes with a reason. */
import { describe, expect, it } from "vitest";
import { gist, read, readingBack, valuesOf } from "./reader.ts";

const bill = readingBack("payment_on_behalf", {
  what: "bill",
  provider: "شركة الكهرباء",
  amount: { amountMinor: 38500, currency: "SAR" },
  account_or_bill_no: "30118842056",
  phone: "+966549012663",
});
const parcel = readingBack("parcel_delivery", {
  from_city: "Buraydah",
  to_city: "Riyadh",
  contents: "تمر",
  weight_kg: 8,
  pickup_date: "2026-11-23",
  pickup_time: "15:00",
  phone: "+966549012663",
});
const visit = readingBack("clinic_booking", {
  speciality: "pediatrics",
  city: "Dammam",
  date: "2026-11-22",
  name: "هند",
  phone: "+966549012663",
});

describe("an approval with another wish behind it", () => {
  it.each([
    ["اعتمدوا، وابغى كمان تأمين للسيارة", ["confirm", "insurance_request"]],
    ["tamam, w kaman 3ayez otel fe gedda bokra", ["confirm", "hotel_booking"]],
    ["yes go ahead, and also book me a hotel in jeddah tomorrow", ["confirm", "hotel_booking"]],
    ["تمام، وكمان فاتورة المويه ٩٠ ريال رقم الحساب 5520417001", ["confirm", "payment_on_behalf"]],
  ])("is both: %s", (text, expected) => {
    expect(gist(read(text, bill))).toEqual(expected);
  });

  it.each(["تمام بس خلوها ٤٠٠ ريال", "ايه والمبلغ ٤٠٠", "ok but make it 400 riyals"])(
    "is no yes where the order itself is changed: %s",
    (text) => {
      expect(gist(read(text, bill))).not.toContain("confirm");
      expect(valuesOf(read(text, bill), "correct")).toEqual({
        amount: { amountMinor: 40000, currency: "SAR" },
      });
    },
  );
});

describe("a sum in a currency of three decimals", () => {
  const inDinars = readingBack("payment_on_behalf", {
    what: "bill",
    provider: "وزارة الكهرباء",
    amount: { amountMinor: 45250, currency: "KWD" },
    phone: "+966549012663",
  });

  it("is put right by a number near to it", () => {
    expect(valuesOf(read("الفاتورة فيها فرق بسيط، 45.5", inDinars), "correct")).toEqual({
      amount: { amountMinor: 45500, currency: "KWD" },
    });
  });
});

describe("an approval with what may be for the same order", () => {
  it.each([
    "اعتمد، وابي سيارة تشيل الكرتون",
    "تمام، وابي كرتون",
    "نعم، وابي احد يشيله",
    "ايه، وابي عمال ينزلونها",
    "تمام، وعايز عربية تشيله",
    "ايوه وعايز حد يغلفه",
    "نعم، وأحتاج إلى من يستقبلني",
    "اعتمدوا، وابي فاتورة",
    "yes, and i need a box for it",
    "ok, and i need someone to carry it upstairs",
    "tamam, w abi sayara tsheel el karton",
  ])("is no yes yet: %s", (text) => {
    expect(gist(read(text, parcel))).not.toContain("confirm");
  });

  it.each([
    ["اعتمد، وأبي تأمين للجيب بعد", "insurance_request"],
    ["نعم واحجز لي فندق في جدة بكرة", "hotel_booking"],
    ["تمام، وكمان عايز أجدد إقامة السواق", "gov_paperwork"],
    ["نعم، وأريد محاميًا لقضية عمالية", "legal_consultation"],
    ["ok, and i need a lawyer", "legal_consultation"],
    ["tamam, w abi ajadded ighamat el sawwag", "gov_paperwork"],
  ])("is a yes beside what is surely another: %s", (text, service) => {
    expect(gist(read(text, parcel))).toEqual(["confirm", service]);
  });
});

describe("a change with something beside it", () => {
  it("takes no number from the reason", () => {
    expect(valuesOf(read("خلوها ٦ العصر ما اكون فاضي ٣", parcel), "correct")).toEqual({
      pickup_time: "18:00",
    });
  });

  it.each(["خلوها بكره ١٠ الصبح", "لا اليوم زحمه خليها بكره ١٠ الصبح", "move it to tomorrow 10 am"])(
    "takes the hour that was not known before: %s",
    (text) => {
      const reading = read(text, visit);
      expect(valuesOf(reading, "correct")).toEqual({ date: "2026-11-23" });
      expect(valuesOf(reading, "answers")).toEqual({ time: "10:00" });
    },
  );

  it("keeps the count that is to stay the same", () => {
    const offer = readingBack("resale_offer", {
      offer: "fire_extinguisher",
      quantity: 4,
      phone: "+966549012663",
    });
    expect(valuesOf(read("لا خلوها شنط اسعافات بنفس العدد", offer), "correct")).toEqual({
      offer: "first_aid_kit",
    });
  });
});

describe("words that are added to what was read back", () => {
  it.each(["أضيفوا رقم الشحنة 44019283756", "add a note that the guard has the key"])(
    "go along with it: %s",
    (text) => {
      expect(gist(read(text, parcel))).toEqual(["wish"]);
    },
  );
});

describe("a slip in the same breath", () => {
  it.each([
    ["ابي فندق في الدمام لا لا الجبيل", "hotel_booking", { city: "Jubail" }],
    ["hotel in jeddah, i mean taif", "hotel_booking", { city: "Taif" }],
  ])("is left out: %s", (text, service, expected) => {
    const reading = read(text);
    expect(gist(reading)).toContain(service);
    expect(valuesOf(reading, "request")).toEqual(expected);
  });
});
