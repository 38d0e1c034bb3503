/** Values as somebody in a hurry gives them: a total beside the part, a day said twice, what is meant behind what is not, all of us. */
import { describe, expect, it } from "vitest";
import { holding, read, valuesOf } from "./reader.ts";
import { valuesIn } from "./values-in.ts";

const box = { from_city: "Buraydah", to_city: "Jeddah", contents: "كليجا", quantity: 3 };
const parcelAsksWeight = holding("parcel_delivery", "weight_kg", box);

describe("a total beside its part", () => {
  it.each([
    ["طيب الكرتون ٤ كيلو يعني كلها ١٢ كيلو", 12],
    ["كل كرتون ٥ كيلو، المجموع ١٥ كيلو", 15],
    ["الكرتونة ٣ كيلو والإجمالي ٩ كيلو", 9],
    ["each box is 4 kg so 12 kg total", 12],
    ["el karton 4 kilo ya3ni kollaha 12 kilo", 12],
    ["٤ كيلو", 4],
  ])("is what is meant: %s", (text, expected) => {
    expect(valuesOf(read(text, parcelAsksWeight), "answers")).toEqual({ weight_kg: expected });
  });

  it.each(["ya 3am dah zarf hatewzeno leh", "ya 3am el wazn mesh 3arfo"])(
    "gives no hour to an uncle: %s",
    (text) => {
      expect(valuesOf(read(text, parcelAsksWeight), "answers")).not.toHaveProperty("pickup_time");
    },
  );
});

describe("a weight told of each piece", () => {
  it.each([
    ["عندي ٣ كراتين عطور كل كرتون ٥ كيلو", { quantity: 3, weight_kg: 15, contents: "عطور" }],
    ["تلات كراتين كل كرتونة ٨ كيلو فيهم قطع غيار", { quantity: 3, weight_kg: 24, contents: "قطع غيار" }],
    ["خمسة طرود، وزن كل طرد ستة كيلوغرامات", { quantity: 5, weight_kg: 30 }],
    [
      "abi arsel 4 karateen kl wa7ed 3 kilo tamr mn buraydah",
      { quantity: 4, weight_kg: 12, contents: "tamr" },
    ],
    ["Need 2 cartons of 10 kilos each shipped to Khobar", { quantity: 2, weight_kg: 20 }],
    ["٥ كراتين والكرتون ٤ كيلو", { quantity: 5, weight_kg: 20 }],
    ["4 boxes, 2.5 kg per box", { quantity: 4, weight_kg: 10 }],
    ["٣ كراتين كل كرتون ٤ كيلو يعني كلها ١٢ كيلو", { quantity: 3, weight_kg: 12 }],
  ])("is that of them all: %s", (text, expected) => {
    expect(valuesIn("parcel_delivery", text)).toMatchObject(expected);
  });

  it.each([
    ["٣ كراتين ٤ كيلو", 4],
    ["2 boxes, 10 kg in all", 10],
    ["٣ كراتين وزنها كلها ٩ كيلو", 9],
    ["كرتون عطور ٤ كيلو", 4],
    ["3 karateen 9 kilo", 9],
  ])("is none where it is told of them all, or of one: %s", (text, weight) => {
    expect(valuesIn("parcel_delivery", text)).toMatchObject({ weight_kg: weight });
  });

  it.each(["أرسل لوحات، ووزن الواحدة ستة كيلو", "كل كرتون ٤ كيلو", "the boxes are 4 kg each"])(
    "is asked for where nobody said how many: %s",
    (text) => {
      expect(valuesIn("parcel_delivery", text)).not.toHaveProperty("weight_kg");
    },
  );

  it("counts the pieces that the form holds", () => {
    expect(valuesOf(read("كل كرتون ٥ كيلو", parcelAsksWeight), "answers")).toEqual({ weight_kg: 15 });
  });

  it("is taken with a new number of pieces beside the answer", () => {
    const text = "حي الشاطئ شارع الخليج، خلهم ٥ كراتين كل واحد ٤ كيلو";
    const filled = { ...box, quantity: 1, weight_kg: 4 };
    const reading = read(text, holding("parcel_delivery", "dropoff", filled));
    expect(valuesOf(reading, "correct")).toEqual({ quantity: 5, weight_kg: 20 });
  });
});

describe("how large a thing is", () => {
  it.each([
    ["عايزة حلة ضغط تيفال ٦ لتر من نون", { item: "حلة ضغط تيفال ٦ لتر" }],
    ["ابي قدر ضغط الستة لتر من اكسترا حبتين", { item: "قدر ضغط الستة لتر", quantity: 2 }],
    ["أرغب في شراء شاشة ٥٥ بوصة من جرير", { item: "شاشة ٥٥ بوصة" }],
    ["Two 6 litre pressure cookers from Extra", { item: "6 litre pressure cookers", quantity: 2 }],
    ["buy 3 bottles of 500 ml shampoo", { item: "500 ml shampoo", quantity: 3 }],
    ["3 65-inch screens from extra", { item: "65-inch screens", quantity: 3 }],
  ])("stays with its words: %s", (text, expected) => {
    expect(valuesIn("shopping_mediation", text)).toMatchObject(expected);
  });

  it.each([
    "عايزة الستة لتر مش أي واحدة",
    "ana 3ayza el 6 letr",
    "the 6 litre one please",
    "حلة تيفال ٦ لتر",
    "أريد القدر سعة ٦ لترات",
  ])("counts no pieces: %s", (text) => {
    expect(valuesIn("shopping_mediation", text)).not.toHaveProperty("quantity");
    const held = holding("shopping_mediation", undefined, { item: "حلة ضغط", quantity: 1 });
    expect(valuesOf(read(text, held), "correct")).not.toHaveProperty("quantity");
  });
});

const stay = { city: "Istanbul", checkin: "2026-12-03", nights: 3, checkout: "2026-12-06" };
const hotelAsksGuests = holding("hotel_booking", "guests", stay);

describe("one new day that is said twice", () => {
  it.each([
    "sorry typo we fly back on the 7th so check out is 7 dec",
    "معليش نرجع يوم ٧، يعني المغادرة ٧ ديسمبر",
    "غلطت، رجعتنا ٧ ديسمبر، المغادرة ٧ ديسمبر",
  ])("changes one end of the stay: %s", (text) => {
    expect(valuesOf(read(text, hotelAsksGuests), "correct")).toEqual({ checkout: "2026-12-07" });
  });
});

describe("how many of us", () => {
  it.each([
    ["e7na 4 ana w zawjti w 2 awlad", 4],
    ["احنا خمسة انا وزوجتي وثلاث بنات", 5],
    ["نحن ٤ أنا وزوجتي وولدان", 4],
    ["for me n my wife", 2],
  ])("is all of us, whoever is told of: %s", (text, guests) => {
    expect(valuesOf(read(text, hotelAsksGuests), "answers")).toMatchObject({ guests });
  });
});

const vat = holding("business_accounts", undefined, {
  kind: "vat_return",
  period: "الربع الرابع 2026",
  phone: "+966530097741",
});

describe("what is meant behind what is not", () => {
  it.each([
    ["لا، الربع الرابع لم ينته بعد! أقصد الربع الثالث ٢٠٢٦", "الربع الثالث ٢٠٢٦"],
    ["الربع الرابع ما خلص لسه، اقصد الربع الثالث", "الربع الثالث"],
    ["the fourth quarter isn't over yet, I meant Q3 2026", "Q3 2026"],
  ])("counts: %s", (text, period) => {
    expect(valuesOf(read(text, vat), "correct")).toEqual({ period });
  });
});

const room = holding("virtual_office", "phone", {
  kind: "training_room",
  city: "Jeddah",
  date: "2026-12-01",
});

describe("an option behind the one that is denied", () => {
  it.each([
    "la mo tadreeb, ghorfat ejtima3at",
    "mmm la mo tadreeb, ghorfat ejtima3at 3adiya",
    "la2 mesh tadreeb, odet egtema3at",
    "لا مو تدريب، غرفة اجتماعات",
    "not a training room, a meeting room",
  ])("is chosen: %s", (text) => {
    expect(valuesOf(read(text, room), "correct")).toEqual({ kind: "meeting_room" });
  });
});

const case_ = holding("legal_consultation", undefined, {
  topic: "فصل بدون إنذار",
  kind: "corporate",
  preferred_date: "2026-11-24",
  phone: "+966544610385",
});

describe("a kind that is named in a change", () => {
  it.each(["عفوا اجعلوها الأربعاء، والقضية عمالية", "خلوها الاربعاء والقضيه عماليه"])(
    "is no new topic: %s",
    (text) => {
      expect(valuesOf(read(text, case_), "correct")).toEqual({
        kind: "labour",
        preferred_date: "2026-11-25",
      });
    },
  );
});

describe("a count with its sign", () => {
  it.each([
    ["can u buy this for me https://www.amazon.sa/dp/B09XS7JWHH x2 black", { quantity: 2, colour: "black" }],
    ["اشتروا لي هذا https://www.amazon.sa/dp/B09XS7JWHH ×٣ لون احمر", { quantity: 3, colour: "احمر" }],
    ["eshtroli https://www.amazon.sa/dp/B09XS7JWHH x4", { quantity: 4 }],
  ])("is no colour: %s", (text, expected) => {
    expect(valuesOf(read(text), "request")).toMatchObject(expected);
  });
});

describe("the week after the coming one", () => {
  it.each([
    "el5amees elly ba3d eljay",
    "الخميس اللي بعد الجاي",
    "elkhamees elli ba3d elgay",
    "thursday after next",
  ])("is a week on: %s", (text) => {
    const { checkin: _in, checkout: _out, nights: _nights, ...begun } = stay;
    const open = holding("hotel_booking", "checkin", begun);
    expect(valuesOf(read(text, open), "answers")).toEqual({ checkin: "2026-12-03" });
  });
});

const bought = {
  url: "https://www.amazon.sa/dp/B09XS7JWHH",
  colour: "black",
  quantity: 2,
  city: "Tabuk",
  phone: "+966506634209",
};
const purchase = holding("shopping_mediation", undefined, bought);

describe("a count in passing", () => {
  it.each([
    ["ugh my brother just bought his own. only one then", 1],
    ["خلاص وحده بس", 1],
    ["واحده كفايه", 1],
    ["only 3", 3],
    ["khalas wa7da bas", 1],
  ])("changes how many: %s", (text, quantity) => {
    expect(valuesOf(read(text, purchase), "correct")).toEqual({ quantity });
  });

  it.each(["الاسود بيبان عليه التراب، خليهم كحلي الاتنين", "خلوهم كحلي الثنتين"])(
    "counts both: %s",
    (text) => {
      const one = holding("shopping_mediation", undefined, { ...bought, quantity: 1 });
      const changes = read(text, one).understandings.filter(({ type }) => type === "correct");
      expect(
        Object.assign({}, ...changes.map((change) => ("fields" in change ? change.fields : {}))),
      ).toMatchObject({
        quantity: { value: 2 },
        colour: { value: "كحلي" },
      });
    },
  );

  it.each(["بس الرياض", "only if it is new", "فقط اللون الابيض"])("is none here: %s", (text) => {
    expect(valuesOf(read(text, purchase), "correct")).not.toHaveProperty("quantity");
  });
});

const visit = holding("clinic_booking", "name", {
  speciality: "dentistry",
  city: "Taif",
  date: "2026-11-24",
  patient: "بنتي",
});

describe("who writes for one of the family", () => {
  it.each([
    ["اسمها ليلى وانا ابوها هشام محمود", "هشام محمود", "بنتي ليلى"],
    ["اسمها سارة، أنا أمها نورة السالم", "نورة السالم", "بنتي سارة"],
    ["her name is Layla and I'm her father Hisham Mahmoud", "Hisham Mahmoud", "بنتي Layla"],
  ])("gives both names: %s", (text, name, patient) => {
    expect(valuesOf(read(text, visit), "answers")).toEqual({ name });
    expect(valuesOf(read(text, visit), "correct")).toEqual({ patient });
  });
});

const booked = { kind: "meeting_room", city: "Jeddah", date: "2026-12-01", time: "16:00", people: 6 };
const meeting = holding("virtual_office", undefined, booked);

describe("an hour that is not the beginning's", () => {
  it.each(["w 5alooha lel 7 el masa mo 6", "خلوها ل ٧ مو ٦", "make it till 7 pm not 6"])(
    "is when it ends: %s",
    (text) => {
      expect(valuesOf(read(text, meeting), "answers")).toEqual({ time_end: "19:00" });
    },
  );

  it("is the beginning's where that is denied", () => {
    expect(valuesOf(read("خلوها الساعة ٥ مو ٤", meeting), "correct")).toEqual({ time: "17:00" });
  });
});

const wrongForm = holding("hotel_booking", "checkin", { city: "Khobar", rooms: 2, room_type: "apartment" });

describe("a no with what it is instead", () => {
  it.each([
    ["لا يا حبيبي مو توصيل ابي اخزنه عندكم لين تخلص شقتي الجديده", "storage_rental"],
    ["no not a hotel, I want to store my furniture", "storage_rental"],
    ["لا مو فندق، عايز ابعت طرد لجده", "parcel_delivery"],
    ["la mo fondo2, abi arsel tard l jeddah", "parcel_delivery"],
  ])("leaves the form that was not meant: %s", (text, service) => {
    const { understandings } = read(text, wrongForm);
    expect(understandings.map((one) => one.type)).toEqual(["not_meant", "request"]);
    expect(understandings.at(-1)).toMatchObject({ service });
  });
});

describe("a family named in a row", () => {
  it.each([
    ["عايز اعمل زياره عائليه لمراتي وابني", "مراتي وابني"],
    ["ابي اصدر زيارة عائلية لزوجتي وبنتي", "زوجتي وبنتي"],
  ])("is meant whole: %s", (text, beneficiary) => {
    expect(valuesOf(read(text), "request")).toMatchObject({ beneficiary });
  });
});
