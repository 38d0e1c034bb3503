/**
 * Sentences from data: an ICU message and its variables become the words that a customer reads. Each message is compiled once;
 * the catalogue is what bounds the number of messages. Knows nothing of conversations.
 */
import { IntlMessageFormat } from "intl-messageformat";
import type { Both, Language } from "../../domain/language.ts";
import type { Choice } from "../../domain/message.ts";
import type { Catalogue, Sentence } from "../flow/flow.ts";
import type { SentenceName } from "../flow/sentences.ts";

export type Variables = Readonly<Record<string, string | number>>;
type Compiled = (variables: Variables) => string;

/** Latin digits inside Arabic plurals too (voice rule 6). */
const locales: Both = { ar: "ar-u-nu-latn", en: "en" };

/** Element types of the message's syntax tree: a literal, and a bare `{name}`. */
const literal = 0;
const argument = 1;

/** Far more than any catalogue has: a guard against a caller that compiles what customers wrote. */
const mostCompiled = 20_000;
const compiled: Both<Map<string, Compiled>> = { ar: new Map(), en: new Map() };

/** An ICU message of the catalogue with its variables filled in. A variable that is not given shows as «—». */
export function renderMessage(message: string, language: Language, variables: Variables): string {
  const known = compiled[language].get(message);
  if (known) return known(variables);
  const made = compile(message, language);
  if (compiled[language].size >= mostCompiled) compiled[language].clear();
  compiled[language].set(message, made);
  return made(variables);
}

function compile(message: string, language: Language): Compiled {
  if (!message.includes("{") && !message.includes("'")) return () => message;
  const format = new IntlMessageFormat(message, locales[language], undefined, { ignoreTag: true });
  const parts = format.getAst();
  if (parts.every(({ type }) => type === literal || type === argument)) {
    const simple = parts.map((part) => ({
      isName: part.type === argument,
      text: String("value" in part ? part.value : ""),
    }));
    return (variables) => {
      let text = "";
      for (const part of simple)
        text += part.isName ? (variables[part.text] ?? "—") : behindMark(text, part.text);
      return text;
    };
  }
  const names = namesIn(parts);
  return (variables) => {
    const complete: Record<string, string | number> = {};
    for (const name of names) complete[name] = variables[name] ?? "—";
    return String(format.format(complete));
  };
}

/** No full stop behind words that end in a mark of their own («… للمشتري؟»). */
const behindMark = (before: string, literal: string): string =>
  literal.startsWith(".") && /[؟?!.…]\u2069?$/.test(before) ? literal.slice(1) : literal;

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Every variable that a message uses, in plural and select branches too. */
function namesIn(parts: readonly Part[]): readonly string[] {
  return [
    ...new Set(
      parts.flatMap((part) => [
        ...("value" in part && part.type !== literal ? [String(part.value)] : []),
        ...("options" in part && part.options
          ? Object.values(part.options).flatMap(({ value }) => namesIn(value))
          : []),
      ]),
    ),
  ];
}

const knownVariables = new Map<string, readonly string[]>();

/** The variables that an ICU message of the catalogue uses. */
export function variablesOf(message: string): readonly string[] {
  const known = knownVariables.get(message);
  if (known) return known;
  if (knownVariables.size >= mostCompiled) knownVariables.clear();
  const names = namesIn(new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst());
  knownVariables.set(message, names);
  return names;
}

/** A sentence of `flows/repairs`. Throws when the catalogue lacks it: `flows:check` stops a start before that. */
export function sentenceNamed(catalogue: Catalogue, name: SentenceName): Sentence {
  const sentence = catalogue.sentences.get(name);
  if (!sentence)
    throw new Error(`flows/repairs has no sentence ${name}; npm run flows:check lists what is missing`);
  return sentence;
}

/** A named sentence in one language. */
export function sayText(
  catalogue: Catalogue,
  language: Language,
  name: SentenceName,
  variables: Variables = noVariables,
): string {
  return renderMessage(sentenceNamed(catalogue, name).say[language], language, variables);
}
const noVariables: Variables = {};

/** The buttons of a named sentence, bound to their question by its token. */
export function sentenceChoices(
  catalogue: Catalogue,
  language: Language,
  name: SentenceName,
  token: string,
): readonly Choice[] {
  return sentenceNamed(catalogue, name).choices.map(({ id, label }) => ({
    value: choiceValue(token, id),
    label: renderMessage(label[language], language, noVariables),
  }));
}

/** What a press sends back: at most 64 bytes, opaque to channels. Tokens and option ids are ASCII. */
export function choiceValue(token: string, id: string): string {
  return `${token}:${id}`.slice(0, 64);
}
