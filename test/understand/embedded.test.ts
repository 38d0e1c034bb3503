import { describe, expect, it } from "vitest";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { asking, classifier, context, examples, gist, read, readBack, services, valuesOf } from "./reader.ts";

describe("embeddedClassifier", () => {
  it.each([
    ["ابي ارسل كرتون لجده", ["parcel_delivery"]],
    ["عايز احجز اوضة في مكة", ["hotel_booking"]],
    ["أرغب في حجز غرفة لليلتين", ["hotel_booking"]],
    ["abgha arsel tard l dammam", ["parcel_delivery"]],
    ["I need a hotel in Riyadh for 3 nights", ["hotel_booking"]],
    ["أبي أرسل طرد وأبي أحجز فندق", ["parcel_delivery", "hotel_booking"]],
    ["ابي فندق بابها وبعدين ابي ارسل شنطه لجده", ["hotel_booking", "parcel_delivery"]],
    ["send a parcel to Abha and also book a hotel there", ["parcel_delivery", "hotel_booking"]],
    ["وين طلبي 20418", ["order_status"]],
    ["وين طلبي وابي احجز فندق بمكه", ["order_status", "hotel_booking"]],
    ["مو توصيل، أبي أحجز فندق", ["hotel_booking"]],
    ["I'm not asking for delivery, I want a hotel in Abha", ["hotel_booking"]],
    ["مش عايز فندق، عايز ابعت طرد", ["parcel_delivery"]],
    ["السلام عليكم، أبي أحجز فندق", ["greeting", "hotel_booking"]],
    ["السلام عليكم", ["greeting"]],
    ["هلا كيف حالكم", ["greeting"]],
    ["مشكور يعطيك العافيه", ["thanks"]],
    ["ابي اكلم موظف", ["human_agent"]],
    ["متى تفتحون", ["office.hours"]],
    ["وين مكتبكم", ["office.place"]],
    ["my company needs a virtual office address in Riyadh for one year", ["virtual_office"]],
    ["are you licensed?", ["office.licence"]],
    ["وش خدماتكم", ["office.services"]],
    ["are you a bot?", ["office.identity"]],
    ["english please", ["language.en"]],
    ["كلمني عربي", ["language.ar"]],
    ["بياناتي", ["privacy.see"]],
    ["please delete my data", ["privacy.delete"]],
    ["كم سعر التوصيل؟", ["office.price"]],
    ["كيف الجو اليوم", ["out_of_scope"]],
    ["who won the match", ["out_of_scope"]],
    ["👍", ["out_of_scope"]],
    ["", ["out_of_scope"]],
  ])("reads %s", (text, expected) => {
    expect(gist(read(text))).toEqual(expected);
  });

  it.each([
    ["وين طلبي 20418", "order_status", "BR-20418"],
    ["الغوا طلبي رقم ٢٠٤١٨", "cancel_order", "BR-20418"],
    ["br 20418", "order_status", "BR-20418"],
  ])("keeps the order that %s names", (text, type, ref) => {
    expect(read(text).understandings).toEqual([{ type, ref }]);
  });

  it("answers the price of a service and begins it when the message says more of it", () => {
    const reading = read("كم سعر شحن كرتون من الدمام الى الرياض");
    expect(gist(reading)).toEqual(["office.price", "parcel_delivery"]);
    expect(valuesOf(reading, "request")).toMatchObject({ from_city: "Dammam", to_city: "Riyadh" });
  });

  it("learns the same from the same sayings", () => {
    const again = embeddedClassifier(
      services,
      examples.filter(({ split }) => split === "train"),
    );
    for (const { text } of examples.slice(0, 200)) {
      expect(again.read(text, context)).toEqual(classifier.read(text, context));
    }
  });

  it("works with no sayings but the services' own", () => {
    const bare = embeddedClassifier(services, []);
    expect(bare.read("ابي احجز فندق", context).understandings[0]).toMatchObject({
      type: "request",
      service: "hotel_booking",
    });
  });
});

describe("a request's values", () => {
  it.each([
    [
      "أبي أرسل كتب وزنها ٣ كيلو من الرياض إلى جدة بكرة العصر",
      { contents: "كتب", weight_kg: 3, from_city: "Riyadh", to_city: "Jeddah", pickup_date: "2026-11-23" },
    ],
    [
      "to Jeddah from Riyadh, 4 kg of coffee",
      { to_city: "Jeddah", from_city: "Riyadh", weight_kg: 4, contents: "coffee" },
    ],
    ["عايز ابعت هدوم لجدة من القاهرة", { to_city: "Jeddah", from_city: "Cairo", contents: "هدوم" }],
    ["abi arsel ketab mn jeddah l abha", { from_city: "Jeddah", to_city: "Abha", contents: "ketab" }],
    [
      "ارسلوا طرد جوال المستلم 0551112222 وجوالي 0503334444",
      { recipient_phone: "+966551112222", phone: "+966503334444" },
    ],
    ["ابي مندوب ورقمي 0503334444", { phone: "+966503334444" }],
    ["شحنه نص كيلو قابله للكسر", { weight_kg: 0.5, fragile: true }],
    ["500 grams of saffron to Dubai", { weight_kg: 0.5, contents: "saffron", to_city: "Dubai" }],
    [
      "ابي ارسل طرد لجده والعنوان الوطني للمستلم RRRD2929",
      { recipient_national_address: "RRRD2929", to_city: "Jeddah" },
    ],
  ])("are taken from %s", (text, expected) => {
    expect(valuesOf(read(text), "request")).toEqual(expect.objectContaining(expected));
  });

  it.each([
    ["أبي غرفة في أبها الخميس ليلتين شخصين", { city: "Abha", checkin: "2026-11-26", nights: 2, guests: 2 }],
    [
      "فندق بمكه من ٣ الى ٦ ديسمبر قريب من الحرم",
      { city: "Makkah", checkin: "2026-12-03", checkout: "2026-12-06", near: "الحرم" },
    ],
    [
      "double room, Riyadh, 3-6 December, under 400 SAR a night",
      {
        city: "Riyadh",
        checkin: "2026-12-03",
        checkout: "2026-12-06",
        room_type: "double",
        budget: { amountMinor: 40_000, currency: "SAR" },
      },
    ],
    [
      "hotel in Jeddah for 2 adults and 3 kids under the name Ahmed Ali",
      { city: "Jeddah", adults: 2, children: 3, name: "Ahmed Ali" },
    ],
    [
      "جناح بالدمام باسم منى عبد الله ورقمي ٠٥٤٧٧٧٨٨٨٩",
      { room_type: "suite", city: "Dammam", name: "منى عبد الله", phone: "+966547778889" },
    ],
    ["3-star hotel in Taif", { stars: 3, city: "Taif" }],
  ])("are all that %s gives", (text, expected) => {
    expect(valuesOf(read(text), "request")).toEqual(expected);
  });

  it.each([
    ["توصيل الرياض", "one city, two questions for it"],
    ["ابي ارسل طرد", "no value at all"],
    ["بكام الليلة في الفندق", "a measure of price"],
  ])("are none in %s (%s)", (text) => {
    expect(valuesOf(read(text), "request")).toEqual({});
  });

  it("that cannot stand are told, not dropped", () => {
    const [request] = read("ابي ارسل طرد وزنه ٥٠٠٠ كيلو").understandings;
    expect(request).toMatchObject({ bad: { weight_kg: { reason: "too_big", text: "٥٠٠٠ كيلو" } } });
  });

  it("belong to the request that they stand in", () => {
    const [first, second] = read("ابي فندق بجده ليلتين وابي ارسل طرد لابها وزنه ٣ كيلو").understandings;
    expect(first).toMatchObject({
      service: "hotel_booking",
      fields: { city: { value: "Jeddah" }, nights: { value: 2 } },
    });
    expect(second).toMatchObject({
      service: "parcel_delivery",
      fields: { to_city: { value: "Abha" }, weight_kg: { value: 3 } },
    });
  });
});

describe("an open question", () => {
  it.each([
    ["كتب وملابس", asking("contents", "from_city"), { contents: "كتب وملابس" }],
    ["ملابس لو سمحت", asking("contents"), { contents: "ملابس" }],
    ["it's a laptop", asking("contents"), { contents: "laptop" }],
    ["فيها أدوية ووزنها ٢ كيلو", asking("contents"), { contents: "أدوية", weight_kg: 2 }],
    [
      "حي الملقا شارع 15 وجوالي 0551234567",
      asking("pickup"),
      { pickup: { text: "حي الملقا شارع 15" }, phone: "+966551234567" },
    ],
    ["7342 King Fahd Road, Olaya", asking("pickup"), { pickup: { text: "7342 King Fahd Road, Olaya" } }],
    ["اسمي محمد العتيبي", asking("name", "city"), { name: "محمد العتيبي" }],
    ["محمد الحربي", asking("name", "city"), { name: "محمد الحربي" }],
    ["RRRD2929", asking("recipient_national_address"), { recipient_national_address: "RRRD2929" }],
    ["من الرياض لجدة", asking("weight_kg"), { from_city: "Riyadh", to_city: "Jeddah" }],
    ["٣ كيلو", asking("contents"), { weight_kg: 3 }],
  ])("is answered by %s", (text, open, expected) => {
    const reading = read(text, open);
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toMatchObject(expected);
  });

  it.each([
    ["وين طلبي؟", ["order_status"]],
    ["ابي اكلم موظف", ["human_agent"]],
    ["كم السعر؟", ["office.price"]],
    ["متى تفتحون", ["office.hours"]],
    ["خلاص ما ابي", ["cancel"]],
    ["never mind", ["cancel"]],
    ["شكرا", ["thanks"]],
    ["السلام عليكم", ["greeting"]],
    ["وأبي بعد أحجز فندق بمكة", ["hotel_booking"]],
    ["لاحقا", ["skip"]],
    ["كيف الجو اليوم؟", ["out_of_scope"]],
  ])("is not answered by %s", (text, expected) => {
    expect(gist(read(text, asking("contents", "from_city")))).toEqual(expected);
  });
});

describe("a correction", () => {
  it.each([
    ["أقصد الجمعة مو الخميس", asking("guests", "city", "checkin"), { checkin: "2026-11-27" }],
    ["no, Tuesday", asking("guests", "city", "checkin"), { checkin: "2026-11-24" }],
    ["sorry, I meant 5 kilos", asking("contents", "weight_kg"), { weight_kg: 5 }],
    ["لا خليها ٥ كيلو", readBack("parcel_delivery", "weight_kg"), { weight_kg: 5 }],
    [
      "change it from Monday to Tuesday",
      readBack("parcel_delivery", "pickup_date"),
      { pickup_date: "2026-11-24" },
    ],
    ["الوزن ٤ كيلو", readBack("parcel_delivery", "weight_kg"), { weight_kg: 4 }],
  ])("%s gives the new value only", (text, open, expected) => {
    const reading = read(text, open);
    expect(gist(reading)).toEqual(["correct"]);
    expect(valuesOf(reading, "correct")).toEqual(expected);
  });

  it.each([
    ["غلط في العنوان", ["pickup"]],
    ["the weight is wrong", ["weight_kg"]],
  ])("%s asks again for the field that it names", (text, ask) => {
    const [understanding] = read(text, asking("pickup_date", "pickup", "weight_kg")).understandings;
    expect(understanding).toMatchObject({ type: "correct", ask });
  });
});

describe("a read-back", () => {
  it.each([
    ["نعم", ["confirm"]],
    ["تمام", ["confirm"]],
    ["yes", ["confirm"]],
    ["لا", ["refuse"]],
    ["تعديل", ["change"]],
    ["وين طلبي 20418", ["order_status"]],
  ])("is answered by %s", (text, expected) => {
    expect(gist(read(text, readBack("hotel_booking", "city")))).toEqual(expected);
  });

  it.each(["إن شاء الله", "بشوف"])("is not approved by %s", (text) => {
    expect(gist(read(text, readBack("hotel_booking", "city")))).not.toContain("confirm");
  });
});
