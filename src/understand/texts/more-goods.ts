/** One thing more, joined by «و» or "and": «وطاولة صغيرة», "and a chair". Only what people send, buy and store by its name. */
import { mayJoin } from "../wishes/clause-bounds.ts";
import type { Word } from "../words.ts";
import { areGoods } from "./goods.ts";
import { isCount, isSize } from "./objects.ts";
import { isFigure } from "./text-bounds.ts";

const joints = /^(?:and|w|wa|و)$/;
const articles = /^(?:a|an|the|my|our|some|el|al)$/;

/** The words of the thing behind the joint, all of them; none where they say anything else. */
export function goodsBehindJoint(words: readonly Word[]): readonly Word[] {
  const [joint, ...rest] = words;
  if (!joint || !mayJoin(joint)) return [];
  const said = joints.test(joint.text) ? rest : [withoutAnd(joint), ...rest];
  const thing = articles.test(said[0]?.text ?? "") ? said.slice(1) : said;
  const names = thing.filter((word, index) => !isSize(word) && !isFigure(word) && !isCount(thing, index));
  return areGoods(names) ? thing : [];
}

/** The «و» that is written onto it left out. */
function withoutAnd(word: Word): Word {
  const bare = word.key.slice(1);
  return { ...word, start: word.start + 1, text: bare, key: bare };
}

export const andAlso = (held: string, more: string): string =>
  /[\u0620-\u064a]/.test(more) ? `${held} و${more}` : `${held} and ${more}`;
