/** The wish that began the form, said once more under one of its questions: no answer. */
import { tokens } from "../../language/letters/normalise.ts";
import type { Extraction } from "../values/extraction.ts";
import type { Word } from "../words.ts";

const wanting =
  /^و?(?:[انت]ريد|[ان]بي|[ان]بغ[يا]|عا[يو]ز(?:ه|ين)?|عاوز(?:ه|ين)?|بدي|بدنا|ودي|محتاج(?:ه|ين)?|[ان]حتاج|want|need|abi|abgha|abghi|3ayez|3ayza|nabi)$/;
/** Beside a wish: of it, now. */
const ofIt =
  /^(?:عليها|عليه|لها|له|عنها|فيها|بها|ان|انا|i|to|it|this|that|the|a|an|for|my|now|today|اليوم|الان|الحين|النهارده|دلوقتي|بسرعه|ضروري|عاجل|please|pls|elyom|el|yom|naharda)$/;

/** «أريد الاعتراض عليها اليوم» under "what is the reason?": the wish that began the form, once more, and no answer. */
export function wantsAgain(
  run: readonly Word[],
  base: Pick<Extraction, "spec" | "values"> | undefined,
): boolean {
  if (!base || !run.some(({ key, text }) => wanting.test(key) || wanting.test(text))) return false;
  const own = new Set(
    base.spec.fields.flatMap(({ name, options = [] }) => {
      const held = options.find(({ id }) => id === base.values?.[name]?.value);
      return held
        ? [held.label.ar, held.label.en, ...held.words].flatMap((said) =>
            tokens(said).map(({ text }) => text.replace(bareLetters, "")),
          )
        : [];
    }),
  );
  const left = run.filter(
    ({ key, text }) => ![key, text].some((word) => wanting.test(word) || ofIt.test(word)),
  );
  return (
    left.length > 0 && left.every(({ key, text }) => own.has(key.replace(bareLetters, "")) || own.has(text))
  );
}

const bareLetters = /^(?:و|ب|ل)?ال(?=...)|^لل(?=...)/;
