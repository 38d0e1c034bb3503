/** The messages inside flows, looked at without formatting them: which variables, which plural forms, how long at most. */
import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../domain/language.ts";

export type Message =
  | {
      readonly type: "message";
      readonly variables: ReadonlySet<string>;
      readonly plurals: readonly { readonly variable: string; readonly forms: readonly string[] }[];
      /** The longest text that it can become, each variable counted as its own name in braces. */
      readonly longest: string;
    }
  | { readonly type: "unreadable"; readonly problem: string };

/** The parts of a parsed message that are looked at; `intl-messageformat` numbers its element types. */
type Element = {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
};
const literal = 0;
const pluralElement = 6;
const poundElement = 7;

export function parseMessage(text: string, language: Language): Message {
  let elements: readonly Element[];
  try {
    // `ignoreTag`: as the sentences are rendered; a customer's "<" is a character like any other.
    const parsed = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    elements = parsed.getAst() as readonly Element[];
  } catch (error) {
    return { type: "unreadable", problem: wordsFor(error instanceof Error ? error.message : "") };
  }
  const seen = { variables: new Set<string>(), plurals: [] as { variable: string; forms: string[] }[] };
  const longest = lookAt(elements, seen);
  if (/\}/.test(longest.replace(/\{\w+\}/g, ""))) {
    return { type: "unreadable", problem: "there is a } without its {" };
  }
  return { type: "message", ...seen, longest };
}

function lookAt(
  elements: readonly Element[],
  seen: { variables: Set<string>; plurals: { variable: string; forms: string[] }[] },
): string {
  return elements
    .map((element) => {
      const value = element.value ?? "";
      if (element.type === literal) return value;
      if (element.type === poundElement) return "000";
      seen.variables.add(value);
      if (!element.options) return `{${value}}`;
      if (element.type === pluralElement)
        seen.plurals.push({ variable: value, forms: Object.keys(element.options) });
      return Object.values(element.options)
        .map((option) => lookAt(option.value, seen))
        .reduce((longest, next) => (next.length > longest.length ? next : longest), "");
    })
    .join("");
}

function wordsFor(code: string): string {
  if (code.includes("BRACE")) return "a { is not closed by its }";
  if (code.startsWith("EMPTY_ARGUMENT")) return "there is nothing between { and }";
  if (code.startsWith("MISSING_OTHER_CLAUSE")) return 'a plural or select has no form "other"';
  if (code.startsWith("INVALID_ARGUMENT_TYPE"))
    return "after a comma only plural, select, number, date or time may stand";
  return "what stands between { and } can't be read";
}
