/** What a message says beside, or instead of, the answer to the open question. */
import { describe, expect, it } from "vitest";
import { asking, gist, read, readBack, valuesOf } from "./reader.ts";

const code = (...more: readonly string[]) =>
  asking("recipient_national_address", "contents", "from_city", "pickup", "to_city", "dropoff", ...more);

describe("a message that answers another missing question", () => {
  it.each([
    ["tomorrow", code(), { pickup_date: "2026-11-23" }],
    ["بكرة العصر", code(), { pickup_date: "2026-11-23", pickup_time: "16:00" }],
    ["الخميس الجاي", code(), { pickup_date: "2026-11-26" }],
    ["0559876543", code(), { phone: "+966559876543" }],
    ["0559876543", code("phone"), { recipient_phone: "+966559876543" }],
    ["Fahad Al Qahtani", code(), { recipient_name: "Fahad Al Qahtani" }],
    ["فهد القحطاني", code(), { recipient_name: "فهد القحطاني" }],
    ["3 kg", code(), { weight_kg: 3 }],
    ["the national address is RRRD2929", code(), { recipient_national_address: "RRRD2929" }],
    ["RRRD2929 and tomorrow", code(), { recipient_national_address: "RRRD2929", pickup_date: "2026-11-23" }],
    ["RRRD2929", asking("contents", "from_city", "to_city"), { recipient_national_address: "RRRD2929" }],
    ["بكرة", asking("contents", "from_city"), { pickup_date: "2026-11-23" }],
    ["بكرة بعد الضهر", asking("pickup", "from_city"), { pickup_date: "2026-11-23", pickup_time: "15:00" }],
    ["المستلم صالح", asking("dropoff", "from_city"), { recipient_name: "صالح" }],
    ["جدة", asking("name", "checkin"), { city: "Jeddah" }],
    ["Omar Khan", asking("nights", "city"), { name: "Omar Khan" }],
    ["my name's Bilal Ahmed", asking("checkin", "city"), { name: "Bilal Ahmed" }],
    ["حي الروضة شارع صاري", asking("pickup_date", "pickup"), { dropoff: { text: "حي الروضة شارع صاري" } }],
    ["my phone is 0551110000", asking("recipient_phone", "pickup"), { phone: "+966551110000" }],
    ["01012345678 ده رقمي", asking("recipient_phone", "pickup"), { phone: "+201012345678" }],
  ])("%s goes where it belongs", (text, open, expected) => {
    const reading = read(text, open);
    expect(gist(reading)).toEqual(["answers"]);
    expect(valuesOf(reading, "answers")).toEqual(expected);
  });

  it.each([
    ["Rosewood Gardens", asking("checkin", "city"), "no sure name"],
    ["حي الروضة شارع صاري", asking("pickup_date"), "two addresses are missing"],
    ["٥", asking("city"), "a bare number"],
    ["ايه ابي", asking("contents"), "agreement alone"],
    ["تمام كده", asking("dropoff", "pickup"), "agreement alone"],
    ["خليك فاكر انها", asking("checkin", "city"), "nothing"],
  ])("%s gives nothing (%s)", (text, open) => {
    expect(valuesOf(read(text, open), "answers")).toEqual({});
  });

  it("takes a trait beside an address question, and no address from the words around it", () => {
    expect(valuesOf(read("خليك فاكر انها قابلة للكسر", asking("pickup", "from_city")), "answers")).toEqual({
      fragile: true,
    });
  });
});

describe("an answer that resembles something else", () => {
  it.each([
    ["احمد الغامدي", asking("name", "city"), { name: "احمد الغامدي" }],
    ["حي السلامة", asking("pickup", "from_city"), { pickup: { text: "حي السلامة" } }],
    ["yom el a7ad el jay", asking("checkin", "city"), { checkin: "2026-11-29" }],
  ])("%s stays one", (text, open, expected) => {
    expect(valuesOf(read(text, open), "answers")).toEqual(expected);
  });

  it.each(["نعم اعتمدوا الطلب", "تمام احجز", "that's it, book it", "looks good", "أوافق"])(
    "%s approves a read-back",
    (text) => {
      expect(gist(read(text, readBack("hotel_booking", "city")))).toEqual(["confirm"]);
    },
  );

  it("does not cancel a form without a word for it", () => {
    expect(gist(read("نعم أريد الحجز", asking("checkin", "city")))).not.toContain("cancel");
  });
});

describe("people and what they are counted with", () => {
  it.each([
    ["لست اشخاص", { guests: 6 }],
    ["شخصين وطفلين", { adults: 2, children: 2 }],
    ["2 adults and a kid", { adults: 2, children: 1 }],
    ["انا وزوجتي", { guests: 2 }],
    ["me, my wife and two kids", { adults: 2, children: 2 }],
    ["٥ أشخاص منهم طفلين", { guests: 5, children: 2 }],
    ["غرفتين", { rooms: 2 }],
    ["double room", { room_type: "double" }],
  ])("%s", (text, expected) => {
    expect(valuesOf(read(text, asking("guests", "city")), "answers")).toEqual(expected);
  });
});

describe("a request that names a service but asks for something else", () => {
  it.each([
    ["الفندق اللي حجزتوه طلع وصخ", "complaint"],
    ["ارسلتولي طرد مو حقي", "complaint"],
    ["the suite you booked us smelled terrible", "complaint"],
    ["elghoo 7agz el fondo2", "cancel_order"],
    ["ألغوا حجز الشاليه", "cancel_order"],
    ["cancel the courier please", "cancel_order"],
    ["وش اخبار حجز الفندق", "order_status"],
    ["الكرتون وصل ولا لسه؟", "order_status"],
    ["any update on the parcel", "order_status"],
  ])("%s is %s", (text, expected) => {
    expect(gist(read(text))).toEqual([expected]);
  });

  it("is one request when days and nights follow it", () => {
    const reading = read("Looking for 2 rooms in Makkah, 3 adults, from tomorrow until Friday");
    expect(gist(reading)).toEqual(["hotel_booking"]);
    expect(valuesOf(reading, "request")).toEqual({
      rooms: 2,
      adults: 3,
      city: "Makkah",
      checkin: "2026-11-23",
      checkout: "2026-11-27",
    });
  });
});

describe("a thing and the words around it", () => {
  it.each([
    [
      "عايز ابعت شنطة هدوم من الرياض لجده بكره الصبح مستعجل جدا",
      { contents: "شنطة هدوم", from_city: "Riyadh", to_city: "Jeddah", urgent: true },
    ],
    ["كرتون كتب ٣ كيلو", { contents: "كتب", weight_kg: 3 }],
    ["ship a box from olaya riyadh to my office in jeddah", { from_city: "Riyadh", to_city: "Jeddah" }],
  ])("%s gives each its own", (text, expected) => {
    expect(valuesOf(read(text), "request")).toMatchObject(expected);
  });

  it.each([
    ["كرتون كتب ٣ كيلو", { contents: "كتب", weight_kg: 3 }],
    ["2kg shoes", { contents: "shoes", weight_kg: 2 }],
    ["الشحنة محتواها كتب", { contents: "كتب" }],
    ["idk maybe 1kg", { weight_kg: 1 }],
  ])("%s answers what it holds", (text, expected) => {
    expect(valuesOf(read(text, asking("contents")), "answers")).toEqual(expected);
  });

  it("gives each city to the question that its own words lead to, whichever is asked", () => {
    const expected = { from_city: "Riyadh", to_city: "Jeddah" };
    for (const asked of ["from_city", "to_city"]) {
      const reading = read("from olaya riyadh to my office in jeddah", asking(asked, "contents"));
      expect(valuesOf(reading, "answers")).toEqual(expected);
    }
  });
});

describe("words that are no answer to a question for any words", () => {
  it.each([
    "forget the parcel, let's do the hotel first",
    "يعم قولتلك من الرياض",
    "طيب ابي ارسل",
    "dunno",
    "I don't know",
  ])("%s fills neither an address nor the contents", (text) => {
    for (const open of [asking("pickup", "contents", "from_city"), asking("contents")])
      expect(valuesOf(read(text, open), "answers")).not.toHaveProperty(open.asked ?? "");
  });

  it.each(["b3den", "ba3dein", "la7san ma 3andi el3enwan", "ما عندي العنوان الحين", "idk"])(
    "%s puts the question off",
    (text) => {
      for (const asked of ["pickup", "recipient_national_address"])
        expect(gist(read(text, asking(asked, "from_city")))).toEqual(["skip"]);
    },
  );
});

describe("another service that is wanted first", () => {
  const legal = { service: "legal_consultation", asked: "topic", awaiting: "answer", filled: [] } as const;
  const parcel = asking("contents", "from_city");

  it.each([
    ["forget the parcel, let's do the hotel first", "hotel_booking"],
    ["let's do the hotel first then the parcel", "hotel_booking"],
    ["خلينا في الفندق أول", "hotel_booking"],
    ["خل الفندق أول", "hotel_booking"],
    ["سيبك من الطرد وخلينا في الفندق", "hotel_booking"],
    ["khalina fel hotel el awal", "hotel_booking"],
    ["forget the parcel, I need a hotel in Abha", "hotel_booking"],
    ["طيب خلنا في التخزين اول", "storage_rental"],
    ["خلينا في المحامي أول", "legal_consultation"],
  ])("%s turns to it, whatever is asked", (text, service) => {
    for (const open of [parcel, asking("notes", "contents"), asking("recipient_phone", "contents")])
      expect(read(text, { ...open, service: "parcel_delivery" }).understandings).toMatchObject([
        { type: "request", service, first: true },
      ]);
  });

  it("takes «el awal» for no hotel's name", () => {
    expect(valuesOf(read("khalina fel hotel el awal", parcel), "request")).toEqual({});
  });

  it.each([
    "شريكي قال نبدا في مشروع مطعم واخذ الفلوس",
    "we agreed to start with a shipment of cement and he never paid",
    "start with a hotel room, that is what he sold me",
  ])("%s tells the lawyer what happened", (text) => {
    expect(gist(read(text, legal))).toEqual(["answers"]);
  });

  it.each([
    "اترك الطرد عند موظف الاستقبال في الفندق",
    "documents for the lawyer, leave the parcel with the guard",
    "leave the parcel at the hotel, first floor",
    "اتركوا الطرد في الفندق الدور الاول",
    "خل الطرد في الفندق",
    "start with the hotel reception",
    "leave the hotel first",
  ])("%s leaves the parcel's form open", (text) => {
    for (const asked of ["contents", "pickup", "notes"])
      expect(read(text, { ...asking("pickup", "from_city"), asked }).understandings).not.toContainEqual(
        expect.objectContaining({ type: "request" }),
      );
  });
});

describe("an answer that reads like another wish", () => {
  it.each(["documents", "papers", "glass"])("%s is the contents that were asked for", (text) => {
    expect(valuesOf(read(text, asking("contents")), "answers")).toEqual({ contents: text });
  });

  it("takes «الخبر» for the town between two others' words", () => {
    const expected = { from_city: "Khobar", to_city: "Dammam" };
    expect(gist(read("من الخبر للدمام"))).toEqual(["parcel_delivery"]);
    expect(valuesOf(read("من الخبر للدمام"), "request")).toEqual(expected);
    expect(valuesOf(read("من الخبر للدمام", asking("contents")), "answers")).toEqual(expected);
  });

  it("takes an address with a mosque's name for no greeting", () => {
    const text = "جده حي الصفا جنب مسجد النور";
    const reading = read(text, asking("dropoff", "from_city", "pickup"));
    expect(valuesOf(reading, "answers")).toEqual({ dropoff: { text, city: "Jeddah" } });
  });

  it("takes a bare number under a question for a phone for a wrong phone", () => {
    expect(read("12345", asking("phone", "city")).understandings).toMatchObject([
      { type: "answers", fields: {}, bad: { phone: { text: "12345", reason: "bad_phone" } } },
    ]);
  });

  it.each([
    ["actually no", "refuse"],
    ["لا خلاص", "refuse"],
    ["تمام كده", "confirm"],
    ["اه ماشي", "confirm"],
    ["aih", "confirm"],
  ])("%s at a read-back: %s", (text, expected) => {
    expect(gist(read(text, readBack("hotel_booking", "city")))).toEqual([expected]);
  });
});
