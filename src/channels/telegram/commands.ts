/**
 * The commands in the bot's menu, in both languages, and the words that each stands for: the engine reads words. `/start CODE` of a deep
 * link goes on as it is. Pure.
 */
import type { Language } from "../../domain/language.ts";

type Worded = Readonly<Record<Language, string>>;
type Command = { readonly name: string; readonly shown: Worded; readonly says: Worded };

/** Names are small Latin letters (https://core.telegram.org/bots/api#botcommand); what they say is in `conversation/reading/commands.ts`. */
const commands: readonly Command[] = [
  {
    name: "menu",
    shown: { ar: "خدمات المكتب", en: "What we offer" },
    says: { ar: "القائمة", en: "menu" },
  },
  {
    name: "status",
    shown: { ar: "متابعة طلباتي", en: "My orders" },
    says: { ar: "وين طلبي", en: "where is my order" },
  },
  {
    name: "agent",
    shown: { ar: "التحدث إلى موظف", en: "Talk to a person" },
    says: { ar: "موظف", en: "talk to a person" },
  },
  {
    name: "cancel",
    shown: { ar: "إلغاء الطلب", en: "Cancel the order" },
    says: { ar: "إلغاء", en: "cancel" },
  },
  {
    name: "privacy",
    shown: { ar: "بياناتي", en: "My data" },
    says: { ar: "بياناتي", en: "my data" },
  },
  {
    name: "english",
    shown: { ar: "English", en: "Continue in English" },
    says: { ar: "english", en: "english" },
  },
  {
    name: "arabic",
    shown: { ar: "المتابعة بالعربية", en: "العربية" },
    says: { ar: "عربي", en: "عربي" },
  },
];

const greeting: Worded = { ar: "مرحبا", en: "hello" };

/** The menu of the bot in one language, as `setMyCommands` takes it. */
export function commandsIn(language: Language): readonly { command: string; description: string }[] {
  return commands.map(({ name, shown }) => ({ command: name, description: shown[language] }));
}

/**
 * The words that a command stands for; any other text, and a `/start` with its code, as it is.
 * @param language of the chat
 */
export function asWords(text: string, language: Language): string {
  const [, name = "", rest = ""] = /^\/([a-z]+)(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text.trim()) ?? [];
  if (name.toLowerCase() === "start")
    return rest.trim() === "" ? greeting[language] : `/start ${rest.trim()}`;
  const command = rest === "" ? commands.find((one) => one.name === name.toLowerCase()) : undefined;
  return command ? command.says[language] : text;
}
