/**
 * Papers that are only told of beside the one that is wanted: «عندي إقامة منتهية وأبي خروج نهائي», "renew my driving licence, my iqama is
 * 2345678904". What is said of such a paper is how it stands, or its number, and nothing asks that it be made.
 */
import { asksAtFront } from "../wishes/asking.ts";
import type { Word } from "../words.ts";

/** Where a paper is named; `isApart`: its words, a thing and what is to be done with it, do not stand together. */
type Named = {
  readonly id: string;
  readonly index: number;
  readonly length: number;
  readonly isApart?: true;
};

/** Those that are wanted; all of them where nothing else would be left. What only labels a number is no paper to be made. */
export function wantedPapers<T extends Named>(
  text: string,
  words: readonly Word[],
  named: readonly T[],
): readonly T[] {
  const papers = named.filter((one) => !isLabel(text, words, one));
  if (new Set(papers.map(({ id }) => id)).size < 2) return papers;
  const told = papers.filter((one) => isTold(words, one, papers));
  const toldIds = new Set(told.map(({ id }) => id));
  return papers.some(({ id }) => !toldIds.has(id)) ? papers.filter((one) => !told.includes(one)) : papers;
}

/** Which of the words between `first` and `last` is the paper, where one of the two says what is to be done or how it stands. */
export function thingAmong(words: readonly Word[], first: number, last: number): Word | undefined {
  const word = words[first];
  return isMade(word) || (word && state.test(word.key)) ? words[last] : word;
}

/** "renewal of the licence, iqama 2345678904", «جددوا رخصتي، رقم إقامتي …»: what is to be done stands before the mark, of something else. */
function isLabel(text: string, words: readonly Word[], { index, length }: Named): boolean {
  const last = words[index + length - 1];
  if (length < 2 || !last || !isMade(words[index])) return false;
  const isParted = /[،,.;؛\n]/u.test(text.slice(words[index]?.end, last.start));
  const [next, behind] = words.slice(index + length);
  const named = numbering.test(words[index + length - 2]?.text ?? "");
  return isParted && (named || isNumber(next?.text ?? "") || isNumber(behind?.text ?? ""));
}

const numbering = /^(?:رقم|number|no|num|nr|ra[8qk]a?m)$/;

function isTold(words: readonly Word[], one: Named, named: readonly Named[]): boolean {
  const { index, length, isApart } = one;
  const last = index + length - 1;
  const others = named.filter(({ id }) => id !== one.id);
  // The nearer paper is the one to be made.
  if (isApart && isMade(words[index]) && !isJoinedOn(words, last))
    return others.some((other) => other.index > index && other.index + other.length <= last);
  if (isApart && isMade(words[last]) && !others.some((other) => isNext(last, other))) return false;
  return !isAsked(words, index) && isDescribed(words, index, last);
}

/** «أجدد جواز بنتي وكمان إقامة السواق»: made along with the one before; "and iqama 2345678904" is a number. */
const isJoinedOn = (words: readonly Word[], at: number): boolean =>
  (/^و.{4,}/u.test(words[at]?.key ?? "") || joining.test(words[at - 1]?.key ?? "")) &&
  !words.slice(at + 1, at + 1 + mostBehind).some(({ text }) => isNumber(text));
const joining = /^(?:و?(?:كمان|ايضا|برضو|برضه|بعد)|and|also|plus|w|و)$/;

const isNext = (at: number, { index, length }: Named): boolean => index + length - 1 > at && index <= at + 2;

/** Behind its first word, and up to what is joined to it: «إقامته منتهية», "my iqama is 2345678904". */
function isDescribed(words: readonly Word[], first: number, last: number): boolean {
  const behind = words.slice(first + 1, last + 1 + mostBehind);
  const until = behind.findIndex(({ key, text }) => joint.test(key) || joint.test(text));
  const said = until < 0 ? behind : behind.slice(0, until);
  const isNew = possessed.test(words[first]?.key ?? "") && fresh.test(said[0]?.key ?? "");
  return isNew || said.some(({ key, text }) => state.test(key) || state.test(text) || isNumber(text));
}

/** «أبي جواز جديد», «تجديد إقامة 2345678904», "renew my iqama". */
const isAsked = (words: readonly Word[], index: number): boolean =>
  isMade(words[index]) || [1, 2].some((n) => isMade(words[index - n]) || asks(words, index - n));

/** The word itself asks, and not one behind it. */
const asks = (words: readonly Word[], at: number): boolean => at >= 0 && asksAtFront(words.slice(at, at + 1));

const isMade = (word: Word | undefined): boolean =>
  word !== undefined && (making.test(word.key) || making.test(word.text));

const mostBehind = 3;
const joint = /^(?:و.{3,}|and|but|w|بس|لكن)$/u;
const making =
  /^[وف]?(?:ال|لل|ل|ب)?(?:[انتي]?جدد\S*|تجديد|اصدار|استخراج|تمديد|renew\p{L}*|issue|issuance|extend|tajdeed|tagdeed|[at]?ja?dd?ed\S*|aga?dd?ed\S*)$/u;
const state =
  /^(?:سار[يى]ه?|صالحه?|منتهيه?|خلصانه?|خالصه?|خلصت?|انتهت?|انتهي|[تي]نتهي|موجوده?|جاهزه?|valid|expired|expires|expiring|ready|active|sarya|montahya|khalsana?)$/u;
/** «جوازها جديد»; «جواز جديد» is wished for. */
const possessed = /(?:ي|ه|ها|هم)$/u;
const fresh = /^جديده?$/;
const isNumber = (text: string): boolean => /^\d{10}$|^[a-z]\d{6,8}$/.test(text);
