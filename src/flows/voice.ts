/**
 * The office's voice, as far as a word list can hear it (docs: "How the office speaks", rules 2–6). Only warnings: a list has no
 * ear, and a person decides.
 */
import type { Language } from "../domain/language.ts";

/** `say`: a bubble of its own. `ask`: a question. `part`: a label or a piece of a longer sentence. */
export type Spoken = {
  readonly kind: "say" | "ask" | "part";
  readonly language: Language;
  /** The text at its longest. */
  readonly text: string;
  /** ✅ is for placed and done only. */
  readonly mayCelebrate: boolean;
};

type Warning = { readonly problem: string; readonly whatToDo: string };

/** Commands and forms that guess the customer's gender, without a leading «و» or «ف». */
const gendered = new Set(
  `أدخل ادخل أدخلي ادخلي اكتب أكتب اكتبي أرسلي ارسلي اختر اختار اختاري إختر اضغط إضغط اضغطي انقر أنقر انقري حددي أخبرنا اخبرنا أخبريني
أكدي تأكدي انتظر انتظري راجعي تواصلي اتصلي جرب جربي حاول حاولي ابدأ ابدئي شاركي شاركنا وضح وضحي صححي أعيدي استخدم استخدمي اطلب اطلبي
أعطنا اعطنا زودنا زودينا قم قومي تريد تريدين تؤكد تؤكدين ترغب ترغبين تود تودين تحتاجين تفضلين تختارين ترسلين تكتبين عزيزي عزيزتي أستاذ
أستاذة استاذ استاذة أخي أختي`.split(/\s+/),
);
/** Commands only before a word of the customer's or ours («أرسل رقمك», «تواصل معنا»); else a past tense («أرسل الفندق»). */
const commandsBefore = new Set("أرسل ارسل أكد تأكد راجع تواصل اتصل شارك حدد صحح عدل سجل أعد".split(" "));

/** System words, pressing, and promises in heaven's name. */
const unfitting: Readonly<Record<Language, readonly RegExp[]>> = {
  ar: [/حدث خط[أا]/, /[إا]ن شاء الله/, /غير صالح/, /[إا]دخال/, /عذر[اًا]+ عزيزي/],
  en: [
    /\binvalid\b/i,
    /\berror\b/i,
    /\benter\b/i,
    /\bsystem\b/i,
    /\bdear\b/i,
    /\bhurry\b/i,
    /\bplease be patient\b/i,
  ],
};
const maxLines = 4;
const maxLength = 300;

export function listenTo(spoken: Spoken): Warning[] {
  return [
    ...wordWarnings(spoken),
    ...lengthWarnings(spoken),
    ...questionWarnings(spoken),
    ...emojiWarnings(spoken),
    ...digitWarnings(spoken),
  ];
}

function wordWarnings({ language, text }: Spoken): Warning[] {
  // What stands in «…» or '…' are words that the customer may say, not ours.
  const ours = text
    .replace(/«[^»]*»/g, " ")
    .replace(/'[^']*'/g, (quoted) => (language === "en" ? " " : quoted));
  const words = ours.replace(/[\u064b-\u0652\u0670\u0640]/g, "").match(/[\u0621-\u064a]+/g) ?? [];
  const bad = words.filter((word, index) => isCommand(word, words[index + 1] ?? ""));
  const unfit = unfitting[language].flatMap((pattern) => pattern.exec(ours)?.[0] ?? []);
  return [
    ...[...new Set(bad)].map((word) => ({
      problem: `«${word}» commands, or guesses whether the customer is a man or a woman`,
      whatToDo: "Say it with «we» and nouns: «نحتاج…», «ما مدينة…؟».",
    })),
    ...unfit.map((word) => ({
      problem: `"${word}" is not how the office speaks`,
      whatToDo:
        "Say it in plain, warm words, without system words and without promises that nobody can keep.",
    })),
  ];
}

function isCommand(word: string, next: string): boolean {
  return [word, word.replace(/^[وف]/, "")].some(
    (verb) =>
      gendered.has(verb) || (commandsBefore.has(verb) && /ك$|^(بنا|لنا|معنا|علينا|إلينا)$/.test(next)),
  );
}

function lengthWarnings({ kind, text }: Spoken): Warning[] {
  const lines = text.trimEnd().split("\n").length;
  const tooMany = lines > maxLines && kind !== "part";
  const tooLong = text.length > maxLength;
  return [
    ...(tooMany
      ? [{ problem: `it has ${lines} lines`, whatToDo: `Keep to ${maxLines} lines a bubble.` }]
      : []),
    ...(tooLong
      ? [
          {
            problem: `it has ${text.length} characters`,
            whatToDo: `Keep to ${maxLength} characters a bubble.`,
          },
        ]
      : []),
  ];
}

function questionWarnings({ kind, text }: Spoken): Warning[] {
  if (kind !== "ask") return [];
  const marks = text.match(/[؟?]/g)?.length ?? 0;
  if (marks === 1) return [];
  return marks === 0
    ? [{ problem: "a question without a question mark", whatToDo: "Put it as a question: «ما …؟»." }]
    : [{ problem: `it asks ${marks} questions at once`, whatToDo: "Ask one thing at a time." }];
}

function emojiWarnings({ text, mayCelebrate }: Spoken): Warning[] {
  const emojis = text.match(/\p{Extended_Pictographic}/gu) ?? [];
  const fine = emojis.length === 0 || (mayCelebrate && emojis.length === 1 && emojis[0] === "✅");
  if (fine) return [];
  return [
    {
      problem: `it has ${emojis.join(" ")}`,
      whatToDo: "At most one ✅, and only where an order is placed or done.",
    },
  ];
}

function digitWarnings({ language, text }: Spoken): Warning[] {
  const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/.test(text)
    ? [{ problem: "it has Arabic-Indic digits", whatToDo: "Write 0–9: customers read one kind of digits." }]
    : [];
  const code = language === "ar" ? bareCode(text) : undefined;
  if (!code) return easternDigits;
  return [
    ...easternDigits,
    {
      problem: `"${code}" would be torn apart inside Arabic text`,
      whatToDo: `Wrap it: "\\u2068${code}\\u2069".`,
    },
  ];
}

/** A code or a phone number outside bidi isolates. */
function bareCode(text: string): string | undefined {
  return /[A-Z]{2,}-?\d+|\+?\d{9,}/.exec(text.replace(/\u2068[^\u2069]*\u2069/g, ""))?.[0];
}
