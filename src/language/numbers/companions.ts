/** People who are counted by who they are: «انا وزوجتي» is two, "my wife and I", «لوحدي» one. */
import type { Found } from "../found.ts";
import { type Token, tokens } from "../letters/normalise.ts";
import { numberWords } from "./number-words.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const selves = set("انا ana me i myself");
const alone = set("لوحدي لحالي بروحي alone la7ali lawa7di");
const loneBehind = set("just only by bas بس");
/** One person each, bare or behind «و». */
const kin = set(
  "زوجتي زوجي مراتي جوزي المدام مدام حرمي امي ابوي ابي والدي والدتي اخوي اخي اختي صديقي صديقتي صاحبي صاحبتي خطيبتي خطيبي عريسي عروستي العروسه العروس عروسي العريس مرتي مره المره ابني بنتي ولدي طفلي خالتي عمتي عمي خالي جدتي جدي حماتي elmadam almadam el3arosa el3arousa 3arousa 3aroosa 3arosa 3arosti wife husband mother father mom mum dad brother sister friend fiance fiancee partner daughter son sadi2i sadiqi sa7bi sahbi a5oy akhoy ommi ommy omy okhti zawjaty zawjati zawjty zawjti zawgaty zawgty zogaty zogty marati mraty merati marty zawji zoji gozi gozy abooy abooya waldi waldy ibni ebny benti benty el-madam madam okhty akhoya",
);
/** More than one, who knows how many: nothing is counted then. */
const uncounted =
  /^و?(?:عيالي|العيال|اولادي|الاولاد|اطفالي|الاطفال|اهلي|عايلتي|عائلتي|اسرتي|بناتي|اخواني|خواتي|ربعي|اصحابي|اصدقائي|الشباب|زملائي|kids|children|family|parents|friends|boys|girls|team|colleagues|wlady|3yaly)$/;
/** Two children each. */
const twins = set("ولدين بنتين طفلين ابنين عيلين توام توامين بناتي-الثنتين");
/** Several of them, beside their number: «العيال اربعه», "2 bzoran". */
const many =
  /^و?(?:ال)?(?:عيال|اولاد|اطفال|بزران|بزوره|يهال|جهال|صغار|بنات|ورعان|kids|children|bzoran|bzooran|awlad|3yal|3eyal|yahal|banat|wlad|atfal)(?:ي|نا|i|y|na)?$/;
/** Called after a child: «ام ناصر» is one person. */
const kunya = /^و?(?:ام|ابو|بو|um|umm|om|omm|abu|abo|bu)$/;
const joiners = set("و and & n w we plus with مع my the المدام الmadam el al and");

/** How many people a message names in the first person; at most one finding. `value` counts the speaker too. */
export function findCompanions(text: string): Found<number>[] {
  const words = tokens(text);
  const pair = bothOfUs(text, words);
  if (pair) return [pair];
  if (
    words.some(
      (word, at) => uncounted.test(word.text) && !isNumber(words[at - 1]) && !isNumber(words[at + 1]),
    )
  )
    return [];
  const only = words.findIndex((word) => alone.has(word.text));
  if (only >= 0) return [found(text, words, only, only, 1)];
  const self = words.findIndex((word) => selves.has(word.text));
  if (self < 0) return [];
  if (isLone(text, words, self)) return [found(text, words, Math.max(0, self - 1), self, 1)];
  const [before, behind] = [countBefore(words, self), countBehind(words, self)];
  const count = before.count + behind.count;
  return count === 0 ? [] : [found(text, words, before.at, behind.at, count + 1)];
}

const us = set("احنا حنا نحن e7na i7na ehna 7na we we're");

/** «احنا ٤ انا وزوجتي وولدين»: the number of us all, where somebody is told of behind it. */
export function findOurNumber(text: string): Found<number> | undefined {
  const words = tokens(text);
  const at = words.findIndex((word) => us.has(word.text));
  if (at < 0) return undefined;
  const self = words.findIndex((word) => selves.has(word.text));
  const number = at + (words[at + 1]?.text === "are" ? 2 : 1);
  const said = words[number]?.text ?? "";
  const value = /^\d{1,2}$/.test(said) ? Number(said) : numberWords.get(said)?.value;
  if (self <= number || value === undefined || value < 2) return undefined;
  return found(text, words, at, number, value);
}

/** "two kids" are counted where they stand. */
function isNumber(word: Token | undefined): boolean {
  return word !== undefined && (/^و?\d+$/.test(word.text) || numberWords.has(word.text.replace(/^و/, "")));
}

function isLone(text: string, words: readonly Token[], self: number): boolean {
  const before = words[self - 1]?.text ?? "";
  const after = words[self + 1]?.text ?? "";
  // "one night, just me": a part of its own.
  const apart = /[,،.;\n]\s*$/.test(text.slice(0, words[self - 1]?.start)) && after === "";
  return (
    ((words.length <= 3 || apart) && loneBehind.has(before)) ||
    (words.length === 2 && /^(?:بس|only|bas)$/.test(after))
  );
}

type Run = { readonly count: number; readonly at: number };

function countBehind(words: readonly Token[], self: number): Run {
  let [count, at] = [0, self];
  for (let index = self + 1; index < words.length; index += 1) {
    const word = words[index]?.text ?? "";
    if (isKin(word)) [count, at] = [count + 1, index];
    else if (twins.has(word.replace(/^و/, ""))) [count, at] = [count + 2, index];
    else if (kunya.test(word) && index === self + 1 && !word.startsWith("و"))
      break; // «انا ابو فهد»: who writes, and nobody beside them.
    else if (kunya.test(word) && words[index + 1]) {
      [count, at] = [count + 1, index + 1];
      index += 1;
    } else if (manyAt(words, index) > 0) {
      [count, at] = [count + manyAt(words, index), index + 1];
      index += 1;
    } else if (!joiners.has(word)) break;
  }
  return { count, at };
}

/** «اليهال اربعه», «واربع عيال»: how many the two words count, or 0. */
function manyAt(words: readonly Token[], index: number): number {
  const [word, next] = [words[index], words[index + 1]];
  if (!word || !next) return 0;
  if (many.test(word.text)) return numberOf(next);
  return many.test(next.text) ? numberOf(word) : 0;
}

function numberOf({ text }: Token): number {
  const bare = text.replace(/^و(?=.)/, "");
  const value = /^\d{1,2}$/.test(bare) ? Number(bare) : numberWords.get(bare)?.value;
  return value !== undefined && Number.isInteger(value) && value > 0 && value < 50 ? value : 0;
}

/** «نحن الاثنتان», "just the two of us", «والدتي معي»: who writes, and one more. */
function bothOfUs(text: string, words: readonly Token[]): Found<number> | undefined {
  const said = words.map((word) => word.text).join(" ");
  const isTwo =
    /(?:^| )(?:(?:احنا|حنا|نحن|e7na|i7na|ehna) (?:الاثنين|الاثنان|الاثنتين|الاثنتان|الاتنين|الثنتين|الثنين|el etnein|etnein)|(?:the )?(?:two|both) of us)(?: |$)/.test(
      said,
    ) ||
    (words.length === 2 &&
      kin.has(words[0]?.text ?? "") &&
      /^(?:معي|معايا|معاي|ma3aya|ma3i|ma3ay)$/.test(words[1]?.text ?? ""));
  return isTwo ? found(text, words, 0, words.length - 1, 2) : undefined;
}

/** "my wife and I". */
function countBefore(words: readonly Token[], self: number): Run {
  let [count, at] = [0, self];
  for (let index = self - 1; index >= 0; index -= 1) {
    const word = words[index]?.text ?? "";
    if (isKin(word)) [count, at] = [count + 1, index];
    else if (!joiners.has(word)) break;
    else if (count > 0 && word === "my") at = index;
  }
  return { count, at };
}

/** Bare, or joined to «و» or "w". */
const isKin = (word: string): boolean => kin.has(word) || (/^[وw]/.test(word) && kin.has(word.slice(1)));

function found(
  text: string,
  words: readonly Token[],
  from: number,
  to: number,
  value: number,
): Found<number> {
  const [start, end] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  return { value, start, end, text: text.slice(start, end) };
}
