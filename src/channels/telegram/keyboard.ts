/** What stands under a message: its choices as buttons, or a button that shares what its question asks for. Pure. */
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from "telegraf/types";
import type { Language } from "../../domain/language.ts";
import type { Choice, Outbound } from "../../domain/message.ts";

/** Characters that are read in one glance where buttons share a row of a small telephone. */
const shortLabel = 12;
const halfRowLabel = 18;

const shareLabels: Readonly<Record<"phone" | "location", Readonly<Record<Language, string>>>> = {
  phone: { ar: "📱 مشاركة رقمي", en: "📱 Share my number" },
  location: { ar: "📍 مشاركة موقعي", en: "📍 Share my location" },
};

/**
 * Buttons stay under their own message. The button that shares belongs to the open question alone: it goes away when it has been used, and
 * with the next message that has none.
 */
export function keyboardOf({
  choices = [],
  wants,
  language,
}: Outbound): InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (choices.length > 0) return { inline_keyboard: rowsOf(choices) };
  if (!wants) return { remove_keyboard: true };
  const text = shareLabels[wants][language];
  const button = wants === "phone" ? { text, request_contact: true } : { text, request_location: true };
  return { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true };
}

function rowsOf(choices: readonly Choice[]): { text: string; callback_data: string }[][] {
  const longest = Math.max(...choices.map(({ label }) => label.length));
  const inRow =
    longest <= shortLabel && choices.length <= 3 ? choices.length : longest <= halfRowLabel ? 2 : 1;
  const rows: { text: string; callback_data: string }[][] = [];
  for (let at = 0; at < choices.length; at += inRow) {
    rows.push(
      choices.slice(at, at + inRow).map(({ label, value }) => ({ text: label, callback_data: value })),
    );
  }
  return rows;
}
