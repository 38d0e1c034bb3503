import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/web/app.tsx";
import { exampleSayings } from "../../../src/web/chat/examples.ts";
import { chatWords } from "../../../src/web/chat/words.ts";
import { tinyOffice } from "../tiny-office.ts";

const root = join(import.meta.dirname, "../../..");
const assets = join(root, "src/web/assets");
const scripts = ["chat.js", ...readdirSync(join(assets, "chat")).map((name) => `chat/${name}`)].map(
  (name) => ({
    name,
    text: readFileSync(join(assets, name), "utf8"),
  }),
);

async function pageIn(language: "ar" | "en", config = {}): Promise<string> {
  return (await createApp(tinyOffice(config)).request(`/chat?lang=${language}`)).text();
}

describe("the chat page", () => {
  it("is Arabic and right-to-left first, English by a switch that it remembers", async () => {
    const app = createApp(tinyOffice());
    expect(await (await app.request("/chat")).text()).toContain('<html lang="ar" dir="rtl">');
    const english = await app.request("/chat?lang=en");
    expect(await english.text()).toContain('<html lang="en" dir="ltr">');
    const cookie = english.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await (await app.request("/chat", { headers: { cookie } })).text()).toContain('lang="en"');
  });

  it.each([
    ["en-GB,en;q=0.9", "en"],
    ["fr-FR,fr;q=0.9,en;q=0.8,ar;q=0.7", "en"],
    ["ur, ar-SA;q=0.4, en;q=0.3", "ar"],
    ["en;q=0, ar;q=0.1", "ar"],
    ["hi-IN, *;q=0.1", "ar"],
    ["*", "ar"],
    ["؟,;q=x,,", "ar"],
  ])("speaks to a browser of %s in %s until its user chooses", async (header, language) => {
    const app = createApp(tinyOffice());
    const get = async (path: string, cookie = "") =>
      (
        await app.request(path, {
          headers: { "accept-language": encodeURI(header).replaceAll("%20", " "), cookie },
        })
      ).text();
    expect(await get("/chat")).toContain(`<html lang="${language}"`);
    const other = language === "ar" ? "en" : "ar";
    expect(await get("/chat", `lang=${other}`)).toContain(`<html lang="${other}"`);
    expect(await get(`/chat?lang=${other}`)).toContain(`<html lang="${other}"`);
  });

  it.each(["ar", "en"] as const)("carries nothing inline that the policy forbids (%s)", async (language) => {
    const page = await pageIn(language);
    expect(page).not.toMatch(/\sstyle=|<style|\son\w+=|javascript:/i);
    expect(page.match(/<script\b[^>]*>(?!<\/script>)/g)).toBeNull();
  });

  it("shows the office by its own name, and never the software's", async () => {
    for (const language of ["ar", "en"] as const) {
      const page = await pageIn(language);
      expect(page).toContain(tinyOffice().catalogue().office.name[language]);
      expect(page).not.toMatch(/wasit|وسيط/i);
    }
  });

  it("says when it is a demo, and when its clock is not the real one", async () => {
    const banner = (words: string) => `<p class="banner">${words}</p>`;
    expect(await pageIn("en", { demo: true })).toContain(banner(chatWords("en").demo));
    expect(await pageIn("en", { demo: false })).not.toContain('<p class="banner">');
    expect(await pageIn("ar", { rehearsal: true })).toContain(banner(chatWords("ar").rehearsal));
  });

  it("says all in both languages, without imperatives or guessed gender in Arabic", () => {
    expect(Object.keys(chatWords("ar")).sort()).toEqual(Object.keys(chatWords("en")).sort());
    const arabic = Object.values(chatWords("ar")).join("\n");
    expect(arabic).not.toMatch(/أدخل|اكتب|اضغط|أرسل\b|تريد|عزيزي|حدث خطأ/);
  });

  it("serves every script and style that it names", async () => {
    const app = createApp(tinyOffice());
    const page = await (await app.request("/chat")).text();
    const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, url = ""]) => url);
    expect(named.length).toBeGreaterThan(3);
    for (const url of named) {
      const answer = await app.request(url);
      expect([url, answer.status]).toEqual([url, 200]);
      expect(answer.headers.get("cache-control")).toContain("immutable");
    }
  });

  it("serves no file outside its assets", async () => {
    const app = createApp(tinyOffice());
    for (const name of ["../deps.ts", "..%2fdeps.ts", "%2e%2e/%2e%2e/package.json", "tsconfig.json"])
      expect((await app.request(`/assets/x/${name}`)).status).toBe(404);
  });
});

describe("exampleSayings", () => {
  it("takes what the menu has written for it", () => {
    const { catalogue } = tinyOffice();
    const written = { ar: ["إرسال كتب غدًا"], en: ["Books, tomorrow"] };
    const menu = { ...catalogue().menu, for_example: written };
    expect(exampleSayings({ ...catalogue(), menu }, "ar")).toEqual(written.ar);
  });

  it("takes one saying of each service before a second of any", () => {
    const { catalogue } = tinyOffice();
    const sayings = exampleSayings(catalogue(), "ar");
    const serviceOf = (saying: string) =>
      [...catalogue().flows.values()].find(({ for_example }) => for_example.ar.includes(saying))?.id;
    expect(sayings.map(serviceOf)).toEqual(["parcel_delivery", "hotel_booking", "parcel_delivery"]);
  });
});

describe("the chat's scripts", () => {
  it.each(scripts)("$name puts no markup in and runs no text", ({ text }) => {
    expect(text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b/,
    );
    expect(text.startsWith("// @ts-check\n")).toBe(true);
    expect(text.split("\n").length).toBeLessThanOrEqual(400);
  });

  it("pass the type checker", () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", join(assets, "tsconfig.json")], {
      encoding: "utf8",
    });
    expect([stdout, status]).toEqual(["", 0]);
  });
});
