/**
 * A model that fails in every way a server can (faults 51–53, 55): the customer never waits beyond the deadline, never sees an error, and
 * is read by the embedded reader instead.
 */
import { createServer } from "node:net";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { ClassifierError } from "../../src/understand/classifier.ts";
import { askedOf, farReader } from "../understand/llm/far-reader.ts";
import { openModelOffice } from "../understand/llm/model-office.ts";
import {
  type Behaviour,
  body,
  claims,
  content,
  cutLine,
  drip,
  endless,
  type Stub,
  silence,
  status,
  stubServer,
} from "../understand/llm/stub-server.ts";
import { gist } from "../understand/reader.ts";

const hotel = "ابغى فندق في جدة يوم الخميس لشخصين";
const right = claims([{ intent: "hotel_booking" }]);

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 9;
}

/** Behaviours that never give a reading; `tries`: how often the server is asked. */
const broken: readonly (readonly [name: string, behaviour: Behaviour, tries: number])[] = [
  ["never answers", silence, 1],
  ["drips a letter at a time", drip, 1],
  ["floods without an end", endless, 2],
  ["cuts the line in the middle", cutLine, 2],
  ["fails with 500", status(500), 2],
  ["fails with 503", status(503), 2],
  ["asks for more time than there is", status(429, { "retry-after": "30" }), 1],
  ["refuses the key", status(401), 1],
  ["does not know the model", status(404), 1],
  ["answers with a page", body("<html><body>Welcome to nginx!</body></html>", "text/html"), 2],
  ["answers with half a JSON body", body('{"choices":[{"message":{"content":"{}'), 2],
  ["answers with an empty object", body("{}"), 2],
  ["answers with null", body("null"), 2],
  ["answers without a choice", body('{"choices":[]}'), 2],
  ["answers nothing", content(""), 2],
  ["answers no text", content(null), 2],
  ["refuses", content(null, { refusal: "I can't help with that." }), 2],
  ["answers in words", content("Sure! The customer would like to book a hotel in Jeddah."), 2],
  ["answers in another language", content("客户想在吉达预订一家酒店。"), 2],
  ["answers with half a JSON", content('{"requests":[{"intent":"hotel_bo'), 2],
  ["is cut at its longest answer", content('{"requests":[{"intent":"hotel_booking"}]}', {}, "length"), 2],
  ["answers with an intent that nobody offers", claims([{ intent: "transfer_money" }]), 2],
  ["answers with a list", content('[{"intent":"hotel_booking"}]'), 2],
  ["answers with numbers", content("42"), 2],
];

describe("a model that", () => {
  // The first reading of a process loads what it needs, which a short deadline is not for.
  beforeAll(async () => {
    const stub = await stubServer(right, "file");
    await farReader(stub, { deadlineMs: 60_000 }).read(hotel);
    await stub.close();
  });

  it.each(broken)("%s is given up within the deadline", async (_name, behaviour, tries) => {
    const stub = await stubServer(behaviour);
    // Where a second try belongs to it, the first one leaves time for it however slow the machine is.
    const deadlineMs = tries === 1 ? 400 : 15_000;
    const reader = farReader(stub, { deadlineMs });
    const began = performance.now();
    await expect(reader.read(hotel)).rejects.toThrow(ClassifierError);
    expect(performance.now() - began).toBeLessThan(deadlineMs + 5_000);
    expect(stub.asked).toHaveLength(tries);
    expect(reader.classifier.counters().llm_failures_total).toBe(1);
  });

  it("is not there is given up at once", async () => {
    const reader = farReader(
      { baseUrl: `http://127.0.0.1:${await closedPort()}/v1` },
      { deadlineMs: 30_000 },
    );
    const began = performance.now();
    await expect(reader.read(hotel)).rejects.toThrow(ClassifierError);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it.each([
    ["garbles once", content("hm")],
    ["fails once", status(500)],
    ["asks for a moment", status(429, { "retry-after-ms": "60" })],
    ["wraps its answer in a fence", content('```json\n{"requests":[{"intent":"hotel_booking"}]}\n```')],
    [
      "thinks aloud first",
      content('<think>{"a":1}</think>{"requests":[{"intent":"hotel_booking","fields":[]}]}'),
    ],
  ])("%s is understood all the same", async (_name, behaviour) => {
    const stub = await stubServer(right);
    stub.next(behaviour, right);
    expect(gist(await farReader(stub, { deadlineMs: 30_000 }).read(hotel))).toEqual(["hotel_booking"]);
    expect(stub.asked.length).toBeLessThanOrEqual(2);
  });

  it("sends us elsewhere is not followed", async () => {
    const elsewhere = await stubServer(right);
    const stub = await stubServer((response) => {
      response.writeHead(307, { location: `${elsewhere.baseUrl}/chat/completions` });
      response.end();
    });
    await expect(farReader(stub, { deadlineMs: 400 }).read(hotel)).rejects.toThrow(ClassifierError);
    expect(elsewhere.asked).toEqual([]);
  });

  it("keeps failing is left alone, asked once after a while, and trusted again when it answers", async () => {
    const stub = await stubServer(status(500));
    const clock = { at: 0 };
    const reader = farReader(stub, { uptime: () => clock.at });
    const fail = () => reader.read(hotel).catch(() => undefined);
    const wanted = () => reader.classifier.wants(askedOf(hotel));
    for (let n = 0; n < 3; n += 1) await fail();
    expect([wanted(), reader.classifier.state()]).toEqual([false, "open"]);
    clock.at += 15_000;
    expect([wanted(), reader.classifier.state()]).toEqual([true, "half_open"]);
    stub.next(silence);
    const trial = reader.read(hotel, { signal: AbortSignal.timeout(60) }).catch(() => undefined);
    expect(wanted()).toBe(false);
    await trial;
    clock.at += 15_000;
    expect(wanted()).toBe(false);
    clock.at += 15_000;
    stub.next(right);
    await reader.read(hotel);
    expect([wanted(), reader.classifier.state()]).toEqual([true, "closed"]);
  });

  it("asks for time gets it before it is asked again", async () => {
    const stub = await stubServer(status(429, { "retry-after": "30" }));
    const clock = { at: 0 };
    const reader = farReader(stub, { uptime: () => clock.at });
    await reader.read(hotel).catch(() => undefined);
    clock.at += 29_000;
    expect(reader.classifier.wants(askedOf(hotel))).toBe(false);
    clock.at += 2_000;
    expect(reader.classifier.wants(askedOf(hotel))).toBe(true);
  });
});

/** A whole office with the real flows and this model. */
async function officeWith(
  stub: Pick<Stub, "baseUrl">,
  model: Partial<{ tokensPerCustomer: number; timeoutMs: number }> = {},
) {
  const { office, kept, stop } = await openModelOffice({
    baseUrl: stub.baseUrl,
    model: "stub",
    timeoutMs: 700,
    tokensPerCustomer: 1_000_000,
    tokensPerDay: 10_000_000,
    ...model,
  });
  onTestFinished(stop);
  const say = async (id: string, text: string, address = "a") => {
    await office.receive({ channel: "counting", address, id, content: { type: "text", text } });
    await office.idle();
  };
  const chat = async (address = "a") => {
    const found = await office.store.engine.findConversation("counting", address);
    if (!found) throw new Error("no chat");
    return found;
  };
  return { ...kept, office, say, chat };
}

describe("an office with a model", { timeout: 60_000 }, () => {
  it("serves its customers with the embedded reading, in time, whatever the model does", async () => {
    const stub = await stubServer();
    const bench = await officeWith(stub);
    // Three in a row: after that the breaker would spare the rest.
    for (const [address, behaviour] of [
      ["slow", drip],
      ["silent", silence],
      ["garbled", content("{{{")],
    ] as const) {
      stub.next(behaviour);
      const began = performance.now();
      await bench.say("m1", hotel, address);
      expect(performance.now() - began, "the deadline is 700 ms").toBeLessThan(10_000);
      const { drafts } = await bench.chat(address);
      expect(drafts.map(({ service }) => service)).toEqual(["hotel_booking"]);
      expect(drafts[0]?.fields.city).toMatchObject({ value: "Jeddah", evidence: { by: "embedded" } });
      expect(bench.to(address)).toHaveLength(1);
      expect(bench.to(address)[0]?.text).not.toMatch(/خطأ|error|model|timeout/i);
    }
    expect(bench.office.engine.counters()).toMatchObject({ classifier_failures_total: 3, llm_resting: 1 });
    const calls = stub.asked.length;
    await bench.say("m1", hotel, "rested");
    expect(stub.asked).toHaveLength(calls);
    expect((await bench.chat("rested")).drafts).toHaveLength(1);
  });

  it("calls it once for a message that rules don't settle, and never for one that they do", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    const bench = await officeWith(stub, { timeoutMs: 10_000 });
    await bench.say("m1", hotel);
    expect(stub.asked).toHaveLength(1);
    expect((await bench.chat()).drafts[0]?.fields.city?.evidence.by).toBe("llm");
    for (const [n, text] of ["ليلتين", "السلام عليكم", "إلغاء", "نعم", "وين طلبي", "موظف"].entries())
      await bench.say(`n${n}`, text);
    expect(stub.asked).toHaveLength(1);
  });

  it("goes on without it once a customer's budget is used up", async () => {
    const stub = await stubServer(claims([{ intent: "hotel_booking" }]));
    const bench = await officeWith(stub, { tokensPerCustomer: 1_000, timeoutMs: 10_000 });
    await bench.say("m1", hotel);
    await bench.say("m2", "وابغى ارسل كرتون كتب من الرياض لجدة");
    expect(stub.asked).toHaveLength(1);
    expect((await bench.chat()).drafts.map(({ service }) => service)).toEqual([
      "hotel_booking",
      "parcel_delivery",
    ]);
  });
});
