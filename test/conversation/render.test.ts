/** Sentences from data: variables, plurals, and what every sentence of the office does with every value it may get. */
import { describe, expect, it } from "vitest";
import { type SentenceName, sentenceVariables } from "../../src/conversation/flow/sentences.ts";
import { renderMessage, variablesOf } from "../../src/conversation/show/render.ts";
import { showMoment } from "../../src/conversation/show/show.ts";
import { showWords } from "../../src/conversation/show/show-value.ts";
import { outsideTheNight } from "../../src/orders/night.ts";
import { realCatalogue, zone } from "./real-catalogue.ts";

const files =
  "{count, plural, zero {لا ملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}";

describe("renderMessage", () => {
  it.each([
    [0, "لا ملفات"],
    [1, "ملف واحد"],
    [2, "ملفان"],
    [3, "3 ملفات"],
    [11, "11 ملفًا"],
    [100, "100 ملف"],
    [103, "103 ملفات"],
  ])("gives %i its Arabic plural, in Latin digits", (count, text) => {
    expect(renderMessage(files, "ar", { count })).toBe(text);
  });

  it("puts what customers wrote in as it is", () => {
    expect(renderMessage("«{value}»", "ar", { value: "{x} <b>'# plural,}" })).toBe("«{x} <b>'# plural,}»");
  });

  it("shows a missing variable as a dash", () => {
    expect(renderMessage("a {b} c", "en", {})).toBe("a — c");
    expect(renderMessage("a {b, select, x {1} other {2}}", "en", {})).toBe("a 2");
  });

  it("takes apostrophes as ICU does, the same with and without variables", () => {
    expect(renderMessage("send 'my data'", "en", {})).toBe("send 'my data'");
    expect(renderMessage("send 'my data' to {x}", "en", { x: "us" })).toBe("send 'my data' to us");
  });
});

describe("sentences", () => {
  const names = Object.keys(sentenceVariables) as SentenceName[];
  const { sentences } = realCatalogue();

  it.each(names)("say %s in both languages with every variable given", (name) => {
    const sentence = sentences.get(name);
    if (!sentence) throw new Error(`${name} is missing`);
    const variables = Object.fromEntries(sentenceVariables[name].map((variable) => [variable, 3]));
    for (const language of ["ar", "en"] as const) {
      const message = sentence.say[language];
      expect(variablesOf(message).filter((variable) => !(variable in variables))).toEqual([]);
      const text = renderMessage(message, language, variables);
      expect(text).not.toMatch(/[{}—]/);
      expect(text.split("\n").length).toBeLessThanOrEqual(4);
    }
  });
});

describe("showWords", () => {
  it("keeps a line a line, without bidi controls, cut between characters", () => {
    expect(showWords("كتب\n\u202eوأقلام  ")).toBe("كتب وأقلام");
    expect(showWords("abc")).toBe("\u2068abc\u2069");
    expect(showWords("😀😀😀", 3)).toMatch(/^😀.?…$/u);
  });
});

describe("showMoment", () => {
  const at = (local: string): number => Date.parse(`${local}:00+03:00`);

  it("leaves the day out on the same day only", () => {
    expect(showMoment(at("2026-11-22T15:30"), at("2026-11-22T10:00"), zone, "ar")).toBe("3:30 عصرًا");
    expect(showMoment(at("2026-11-29T09:00"), at("2026-11-22T10:00"), zone, "ar")).toBe(
      "الأحد 29 نوفمبر، 9:00 صباحًا",
    );
    expect(showMoment(at("2026-11-29T09:00"), at("2026-11-22T10:00"), zone, "en")).toBe(
      "Sun 29 Nov, 9:00 am",
    );
  });
});

describe("outsideTheNight", () => {
  const at = (local: string): number => Date.parse(`${local}:00+03:00`);
  it.each([
    ["2026-11-22T21:59", "2026-11-22T21:59"],
    ["2026-11-22T22:00", "2026-11-23T09:00"],
    ["2026-11-23T00:00", "2026-11-23T09:00"],
    ["2026-11-23T08:59", "2026-11-23T09:00"],
    ["2026-11-23T09:00", "2026-11-23T09:00"],
  ])("moves %s to %s", (from, to) => {
    expect(outsideTheNight(at(from), zone)).toBe(at(to));
  });
});
