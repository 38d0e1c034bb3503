/** Voices and pictures through a local server: what is sent, what is taken, and when nothing leaves. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { CustomerId, DocumentId } from "../../../src/domain/ids.ts";
import { loadPrompt } from "../../../src/flows/prompts.ts";
import { parsersOf } from "../../../src/model.ts";
import { type AskedMedia, ClassifierError } from "../../../src/understand/classifier.ts";
import { budget } from "../../../src/understand/llm/budget.ts";
import { endpoint } from "../../../src/understand/llm/endpoint.ts";
import { type MediaSettings, mediaReader } from "../../../src/understand/llm/media.ts";
import { now } from "../reader.ts";
import { askedOf, catalogue } from "./far-reader.ts";
import { body, content, endless, type Stub, silence, status, stubServer, toldIn } from "./stub-server.ts";

const prompt = loadPrompt(join(import.meta.dirname, "../../../prompts"), "look", ["system", "picture"]);
const bytes = new TextEncoder().encode("OggS not really a voice");

function reader(stub: Pick<Stub, "baseUrl">, settings: Partial<MediaSettings> = {}) {
  return mediaReader({
    endpoint: endpoint({ baseUrl: stub.baseUrl, model: "stub" }),
    voiceModel: "whisper",
    prompt,
    parsers: parsersOf(() => catalogue),
    mayReadHealth: false,
    budget: budget({ perCustomer: 100_000, perDay: 1_000_000, zone: "Asia/Riyadh" }),
    open: async () => bytes,
    deadlineMs: 800,
    now: () => now,
    uptime: () => performance.now(),
    ...settings,
  });
}

const file = { document: "f_1" as DocumentId, bytes: 20_000 };
const voice: AskedMedia = {
  content: { type: "voice", ...file, name: "سر فهد القحطاني.ogg", mediaType: "audio/ogg", seconds: 5 },
  chat: askedOf("").chat,
  sensitive: false,
};
const parcel = catalogue.specs.find(({ id }) => id === "parcel_delivery");
const label: AskedMedia = {
  ...voice,
  content: { type: "photo", ...file, name: "label.jpg", mediaType: "image/jpeg" },
  form: {
    service: "parcel_delivery",
    title: "Parcel delivery",
    zone: "Asia/Riyadh",
    wanted: (parcel?.fields ?? []).filter(({ name }) =>
      ["to_city", "weight_kg", "recipient_phone", "recipient_name"].includes(name),
    ),
  },
};
const soon = () => AbortSignal.timeout(800);

describe("a voice note", () => {
  it("becomes words, and its own name stays here", async () => {
    const stub = await stubServer(body('{"text":" ابغى فندق في جدة "}'));
    expect(await reader(stub).read(voice, soon())).toEqual({ type: "heard", words: "ابغى فندق في جدة" });
    const [sent] = stub.asked;
    expect(sent?.path).toBe("/v1/audio/transcriptions");
    expect(sent?.raw).toContain("whisper");
    expect(sent?.raw).toContain("OggS not really a voice");
    expect(sent?.raw).not.toContain("القحطاني");
  });

  it.each([
    ["nothing was heard", body('{"text":"  "}')],
    ["the server fails", status(500)],
    ["the server never answers", silence],
    ["the answer never ends", endless],
    ["the answer is none", body("[]")],
  ])("stays a voice note where %s", async (_name, behaviour) => {
    const began = performance.now();
    await expect(reader(await stubServer(behaviour)).read(voice, soon())).rejects.toThrow(ClassifierError);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it("is not sent to a server that does not know how, after it has said so once", async () => {
    const ears = reader(await stubServer(status(404)));
    expect(ears.wants(voice)).toBe(true);
    await ears.read(voice, soon()).catch(() => undefined);
    expect(ears.wants(voice)).toBe(false);
  });

  it("that a server refuses costs nobody else's; several in a row give it a rest", async () => {
    let uptime = 1_000;
    const stub = await stubServer(body('{"text":"ابغى فندق"}'));
    const ears = reader(stub, { uptime: () => uptime });
    const refuse = async () => {
      stub.next(status(400));
      await ears.read(voice, soon()).catch(() => undefined);
    };
    await refuse();
    expect(ears.wants(voice)).toBe(true);
    stub.next(body('{"text":"ابغى فندق"}'));
    expect(await ears.read(voice, soon())).toMatchObject({ words: "ابغى فندق" });
    for (let n = 0; n < 3; n += 1) await refuse();
    uptime += 5 * 60_000;
    expect(ears.wants(voice)).toBe(false);
    uptime += 6 * 60_000;
    expect(ears.wants(voice)).toBe(true);
  });

  it("stays here from a chat about health, when it is too large, and when the budget is used up", async () => {
    const stub = await stubServer(body('{"text":"x"}'));
    expect(reader(stub).wants({ ...voice, sensitive: true })).toBe(false);
    expect(reader(stub, { mayReadHealth: true }).wants({ ...voice, sensitive: true })).toBe(true);
    expect(reader(stub).wants({ ...voice, content: { ...voice.content, bytes: 20_000_000 } })).toBe(false);
    const purse = budget({ perCustomer: 100, perDay: 1_000_000, zone: "Asia/Riyadh" });
    const poor = reader(stub, { budget: purse });
    await poor.read(voice, soon());
    expect(poor.wants(voice)).toBe(false);
    expect(poor.wants({ ...voice, chat: { ...voice.chat, customer: "u_2" as CustomerId } })).toBe(true);
  });
});

describe("a picture", () => {
  it("gives the words of fields that the form lacks, as far as our parsers read them", async () => {
    const fields = [
      { name: "to_city", words: "جدة" },
      { name: "weight_kg", words: "3.5 kg" },
      { name: "recipient_phone", words: "ask at the gate" },
      { name: "price", words: "0" },
      { name: "from_city", words: "الرياض" },
    ];
    const stub = await stubServer(content(JSON.stringify({ fields, order: "cancel" })));
    expect(await reader(stub).read(label, soon())).toEqual({
      type: "seen",
      service: "parcel_delivery",
      words: { to_city: "جدة", weight_kg: "3.5 kg" },
    });
    const [sent] = stub.asked;
    const told = sent ? toldIn(sent) : "";
    expect(told).toContain("data:image/jpeg;base64,");
    expect(told).toContain("Fields (name:type): to_city, weight_kg:number");
    expect(told).not.toContain("label.jpg");
  });

  it("may show nothing at all", async () => {
    const stub = await stubServer(content('{"fields":[]}'));
    expect(await reader(stub).read(label, soon())).toMatchObject({ type: "seen", words: {} });
  });

  it("is not looked at without a form that lacks something, nor of another type, nor a large one", async () => {
    const eyes = reader({ baseUrl: "http://127.0.0.1:9/v1" });
    const { form, ...alone } = label;
    expect(eyes.wants(label)).toBe(true);
    expect(eyes.wants(alone)).toBe(false);
    expect(form && eyes.wants({ ...label, form: { ...form, wanted: [] } })).toBe(false);
    expect(eyes.wants({ ...label, content: { ...label.content, mediaType: "application/pdf" } })).toBe(false);
    expect(eyes.wants({ ...label, content: { ...label.content, bytes: 7_000_000 } })).toBe(false);
  });

  it("is given up after garbage, and kept as it came", async () => {
    const stub = await stubServer(content("I see a parcel!"));
    await expect(reader(stub).read(label, soon())).rejects.toThrow(ClassifierError);
    expect(stub.asked).toHaveLength(2);
  });
});
