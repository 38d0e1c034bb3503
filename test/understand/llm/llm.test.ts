/** The model's reader against a local server: what is asked, what of an answer is believed, and how the two readings become one. */
import { describe, expect, it } from "vitest";
import { budget } from "../../../src/understand/llm/budget.ts";
import { gist, valuesOf } from "../reader.ts";
import { askedOf, catalogue, farReader, promptFile } from "./far-reader.ts";
import { claims, content, status, stubServer, toldIn } from "./stub-server.ts";

const hotel = "ابغى فندق في جدة يوم الخميس لشخصين";
const field = (name: string, value: unknown, words: string) => ({ name, value, words });

describe("llmClassifier", () => {
  it("takes what the model chose, with the words it stands on", async () => {
    const stub = await stubServer(
      claims([
        {
          intent: "hotel_booking",
          fields: [field("city", "Jeddah", "جدة"), field("checkin", "2026-11-26", "يوم الخميس")],
        },
      ]),
    );
    const reading = await farReader(stub).read(hotel);
    expect(reading).toMatchObject({ by: "llm", promptVersion: promptFile.version });
    expect(gist(reading)).toEqual(["hotel_booking"]);
    expect(valuesOf(reading, "request")).toMatchObject({ city: "Jeddah", checkin: "2026-11-26", guests: 2 });
    const [request] = reading.understandings;
    if (request?.type !== "request") throw new Error("no request");
    for (const { text, start, end } of Object.values(request.fields))
      expect(hotel.slice(start, end)).toBe(text);
  });

  it("drops a value whose words are not in the message", async () => {
    const stub = await stubServer(
      claims([{ intent: "hotel_booking", fields: [field("hotel", "Hilton", "هيلتون")] }]),
    );
    expect(valuesOf(await farReader(stub).read(hotel), "request")).not.toHaveProperty("hotel");
  });

  it("drops a value that our own parser does not read in its words", async () => {
    const stub = await stubServer(
      claims([
        {
          intent: "hotel_booking",
          fields: [field("rooms", 40, "لشخصين"), field("nights", 3, "جدة"), field("stars", 5, "فندق")],
        },
      ]),
    );
    const values = valuesOf(await farReader(stub).read(hotel), "request");
    expect(values).not.toHaveProperty("rooms");
    expect(values).not.toHaveProperty("nights");
    expect(values).not.toHaveProperty("stars");
  });

  it("ignores fields that the service does not have, intents that nobody offers, and keys that nobody asked for", async () => {
    const stub = await stubServer(
      content(
        JSON.stringify({
          note: "extra",
          requests: [
            { intent: "wire_money", fields: [] },
            {
              intent: "hotel_booking",
              urgency: "high",
              fields: [{ name: "weight_kg", value: "2", words: "لشخصين", sure: true }],
            },
          ],
        }),
      ),
    );
    const reading = await farReader(stub).read(hotel);
    expect(gist(reading)).toEqual(["hotel_booking"]);
    expect(valuesOf(reading, "request")).not.toHaveProperty("weight_kg");
  });

  it("asks which service is meant when the two readings name different ones", async () => {
    const stub = await stubServer(claims([{ intent: "parcel_delivery" }]));
    const reading = await farReader(stub).read(hotel);
    expect(reading.understandings).toMatchObject([
      {
        type: "unclear",
        candidates: ["hotel_booking", "parcel_delivery"],
        fields: { hotel_booking: { city: { value: "Jeddah" } } },
      },
    ]);
  });

  it("keeps an answer to the open question against a new request of the model's", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    const open = {
      service: "parcel_delivery",
      asked: "contents",
      awaiting: "answer",
      filled: ["from_city"],
    } as const;
    const reading = await farReader(stub).read("كتب مدرسية وملابس", { open });
    expect(gist(reading)).toEqual(["answers"]);
  });

  it("lets a command of the model's win over an answer in free words", async () => {
    const stub = await stubServer(claims([{ intent: "human_agent" }]));
    const open = {
      service: "parcel_delivery",
      asked: "contents",
      awaiting: "answer",
      filled: ["from_city"],
    } as const;
    const reading = await farReader(stub).read("كتب ودفاتر مدرسية قديمة", { open });
    expect(gist(reading)).toEqual(["human_agent"]);
  });

  it("reads an order's number itself, and never one that the message does not name", async () => {
    const stub = await stubServer(
      claims([{ intent: "order_status", fields: [field("order_id", "BR-10777", "BR-10777")] }]),
    );
    const reader = farReader(stub);
    expect((await reader.read("شوفوا لي الموضوع الله يعافيكم تأخرتوا")).understandings).toEqual([
      { type: "order_status" },
    ]);
    stub.next(claims([{ intent: "order_status" }]));
    const named = await reader.read("يا اخوان الموضوع حق BR-20418 طول علينا واجد");
    expect(named.understandings).toEqual([{ type: "order_status", ref: "BR-20418" }]);
  });

  it("asks with a schema, and in words once the server has refused one", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    stub.next(
      status(400, {}, { message: "response_format is not supported", param: "response_format" }),
      claims([{ intent: "hotel_booking" }]),
    );
    const reader = farReader(stub);
    expect(gist(await reader.read(hotel))).toEqual(["hotel_booking"]);
    await reader.read(hotel);
    expect(stub.asked.map(({ body }) => body?.response_format?.type)).toEqual([
      "json_schema",
      undefined,
      undefined,
    ]);
    expect(stub.asked.map((sent) => toldIn(sent).includes("JSON object alone"))).toEqual([false, true, true]);
    expect(reader.classifier.counters()).toMatchObject({ llm_calls_total: 2, llm_retries_total: 0 });
  });

  it("finds out under which name a server takes the longest answer", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    stub.next(
      status(
        400,
        {},
        { message: "Unsupported parameter: 'max_tokens' is not supported", param: "max_tokens" },
      ),
      claims([{ intent: "hotel_booking" }]),
    );
    await farReader(stub).read(hotel);
    expect(stub.asked.map(({ body }) => [body?.max_tokens, body?.max_completion_tokens])).toEqual([
      [700, undefined],
      [undefined, 700],
    ]);
  });

  it("tells the model the open question, the moment, the last lines, and nothing else of the chat", async () => {
    const stub = await stubServer(claims([{ intent: "answers" }]));
    const open = {
      service: "parcel_delivery",
      asked: "contents",
      awaiting: "answer",
      filled: ["from_city"],
    } as const;
    await farReader(stub, {
      sayings: [{ text: "ابغى ارسل كتب", label: "parcel_delivery" }],
    }).read("كتب وملابس شتوية", {
      open,
      recent: [
        { from: "customer", text: "ابي ارسل طرد" },
        { from: "office", text: "ما محتوى الشحنة؟" },
      ],
    });
    const told = toldIn(stub.asked[0] ?? { path: "", raw: "", body: undefined });
    expect(told).toContain("Sunday 2026-11-22 10:00 (Asia/Riyadh)");
    expect(told).toContain("Open form: parcel_delivery. Has: from_city. We asked for contents*.");
    expect(told).toContain('office: "ما محتوى الشحنة؟"');
    expect(told).toContain('"ابغى ارسل كتب" → parcel_delivery');
    expect(told).toContain('Message: "كتب وملابس شتوية"');
  });

  it("makes no call for a message of nothing but hidden values", async () => {
    const stub = await stubServer();
    await farReader(stub).read("0551234567");
    expect(stub.asked).toEqual([]);
  });

  it("can neither approve nor refuse what the office asked", async () => {
    const stub = await stubServer(
      claims([{ intent: "confirm" }, { intent: "refuse" }, { intent: "greeting" }]),
    );
    const open = { service: "hotel_booking", awaiting: "read_back", filled: ["city"] } as const;
    const reading = await farReader(stub).read("خلني اشوف الموضوع وارجع لكم", { open });
    expect(gist(reading)).not.toContain("confirm");
    expect(gist(reading)).not.toContain("refuse");
  });
});

describe("wants", () => {
  const health = { ...catalogue.specs[0], sensitive: "health" } as (typeof catalogue.specs)[number];
  const services = [health, ...catalogue.specs.slice(1)];

  it("keeps here what the embedded reading takes for a sensitive service, and what its form is told", async () => {
    const { classifier } = farReader({ baseUrl: "http://127.0.0.1:9/v1" });
    const says = { services, chat: { services: [] } };
    const about = health.examples[0] ?? "";
    expect(classifier.wants(askedOf(about, says))).toBe(false);
    const open = { service: health.id, awaiting: "nothing", filled: [] } as const;
    expect(classifier.wants(askedOf("اي كلام", { ...says, open }))).toBe(false);
    expect(classifier.wants(askedOf("اي كلام", { services, chat: { services: [health.id] } }))).toBe(false);
    expect(classifier.counters()).toMatchObject({ llm_kept_here_total: 3 });
  });

  it("keeps here what only sounds like it", () => {
    const { classifier } = farReader(
      { baseUrl: "http://127.0.0.1:9/v1" },
      { soundsSensitive: (text) => text.includes("ضرس") },
    );
    expect(classifier.wants(askedOf("ضرسي يعورني من امس", { services }))).toBe(false);
    expect(classifier.wants(askedOf("كلام ما له علاقة بشي", { services }))).toBe(true);
  });

  it("lets it go where the owner trusts the server by name", () => {
    const { classifier } = farReader({ baseUrl: "http://127.0.0.1:9/v1" }, { mayReadHealth: true });
    expect(classifier.wants(askedOf(health.examples[0] ?? "", { services }))).toBe(true);
  });

  it("stops at a customer's budget of the day, and no other customer's, until midnight", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    const clock = { at: Date.parse("2026-11-22T23:00:00+03:00") };
    const reader = farReader(stub, {
      now: () => clock.at,
      purse: budget({ perCustomer: 1_000, perDay: 1_000_000, zone: "Asia/Riyadh" }),
    });
    await reader.read(hotel);
    expect(reader.classifier.wants(askedOf(hotel))).toBe(false);
    const other = askedOf(hotel, { chat: { customer: "u_2" as never } });
    expect(reader.classifier.wants(other)).toBe(true);
    clock.at += 3_600_000;
    expect(reader.classifier.wants(askedOf(hotel))).toBe(true);
    expect(reader.classifier.counters()).toMatchObject({ llm_over_budget_total: 1 });
  });

  it("stops at the day's budget of all, counting answers that never came", async () => {
    const stub = await stubServer(status(500));
    const reader = farReader(stub, {
      purse: budget({ perCustomer: 1_000_000, perDay: 1_000, zone: "Asia/Riyadh" }),
    });
    await reader.read(hotel).catch(() => undefined);
    expect(reader.classifier.wants(askedOf(hotel, { chat: { customer: "u_2" as never } }))).toBe(false);
  });
});
