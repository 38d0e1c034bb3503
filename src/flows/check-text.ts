/** One text in both languages: can it be read as a message, does it use only variables that it gets, does it speak as the office does? */
import type { Both, Language } from "../domain/language.ts";
import { languages } from "../domain/language.ts";
import { type Message, parseMessage } from "./icu.ts";
import { type Finding, findNearest, oneOf, type Path } from "./problem.ts";
import { listenTo, type Spoken } from "./voice.ts";

export type TextRules = {
  readonly kind: Spoken["kind"];
  /** The closed list of variables that whoever shows the text fills in. */
  readonly variables: readonly string[];
  readonly mayCelebrate?: boolean;
};

/** The forms that a count can take in each language (CLDR): a plural without one of them reads wrongly for some numbers. */
const pluralForms: Readonly<Record<Language, readonly string[]>> = {
  ar: ["zero", "one", "two", "few", "many", "other"],
  en: ["one", "other"],
};
/** `=0` says the same as `zero` and so on. */
const exactForms: Readonly<Record<string, string>> = { zero: "=0", one: "=1", two: "=2" };

export function checkText(text: Both, path: Path, rules: TextRules): Finding[] {
  const messages = languages.map((language) => ({
    language,
    message: parseMessage(text[language], language),
  }));
  return [
    ...messages.flatMap(({ language, message }) =>
      checkMessage(message, language, [...path, language], rules),
    ),
    ...checkBothAlike(messages, path),
  ];
}

function checkMessage(message: Message, language: Language, path: Path, rules: TextRules): Finding[] {
  if (message.type === "unreadable") {
    return [
      {
        path,
        problem: `the text can't be read: ${message.problem}`,
        whatToDo: "Variables are written {name}, plurals {n, plural, one {…} other {…}}.",
      },
    ];
  }
  return [
    ...checkVariables(message.variables, path, rules.variables),
    ...message.plurals.flatMap(({ variable, forms }) => checkPlural(variable, forms, language, path)),
    ...listenTo({
      kind: rules.kind,
      language,
      text: message.longest,
      mayCelebrate: rules.mayCelebrate ?? false,
    }).map((warning) => ({ path, ...warning, severity: "warning" as const })),
  ];
}

function checkVariables(used: ReadonlySet<string>, path: Path, known: readonly string[]): Finding[] {
  return [...used]
    .filter((variable) => !known.includes(variable))
    .map((variable) => {
      const near = findNearest(variable, known);
      const possible =
        known.length > 0 ? `Possible here: ${known.map((name) => `{${name}}`).join(", ")}.` : "";
      return {
        path,
        problem: `the variable {${variable}} is not known here`,
        whatToDo: near
          ? `Write {${near}} if that is meant. ${possible}`
          : possible || "Remove it: this text is shown as it is.",
      };
    });
}

function checkPlural(variable: string, forms: readonly string[], language: Language, path: Path): Finding[] {
  const missing = pluralForms[language].filter(
    (form) => !forms.includes(form) && !forms.includes(exactForms[form] ?? form),
  );
  if (missing.length === 0) return [];
  const called = language === "ar" ? "Arabic" : "English";
  return [
    {
      path,
      problem: `the plural of {${variable}} lacks the ${missing.length === 1 ? "form" : "forms"} ${oneOf(missing)}`,
      whatToDo: `${called} needs ${oneOf(pluralForms[language])}. Add: ${missing.map((form) => `${form} {…}`).join(" ")}`,
    },
  ];
}

function checkBothAlike(
  messages: readonly { readonly language: Language; readonly message: Message }[],
  path: Path,
): Finding[] {
  const [ar, en] = messages.map(({ message }) =>
    message.type === "message" ? message.variables : undefined,
  );
  if (!ar || !en) return [];
  const only = [
    ...[...ar].filter((name) => !en.has(name)).map((name) => [name, "Arabic", "English"]),
    ...[...en].filter((name) => !ar.has(name)).map((name) => [name, "English", "Arabic"]),
  ];
  return only.map(([name, there, here]) => ({
    path,
    problem: `{${name}} stands in the ${there} text and not in the ${here} one`,
    whatToDo: "Let both languages tell the same.",
    severity: "warning" as const,
  }));
}
