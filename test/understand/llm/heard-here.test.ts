/** What only the embedded reading can hear stays beside what a model read right: nothing is said twice because a model is there. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Understanding } from "../../../src/domain/understanding.ts";
import { type Around, farReader } from "./far-reader.ts";
import { claims, type Stub, stubServer } from "./stub-server.ts";

let stub: Stub;
beforeAll(async () => {
  stub = await stubServer(undefined, "file");
});
afterAll(() => stub.close());

type Claims = Parameters<typeof claims>[0];
const said = (name: string, value: unknown, words: string) => ({ name, value, words });

async function reads(text: string, model: Claims, open?: Around["open"]): Promise<readonly Understanding[]> {
  stub.next(claims(model));
  const { by, understandings } = await farReader(stub).read(text, open && { open });
  expect(by).toBe("llm");
  return understandings;
}

const hotel = (asked: string | undefined, awaiting: Around["open"]["awaiting"] = "answer") => ({
  ...{ service: "hotel_booking", awaiting, filled: ["city", "checkin"] },
  ...(asked !== undefined && { asked }),
});

describe("beside a model", () => {
  it.each([
    ["ايوه اعتمد وابغى بعد ارسل طرد من جدة للرياض", "جدة", "الرياض"],
    ["yes place it and also I need a parcel sent from Jeddah to Riyadh", "Jeddah", "Riyadh"],
  ])("a yes that places stands before what is asked for with it: %s", async (text, from, to) => {
    const fields = [said("from_city", "Jeddah", from), said("to_city", "Riyadh", to)];
    const read = await reads(text, [{ intent: "parcel_delivery", fields }], hotel(undefined, "read_back"));
    expect(read).toMatchObject([{ type: "confirm" }, { type: "request", service: "parcel_delivery" }]);
  });

  it("a yes falls where the model hears a change that was not heard here", async () => {
    const text = "ايوه اعتمد وابغى بعد ارسل طرد من جدة للرياض";
    const model = [{ intent: "correct" }, { intent: "parcel_delivery" }];
    const read = await reads(text, model, hotel(undefined, "read_back"));
    expect(read.map(({ type }) => type)).toEqual(["correct", "request"]);
  });

  it.each([
    ["نفس طلبي الأخير بس لثلاثة أشخاص", "ثلاثة أشخاص"],
    ["same as my last order but for three people", "three people"],
  ])("%s stays an order like the last, with what is different", async (text, words) => {
    const model = [{ intent: "hotel_booking", fields: [said("guests", 3, words)] }];
    expect(await reads(text, model)).toMatchObject([
      { type: "again", service: "hotel_booking", fields: { guests: { value: 3 } } },
    ]);
    expect(await reads(text, [{ intent: "correct" }])).toMatchObject([{ type: "again" }]);
  });

  it.each([
    ["كم تكلفني تجديد الإقامة؟", "iqama_renewal", "تجديد الإقامة"],
    ["how much is a passport renewal", "passport_renewal", "passport renewal"],
    ["b kam tagdeed el passport", "passport_renewal", "tagdeed el passport"],
  ])("%s asks about a paper and begins none", async (text, paper, words) => {
    const fields = [said("doc_type", paper, words)];
    const read = await reads(text, [{ intent: "office.price" }, { intent: "gov_paperwork", fields }]);
    expect(read).toMatchObject([
      { type: "office", topic: "price", service: "gov_paperwork", about: { doc_type: { value: paper } } },
    ]);
  });

  it("a question beside an answer is answered, though the model passes over it", async () => {
    const model = [{ intent: "answers", fields: [said("guests", 2, "two")] }];
    const read = await reads("for two, and how much will it be in total?", model, hotel("guests"));
    expect(read).toMatchObject([{ type: "answers" }, { type: "office", topic: "price" }]);
  });

  it("a wish for staff is kept, unless its words are a value", async () => {
    const text = "لشخصين، وودي بغرفة هادية بعيد عن المصعد";
    const guests = said("guests", 2, "لشخصين");
    const read = await reads(text, [{ intent: "answers", fields: [guests] }], hotel("guests"));
    expect(read.map(({ type }) => type)).toEqual(["answers", "wish"]);
    const near = said("near", "بعيد عن المصعد", "بعيد عن المصعد");
    const placed = await reads(text, [{ intent: "answers", fields: [guests, near] }], hotel("guests"));
    expect(placed.map(({ type }) => type)).toEqual(["answers"]);
  });

  it("what was not meant goes, also where the model only hears what is", async () => {
    const text = "لا مو فندق، ابغى شقة ايجار سنوي";
    const model = [{ intent: "gov_paperwork", fields: [said("doc_type", "ejar_contract", "ايجار سنوي")] }];
    const read = await reads(text, model, hotel("guests"));
    expect(read).toMatchObject([{ type: "not_meant", services: ["hotel_booking"] }, { type: "request" }]);
  });

  it("a service that is wanted first stays first, and a change keeps its order", async () => {
    const read = await reads("خلينا في ارسال الطرد اول", [{ intent: "parcel_delivery" }], hotel("guests"));
    expect(read).toMatchObject([{ type: "request", service: "parcel_delivery", first: true }]);
    expect(await reads("عدلوا الطلب 20418 خلوه لثلاثة اشخاص", [{ intent: "correct" }])).toMatchObject([
      { type: "correct", ref: "BR-20418" },
    ]);
  });

  it("a question that the model hears is no wish, too", async () => {
    const name = said("name", "James Cole", "James Cole");
    const model = [{ intent: "answers", fields: [name] }, { intent: "office.payment" }];
    const read = await reads("James Cole, 0541239876 and do you take visa cards?", model, hotel("name"));
    expect(read.map(({ type }) => type)).toEqual(["answers", "office"]);
  });

  it("a note of the model's is added to what is noted, and replaces nothing", async () => {
    const note = said("notes", "المكان مكيف", "أن يكون المكان مكيفًا");
    const noted = { ...hotel(undefined, "read_back"), filled: ["city", "checkin", "notes"] };
    const read = await reads(
      "طيب وأرجو أن يكون المكان مكيفًا",
      [{ intent: "answers", fields: [note] }],
      noted,
    );
    expect(read).toMatchObject([{ type: "wish", text: "أن يكون المكان مكيفًا" }]);
  });
});
