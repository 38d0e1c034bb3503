/** What a customer writes while a partner carries their order out and only the office can settle: never passed on, whoever is to be told. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mayBeForPartner } from "../../src/conversation/partner/meant-for-partner.ts";
import type { Conversation } from "../../src/domain/conversation.ts";
import type { Reading } from "../../src/domain/understanding.ts";
import { loadExamples } from "../../src/flows/examples.ts";
import { keepIn, keptFolder } from "../../src/kept.ts";
import { root } from "../../src/root.ts";
import { readArrival } from "../../src/turn/arrival.ts";
import { asksForChange, type Hearer, hearerOfTold, wordsToPassOn } from "../../src/turn/words-for-partner.ts";
import { embeddedClassifier } from "../../src/understand/embedded.ts";
import { realCatalogue } from "../conversation/real-catalogue.ts";
import { sure } from "../web/tiny-office.ts";
import { customerOf, fieldOf, openPartnerOffice } from "./partner-office.ts";
import { changing, forOffice, forPartner, plainlyForOffice, unframed } from "./told-words.ts";

const classifier = embeddedClassifier(
  realCatalogue().specs,
  loadExamples(join(root, "prompts")).filter(({ split }) => split === "train"),
  keepIn(keptFolder),
);

/** A customer whose parcel is with a courier in a chat of its own; the office understands as it does. */
async function carried() {
  const office = await openPartnerOffice({ classifier });
  await office.joins("a", "courier");
  const placed = await office.order("parcel_delivery", { pickup_date: fieldOf("2026-12-26") });
  const customer = await customerOf(office.bench, placed);
  await office.offer(placed, "a");
  await office.says("courier", "قبول 11");
  return { ...office, placed, customer };
}

/** What the office makes of texts in a chat of `carried`. */
function readingsIn({ bench, customer }: Awaited<ReturnType<typeof carried>>, chat: Conversation) {
  const held = { of: () => [] };
  const deps = { catalogue: realCatalogue, inline: classifier, held, defers: undefined, senses: undefined };
  return (text: string): Reading | undefined => {
    const content = { type: "text", text } as const;
    const inbound = { channel: "counting", address: customer, id: text, content, at: bench.clock.at };
    const arrival = readArrival(deps, chat, inbound, bench.clock.at);
    const event = arrival.type === "event" ? arrival.event : undefined;
    return event?.type === "understood" ? event.reading : undefined;
  };
}

describe("mayBeForPartner", { timeout: 60_000 }, () => {
  it("holds of what was only guessed, and of nothing that is plainly said to the office", async () => {
    const setting = await carried();
    const read = readingsIn(setting, await setting.bench.chat(setting.customer));
    const mayBe = (text: string) => mayBeForPartner(sure(read(text)), text);
    expect(unframed.filter((text) => !mayBe(text))).toEqual([]);
    expect(plainlyForOffice.filter(mayBe)).toEqual([]);
    expect(await setting.says(setting.customer, "i am on the third floor")).toContain(
      "Shall we pass this on",
    );
    expect(await setting.bench.orders(setting.customer)).toHaveLength(1);
  });
});

describe("hearerOfTold", { timeout: 60_000 }, () => {
  async function hearers(texts: readonly string[]): Promise<readonly (readonly [string, Hearer])[]> {
    const setting = await carried();
    const chat = await setting.bench.chat(setting.customer);
    const read = readingsIn(setting, chat);
    return texts.map((text) => {
      const words = sure(wordsToPassOn(chat, text));
      return [text, hearerOfTold(words, read(words))];
    });
  }

  it("gives plain instructions and news to whoever carries the order out, whatever the model guesses", async () => {
    const kept = (await hearers(forPartner)).filter(([, { type }]) => type !== "partner");
    expect(kept).toEqual([]);
    expect(forPartner.filter(asksForChange)).toEqual([]);
  });

  it("gives the office what is clearly its own matter, as that", async () => {
    const expected = Object.entries(forOffice).flatMap(([matter, texts]) =>
      texts.map((text) => [text, matter === "move" ? "correct" : matter]),
    );
    const heard = (await hearers(expected.map(([text]) => String(text)))).map(([text, hearer]) => [
      text,
      hearer.type === "office" ? hearer.reading.understandings[0]?.type : hearer.type,
    ]);
    expect(heard).toEqual(expected);
  });

  it("gives another hour or place to whoever carries it out, for staff to see as well", async () => {
    const others = (await hearers(changing)).filter(
      ([text, { type }]) => type !== "partner" || !asksForChange(text),
    );
    expect(others).toEqual([]);
  });

  it("lets the office hear a wish of the customer's own, and asks where it only may be one", async () => {
    const wishes = [
      "tell him I also need a hotel in Jeddah",
      "tell him i want to book a flight to cairo",
      "قولوا له ابي احجز فندق في دبي بعد",
      "قولوا للمندوب أبي أطلب شحنة ثانية",
    ];
    const heard = (await hearers(wishes)).map(([, { type }]) => type);
    expect(heard).toEqual(["office", "unsure", "office", "unsure"]);
  });
});

describe("words of a customer about what only the office can settle", { timeout: 60_000 }, () => {
  it("reach no partner unasked, in whatever frame they stand", async () => {
    const reports = [
      "وصل المندوب وصرخ علي وكان أسلوبه سيء وأبغى أشتكي",
      "وصل لها الطرد ناقص ومكسور",
      "خبروا السائق إن الطرد ضاع وأنا بقدم شكوى عليه",
      "tell him I want to cancel the order",
      "وصل المندوب وما لقيته",
      "وصل العامل الساعة 9 وراح",
      "وصل له الطلب ناقص",
      "تقول المندوب بيوصل الساعة 5 وما وصل",
      "قول لا ما ابي",
      "tell them to cancel my order",
      "ask them where is my parcel",
      "خله يلغي الطلب",
    ];
    const changes = [
      "khaly el maw3ed bokra",
      "5ali el address fi Jeddah",
      "خليه يوصل الأحد بدل السبت",
      "خلي يوصلني بكره بدل اليوم",
      "قولوا له الموعد صار الاحد",
      "tell him to come tomorrow instead",
    ];
    const { customer, newest, says } = await carried();
    const before = newest("courier");
    const passed: string[] = [];
    for (const text of [...reports, ...changes]) {
      const answer = await says(customer, text);
      if (/أوصلنا رسالتك|Your message is with/.test(answer)) passed.push(text);
      await says(customer, "لا");
    }
    expect(passed).toEqual([]);
    expect(newest("courier")).toBe(before);
  });

  it.each([
    ["خبروا السائق إن الطرد ضاع وأنا بقدم شكوى عليه", "سجّلنا شكواك"],
    ["وصل المندوب وصرخ علي وكان أسلوبه سيء وأبغى أشتكي", "سجّلنا شكواك"],
    ["tell him I want to cancel the order", "Shall we cancel"],
    ["خله يلغي الطلب", "هل نلغي"],
    ["خليه يوصل الأحد بدل السبت", "يراجع موظف التعديل"],
  ])("are heard by the office: «%s»", async (text, heard) => {
    const { bench, customer, newest, says } = await carried();
    const before = newest("courier");
    expect(await says(customer, text)).toContain(heard);
    expect(newest("courier")).toBe(before);
    const said = (await bench.lines(customer)).filter(({ from }) => from === "customer").at(-1);
    expect(said?.content).toEqual({ type: "text", text });
  });

  it.each([
    "قولوا للمندوب يتصل قبل ما يجي",
    "قولوا للمندوب الموعد مناسب",
    "tell the driver to leave it with the guard",
  ])("are passed on where they only sound like a complaint or a cancelling: «%s»", async (text) => {
    const { bench, customer, newest, says } = await carried();
    expect(await says(customer, text)).toMatch(/أوصلنا رسالتك إلى|Your message is with/);
    expect(newest("courier")).toContain(text);
    expect(await bench.orders(customer)).toHaveLength(1);
    expect((await bench.chat(customer)).person).toBeUndefined();
  });

  it("are passed on and shown to staff where they ask for another hour or place", async () => {
    const { bench, customer, newest, placed, says } = await carried();
    const answer = await says(customer, "خله يوديها بيت اختي بدال بيتي");
    expect(answer).toContain("يراجعها موظف أيضًا");
    expect(newest("courier")).toContain("بيت اختي");
    expect((await bench.chat(customer)).person).toMatchObject({ reason: "partner", order: placed.ref });
    expect(await says(customer, "للمندوب: تعال الساعة 5")).toContain("يراجعها موظف أيضًا");
  });

  it("are asked about where they may be a wish of the customer's own", async () => {
    const { customer, newest, says } = await carried();
    const before = newest("courier");
    expect(await says(customer, "قولوا للمندوب أبي أطلب شحنة ثانية")).toContain("هل نوصل إلى");
    expect(newest("courier")).toBe(before);
    expect(await says(customer, "نعم")).toContain("أوصلنا رسالتك");
  });
});
