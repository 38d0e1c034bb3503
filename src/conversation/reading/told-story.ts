/**
 * Whoever tells what happened instead of naming a service («صاحب العمل لم يدفع راتبي منذ ثلاثة أشهر، …») has told the matter, and is not asked
 * for it once more. For text questions with `story`, when the form begins.
 */
import type { ReadField, ReadFields } from "../../domain/understanding.ts";
import { fold, tokens } from "../../language/letters/normalise.ts";
import type { Flow } from "../flow/flow.ts";
import type { Work } from "../work.ts";

/** Fewer words are a wish or a greeting. */
const fewestWords = 4;
const longest = 500;

/** Where a story ends and a wish, a question or a way to reach somebody begins, folded; also with «و» before it. */
const others: ReadonlySet<string> = new Set(
  [
    "ابي ابغي ابغا نبي نبغي بدي ودي عايز عايزه عايزين عاوز عاوزه محتاج محتاجه محتاجين احتاج نحتاج اريد نريد ارغب نرغب اود نود ابيكم ممكن هل وش ايش شنو",
    "شو ايه كيف ازاي متي امتي وين فين كم بكم ليش ليه لماذا ما ماذا اقدر ينفع ارجو رقمي جوالي اسمي لو عندكم فيه تعرفون ساعدوني",
    "want need like looking please pls can could would what how when where which who why is are do does should abi abgha 3ayez 3awez me7tag m7taj momken",
    "mumkin wesh esh eh hal kaif ezay raqmi ra2mi help",
  ].flatMap((line) => line.split(" ")),
);
const greetings =
  /^(?:السلام|عليكم|سلام|ورحمه|الله|وبركاته|مرحبا|هلا|اهلا|صباح|مساء|الخير|يا|اخي|اخوان|hi|hello|hey|salam|dear|good|morning|evening|and|but|so|then)$/;
/** «ولا اقولك بلاش خطاب خالص»: what is given up or put another way tells nothing of the matter. */
const givenUp =
  /^(?:بلاش|سيبك|سيبكم|سيبكو|دعك|دعكم|دعونا|انسي|انسوا|كنسل|كنسلوا|الغ|الغي|الغوا|هونت|بطلت|غيرت|تراجعت|balash|kansel|hawent|forget|scrap|cancel|nevermind|instead)$/;
/** Led to what was left out. */
const joints = /^(?:and|we|i|they|w|to|but|so|و|ف|يا)$/;

/** They ask at the beginning alone: "my cousin is opening a bar". */
const copula = /^(?:is|are)$/;

/** The fields, with the story that the message tells where the form has a question for it that nothing else answers. */
export function withStory(work: Work, flow: Flow, read: ReadFields, held: readonly string[]): ReadFields {
  const question = flow.questions.find(({ story }) => story !== undefined);
  if (!question?.story || read[question.name] || held.includes(question.name)) return read;
  const { event, said } = work;
  const content = said?.content;
  const only =
    event.type === "understood" &&
    event.reading.understandings.filter(({ type }) => type === "request").length === 1;
  if (!only || (content?.type !== "text" && content?.type !== "voice" && content?.type !== "edit"))
    return read;
  const told = "text" in content ? storyIn(content.text.slice(0, longest), question.story) : undefined;
  return told ? { ...read, [question.name]: told } : read;
}

export const isGreeting = (word: string): boolean => greetings.test(word);
/** A word of wishing or asking, also with «و» before it. */
export const isAsking = (word: string): boolean =>
  others.has(word) || others.has(word.replace(/^[وف](?=..)/, ""));

/** The first clause that tells something, up to what is asked of us. `own`: words of the service itself. */
export function storyIn(text: string, own: readonly string[]): ReadField | undefined {
  const names = own.map((word) => fold(word));
  const isOwn = (word: string): boolean => {
    const noun = word.replace(/^[وف](?=..)/, "").replace(/^(?:ال|بال|لل|ب|ل)(?=...)/, "");
    return names.some((name) => noun.startsWith(name));
  };
  // «كفيلي ما عطاني راتبي», «… وما يبي يقسمه»: in the middle of a clause «ما» denies.
  const ends = (word: string, index: number): boolean =>
    (isAsking(word) && (index === 0 || !/^و?ما$/.test(word))) || isOwn(word) || /\d{6}/.test(word);
  for (const clause of text.matchAll(/(?:[^.!?؟،,;؛\n]|(?<=\d)[.,](?=\d))+/gu)) {
    const words = tokens(clause[0]);
    if (words.some((word) => givenUp.test(word.text))) continue;
    const from = words.findIndex((word) => !greetings.test(word.text));
    if (from === -1) continue;
    const to = words.findIndex(
      (word, index) => index >= from && ends(word.text, index) && (index === from || !copula.test(word.text)),
    );
    const told = withoutLeadIn(words.slice(from, to === -1 ? words.length : to), words[to], isOwn);
    const [first, last] = [told[0], told.findLast((word) => !joints.test(word.text))];
    if (!first || !last || told.indexOf(last) < fewestWords - 1) continue;
    const [start, end] = [clause.index + first.start, clause.index + last.end];
    const value = text.slice(start, end).replace(/\s+/g, " ");
    return { value, text: text.slice(start, end), start, end };
  }
  return undefined;
}

const longestLeadIn = 3;

/** «… والهيئه طالبه | تامين»: the words behind the last «و» that only lead to the service's own word are no part of the story. */
function withoutLeadIn<Word extends { readonly text: string }>(
  told: readonly Word[],
  next: Word | undefined,
  isOwn: (word: string) => boolean,
): readonly Word[] {
  if (!next || !isOwn(next.text)) return told;
  const from = told.findLastIndex(({ text }) => /^(?:و(?=...)|and$)/.test(text));
  return from > 0 && told.length - from <= longestLeadIn ? told.slice(0, from) : told;
}
