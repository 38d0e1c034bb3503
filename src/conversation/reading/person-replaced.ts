/**
 * «المشتري طلع مهب سلطان، أخوه فيصل عايض القحطاني»: a person whom a text of the form names is denied, and another is named behind that. The
 * text becomes the other's name, with the kin that stands before it.
 */
import type { Fields } from "../../domain/answer.ts";
import type { ReadFields } from "../../domain/understanding.ts";
import { type Token, tokens } from "../../language/letters/normalise.ts";
import { isGivenName } from "../../language/people/given-names.ts";
import { findLoneName } from "../../language/people/names.ts";
import type { Flow } from "../flow/flow.ts";

const denial = /^و?(?:مو|مهو|مب|مهب|مش|موب|مهوب|ليس|ليست|not|mesh|mosh|msh|mo|mu)$/;
const kin =
  /^(?:اخ|اخت|ابن|بنت|ولد|زوج|عم|خال|اب|ام|جد|جار|صديق|شريك)(?:و)?(?:ه|ها|ي|هم)$|^(?:his|her|my|the|brother|sister|son|daughter|cousin|father|mother|akho|okht|ebn)\S{0,2}$/;
/** «هو اللي …»: goes on behind a name. */
const beside = /^(?:هو|هي|اللي|الي|الذي|التي|who|is|he|she|that|instead|howa|heya|elly)$/;
const mostWords = 24;
const mostOfName = 5;

/** The changed text by its field; nothing where nobody who is held is denied, or nobody surely named behind that. */
export function personReplaced(flow: Flow, held: Fields, message: string): ReadFields {
  const words = tokens(message);
  if (words.length < 4 || words.length > mostWords) return {};
  const at = words.findIndex(({ text }) => denial.test(text));
  const denied = words[at + 1];
  if (at < 0 || !denied) return {};
  const question = flow.questions.find(({ name, type, format }) => {
    const value = held[name]?.value;
    if (type !== "text" || format || typeof value !== "string") return false;
    return isPerson(denied, value) && tokens(value).some(({ text }) => text === denied.text);
  });
  const found = question && nameBehind(message, words.slice(at + 2));
  return question && found ? { [question.name]: found } : {};
}

/** «مهب سلطان» denies a person, «مو كتب» a thing, whoever it is for. */
const isPerson = (word: Token, value: string): boolean =>
  isGivenName(word.text) || kin.test(tokens(value)[0]?.text ?? "");

/** The longest sure name of two words or more, and the word of kinship before it. */
function nameBehind(message: string, words: readonly Token[]) {
  for (const [from, first] of words.entries()) {
    for (let length = mostOfName; length > 1; length--) {
      const last = words[from + length - 1];
      const said = last && message.slice(first.start, last.end);
      if (!last || !said || beside.test(last.text) || findLoneName(said)?.text !== said) continue;
      const before = words[from - 1];
      const start = before && kin.test(before.text) ? before.start : first.start;
      return {
        value: message.slice(start, last.end),
        text: message.slice(start, last.end),
        start,
        end: last.end,
      };
    }
  }
  return undefined;
}
