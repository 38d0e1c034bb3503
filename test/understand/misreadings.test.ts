/** What reviewers' customers were misread in: each said as they said it, under the question that was open. */
import { describe, expect, it } from "vitest";
import { asking, gist, read, valuesOf } from "./reader.ts";

describe("words under a question for an address", () => {
  const pickup = asking("pickup", "from_city", "to_city", "contents");

  it.each([
    "مستندات",
    "ملابس وكتب",
    "some documents",
    "Fahad Al Qahtani",
    "أبو فهد",
    "فهد القحطاني",
    "بيتي",
    "home",
    "el beit",
  ])("ask again for «%s»", (text) => {
    expect(valuesOf(read(text, pickup), "answers")).toEqual({});
  });

  it.each([
    ["هي في حي المنسك", "حي المنسك"],
    ["الملقا", "الملقا"],
    ["olaya", "olaya"],
    ["جنب مسجد الراجحي", "جنب مسجد الراجحي"],
    ["عند مستشفى المملكة", "عند مستشفى المملكة"],
    ["Granada Mall gate 4", "Granada Mall gate 4"],
    ["7ay el yasmeen share3 el 3olaya", "7ay el yasmeen share3 el 3olaya"],
  ])("take «%s» for one", (text, address) => {
    expect(valuesOf(read(text, pickup), "answers")).toEqual({
      pickup: expect.objectContaining({ text: address }),
    });
  });

  it.each(["يعم قولتلك من الرياض", "I told you, from Riyadh", "قلت لكم من الرياض"])(
    "keep what was told before in «%s»",
    (text) => {
      expect(valuesOf(read(text, pickup), "correct")).toEqual({ from_city: "Riyadh" });
    },
  );
});

describe("goods under another question", () => {
  it.each([
    ["from_city", "كتب"],
    ["from_city", "documents"],
    ["to_city", "ملابس اطفال"],
    ["pickup_date", "كتب وملابس"],
    ["recipient_phone", "clothes and shoes"],
    ["pickup", "awra2"],
  ])("are the contents (%s: %s)", (asked, text) => {
    expect(valuesOf(read(text, asking(asked)), "answers")).toEqual({ contents: text });
  });

  it.each(["مستندات", "documents"])("are nobody's name: %s", (text) => {
    expect(valuesOf(read(text, asking("name", "city", "checkin")), "answers")).toEqual({});
  });
});

describe("people counted by who they are", () => {
  const guests = asking("guests", "city", "checkin", "nights");

  it("counts two children among them", () => {
    expect(valuesOf(read("انا وزوجتي وطفلين", guests), "answers")).toEqual({ adults: 2, children: 2 });
    expect(valuesOf(read("انا وزوجتي وولدين", guests), "answers")).toEqual({ guests: 4 });
  });
});

describe("an order that is named", () => {
  it.each(["عدلوا الطلب 20418", "change order BR-20418", "غيروا موعد طلبي 20418"])(
    "is the one to change in «%s»",
    (text) => {
      expect(read(text).understandings).toContainEqual({ type: "correct", ref: "BR-20418", fields: {} });
    },
  );
});

describe("a number to call beside a request", () => {
  it.each([
    "book me a hotel in Jeddah tomorrow for two nights please, call me on 0551234567",
    "ابي فندق بجدة بكره ليلتين، كلموني على 0551234567",
  ])("is the customer's phone and no wish for a person (%s)", (text) => {
    const reading = read(text);
    expect(gist(reading)).toEqual(["hotel_booking"]);
    expect(valuesOf(reading, "request")).toMatchObject({ phone: "+966551234567" });
  });
});

describe("a day without a date", () => {
  it.each(["بعد العيد", "next week", "الأسبوع الجاي", "ba3d ramadan"])("is told apart: %s", (text) => {
    expect(read(text, asking("checkin", "city")).understandings).toEqual([
      { type: "answers", fields: {}, bad: { checkin: expect.objectContaining({ reason: "vague_date" }) } },
    ]);
  });
});

describe("a question for a public body", () => {
  it("takes a body by its name, and any other words as they are", () => {
    const from = asking("from_body");
    expect(valuesOf(read("احنا وزارة الصحة", from), "answers")).toEqual({ from_body: "وزارة الصحة" });
    expect(valuesOf(read("شركة المياه الوطنية", from), "answers")).toEqual({
      from_body: "شركة المياه الوطنية",
    });
  });
});

describe("a value beside a request that sounds like a request of its own", () => {
  it.each([
    "ابي موعد جلدية في جدة بكرة، وتأميني بوبا",
    "Please book an eye doctor in Dammam for Wednesday, I am having Bupa insurance.",
    "doctor 3ezam fel khobar, ta2meeni bupa",
    "eye checkup in Riyadh on Sunday. Insurance card: Tawuniya",
  ])("begins nothing more in «%s»", (text) => {
    const services = read(text).understandings.flatMap((one) =>
      one.type === "request" ? [one.service] : [],
    );
    expect(services).toEqual(["clinic_booking"]);
  });

  it("leaves a wish for another service its own", () => {
    const { understandings } = read("أبي موعد أسنان في جدة بكرة، وأبي تأمين سيارة شامل");
    const services = understandings.flatMap((one) => (one.type === "request" ? [one.service] : []));
    expect(services).toEqual(["clinic_booking", "insurance_request"]);
  });
});
