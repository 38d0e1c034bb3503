/** Which language a page is shown in: the address asks for it, or this browser chose one before, or the office's first one. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Language } from "../../domain/language.ts";
import type { WebConfig } from "../deps.ts";

const yearSeconds = 365 * 24 * 3_600;

/** Reads `?lang=` and remembers it in a cookie that holds nothing but the language. */
export function pageLanguage(c: Context, config: Pick<WebConfig, "language" | "publicUrl">): Language {
  const asked = languageIn(c.req.query("lang"));
  if (!asked) return languageIn(getCookie(c, "lang")) ?? config.language;
  const secure = config.publicUrl.startsWith("https:");
  setCookie(c, "lang", asked, { path: "/", maxAge: yearSeconds, sameSite: "Lax", httpOnly: true, secure });
  return asked;
}

function languageIn(text: string | undefined): Language | undefined {
  return text === "ar" || text === "en" ? text : undefined;
}
