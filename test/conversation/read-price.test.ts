/** Which price a message takes, and that none is taken where something denies, doubts or asks. */
import { describe, expect, it } from "vitest";
import type { Choosing } from "../../src/conversation/price/price-words.ts";
import { readPrice } from "../../src/conversation/price/read-price.ts";
import { type OrderRef, parseOfferId } from "../../src/domain/ids.ts";
import { sure } from "../web/tiny-office.ts";
import { realCatalogue } from "./real-catalogue.ts";

const offerId = (name: string) => sure(parseOfferId(`of_10001_${name.padEnd(16, "x")}`));
const offerOf = (name: string, partner: { readonly ar: string; readonly en: string }, riyals: number) => ({
  ...{ offer: offerId(name), partner, total: { amountMinor: riyals * 100, currency: "SAR" } as const },
});
const stays = offerOf("stays", { ar: "إقامات", en: "Iqamat" }, 400);
const rooms = offerOf("rooms", { ar: "غرف الحرم", en: "Haram Rooms" }, 450);
const choosing = (offers: Choosing["offers"]): Choosing => ({
  ...{ type: "choose_price", ref: "BR-10001" as OrderRef, token: "q1", offers },
});
const catalogue = realCatalogue();
const names = new Map<string, string>([
  [stays.offer, "stays"],
  [rooms.offer, "rooms"],
]);

function takenOf(offers: Choosing["offers"]) {
  return (text: string): string | undefined => {
    const read = readPrice(catalogue, choosing(offers), text);
    const id = read?.type === "chosen" ? read.id : undefined;
    return id === undefined ? undefined : (names.get(id) ?? id);
  };
}

describe("readPrice of several", () => {
  const taken = takenOf([stays, rooms]);

  it.each([
    ["400", "stays"],
    ["ابو ٤٠٠", "stays"],
    ["تمام 400", "stays"],
    ["موافق على 400", "stays"],
    ["نعتمد غرف الحرم", "rooms"],
    ["اعتمدوا إقامات لو سمحتوا", "stays"],
    ["خلينا على الأرخص", "cheapest"],
    ["ابي ارخص واحد", "cheapest"],
    ["الثاني", "rooms"],
    ["عايز الاول شكرا", "stays"],
    ["take 450 please", "rooms"],
    ["the cheapest one", "cheapest"],
    ["akhtar 450", "rooms"],
    ["Haram Rooms", "rooms"],
    ["لا كله غالي اوي", "none"],
    ["too expensive", "none"],
  ])("takes «%s» for %s", (text, expected) => {
    expect(taken(text)).toBe(expected);
  });

  it.each(
    "مو 400|ليش 400|400 كتير قوي|مو إقامات|ما ابي ابو 450|غرف الحرم لا|ليه 450|لا 400|400 غالي|not 400|is 400 your final|400 is too much|mesh 400|leh 400|400 keteer awi|400?|بس 400|خلوها 400|ليس 400|هل 400 نهائي|السعر 400 شامل الفطور|غرف الحرم وش فيها|إقامات كويسين|ايه 400|لا، الثاني|إقامات 450".split(
      "|",
    ),
  )("asks once more after «%s»", (text) => {
    expect(taken(text)).toBe("unclear");
  });

  it.each(
    "مافي ارخص|عندكم ارخص من كذا|ابي ارخص|ارخص|is there anything cheaper|فيه ارخص|الثاني غالي|مو غالي|الارخص وين|نعم غالي".split(
      "|",
    ),
  )("reads no choice in «%s»", (text) => {
    expect(taken(text)).toBeUndefined();
  });
});

describe("readPrice of a single one", () => {
  const taken = takenOf([stays]);

  it.each(
    "نعم|موافق|تمام 400|ايه نعم|ماشي السعر|اعتمدوا إقامات|خذوه|ok take it|eh tamam|حسنا، موافق|ايوه تمام|موافقين على ٤٠٠ ريال".split(
      "|",
    ),
  )("hears a yes in «%s»", (text) => {
    expect(taken(text)).toBe("yes");
  });

  it.each("لا|غالي كتير|مو موافق|غير مناسب|لا شكرا|too much".split("|"))("hears a no in «%s»", (text) => {
    expect(["none", "no"]).toContain(taken(text));
  });

  it.each(
    "مو 400|ليش 400|400 كثير|400|السعر 400|إقامات|ايه ده كله|ya allah|مافي ارخص|ارخص|لا اعتمد|نعم بس غالي|تمام 350|خلوها 350|لو سمحتوا السعر|مو غالي|ok but 400 is a lot|ايه 400 ده".split(
      "|",
    ),
  )("hears no yes in «%s»", (text) => {
    expect(["unclear", undefined]).toContain(taken(text));
  });
});
