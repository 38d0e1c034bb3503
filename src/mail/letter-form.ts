/** The form that all letters have: a part in each language, as plain text and as simple HTML. */
import type { Language } from "../domain/language.ts";

/** @param parts one in each language of its readers */
export function textOfParts(parts: readonly string[]): string {
  return `${parts.join("\n\n――――――――\n\n")}\n`;
}

/** @param parts made by `partIn` */
export function htmlOfParts(parts: readonly string[]): string {
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>${parts.join("<hr>")}</body></html>`;
}

/** @param pieces HTML */
export function partIn(language: Language, pieces: readonly string[]): string {
  const dir = language === "ar" ? "rtl" : "ltr";
  const style = "font-family:sans-serif;line-height:1.6;text-align:start";
  return `<div lang="${language}" dir="${dir}" style="${style}">${pieces.join("")}</div>`;
}

export const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

export const footnote = (text: string): string => `<p style="color:#555">${escapeHtml(text)}</p>`;

export const linkTo = (url: string, label: string): string =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;

const signs: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
