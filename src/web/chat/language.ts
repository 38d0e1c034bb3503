/** Which language a page is shown in: the address asks for it, or this browser chose one before, or its user reads it, or the office's first one. */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { getCookie, setCookie } from "hono/cookie";
import { type Language, languages } from "../../domain/language.ts";
import type { WebConfig } from "../deps.ts";

const yearSeconds = 365 * 24 * 3_600;

/** Reads `?lang=` and remembers it in a cookie that holds nothing but the language; without one the browser's `Accept-Language` (RFC 9110, 12.5.4) counts. */
export function pageLanguage(c: Context, config: Pick<WebConfig, "language" | "publicUrl">): Language {
  const asked = languageIn(c.req.query("lang"));
  if (!asked) return languageIn(getCookie(c, "lang")) ?? readBy(c) ?? config.language;
  const secure = config.publicUrl.startsWith("https:");
  setCookie(c, "lang", asked, { path: "/", maxAge: yearSeconds, sameSite: "Lax", httpOnly: true, secure });
  return asked;
}

/** The first language of the browser that the office writes, whatever the country: "en-GB" is English. */
function readBy(c: Context): Language | undefined {
  const first = accepts(c, {
    header: "Accept-Language",
    supports: [...languages],
    default: "",
    match: (ranges) =>
      ranges
        .filter(({ q }) => q > 0)
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.toLowerCase().split("-")[0])
        .find(languageIn) ?? "",
  });
  return languageIn(first);
}

function languageIn(text: string | undefined): Language | undefined {
  return languages.find((language) => language === text);
}
