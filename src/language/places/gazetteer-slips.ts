/**
 * Slips of the finger in the names of places: one letter more, less, other, or two swapped (Damerau-Levenshtein 1), and for Latin
 * letters the same sounds written otherwise ("buraida", "boraydah"). Only for words that are nothing else; places.ts sees to that.
 */

import { isSlip, withoutOne } from "../letters/slips.ts";
import { gazetteer, type Spelling } from "./gazetteer.ts";

type Index = {
  /** A name, or a name without one of its letters → the names that it may be. */
  readonly near: ReadonlyMap<string, readonly Spelling[]>;
  readonly sounds: ReadonlyMap<string, Spelling>;
  /** Words of longer names: «المنوره» is the second word of Medina's, and no slip of Mansoura's. */
  readonly parts: ReadonlySet<string>;
};

const isArabic = (word: string): boolean => word.charCodeAt(0) >= 0x600;
const bare = (word: string): string => (word.startsWith("ال") ? word.slice(2) : word);

/** In the Kingdom only these: a small town's name is nearer to some word («البضائع», "assist") than to its own misspelling. */
const wellKnown: ReadonlySet<string> = new Set(
  `Riyadh,Jeddah,Makkah,Medina,Dammam,Khobar,Dhahran,Taif,Abha,Khamis Mushait,Tabuk,Hail,Buraydah,Unaizah,Jubail,Yanbu,Najran,
  Jizan,Al Bahah,Al Ahsa,Hofuf,Qatif,Saihat,Hafar Al Batin,Khafji,Al Kharj,Al Majmaah,Dawadmi,Wadi Ad Dawasir,Diriyah,Muhayil,
  Baljurashi,Sharurah,Rabigh,Al Qunfudhah,AlUla,Umluj,Sakaka,Qurayyat,Rafha,Turaif,Qassim,Al Jawf,Eastern Province,Ras Tanura`.split(
    /,\s*/,
  ),
);

/** Short names have too many neighbours: «الصين» and «الحين», "paris" and "parts". */
function mayBeMisspelled({ key, place, weight }: Spelling): boolean {
  if (key.includes(" ") || weight !== "plain") return false;
  const known =
    place.country === "SA" ? wellKnown.has(place.en) || place.kind === "country" : place.country === "AE";
  if (place.country === "SA" && !known) return false;
  if (isArabic(key)) return key.length >= 5 && bare(key).length >= (known ? 4 : 5);
  return key.length >= (known ? 5 : 6);
}

/** How a Latin spelling sounds, roughly: one letter for the ways to write one sound, no doubles, no final h. */
function soundOf(word: string): string {
  return word
    .replace(/ou|oo/g, "u")
    .replace(/[aei]y|ai|ei|ee|ea/g, "i")
    .replace(/[ey]/g, "i")
    .replace(/o/g, "u")
    .replace(/[q8]/g, "k")
    .replace(/dj|[g]/g, "j")
    .replace(/5|7'/g, "kh")
    .replace(/7/g, "h")
    .replace(/[2']/g, "")
    .replace(/3/g, "")
    .replace(/6/g, "t")
    .replace(/9/g, "s")
    .replace(/(.)\1+/g, "$1")
    .replace(/h$/, "");
}

function build(): Index {
  const near = new Map<string, Spelling[]>();
  const sounds = new Map<string, Spelling>();
  const parts = new Set<string>();
  for (const spelling of gazetteer().spellings.values()) {
    if (spelling.key.includes(" ")) for (const part of spelling.key.split(" ")) parts.add(part);
    if (!mayBeMisspelled(spelling)) continue;
    for (const form of [spelling.key, ...withoutOne(spelling.key)]) {
      const known = near.get(form);
      if (known) known.push(spelling);
      else near.set(form, [spelling]);
    }
    if (isArabic(spelling.key) || spelling.key.length < 5) continue;
    const sound = soundOf(spelling.key);
    if (sound.length >= 4 && !sounds.has(sound)) sounds.set(sound, spelling);
  }
  return { near, sounds, parts };
}

let built: Index | undefined;

/** The place whose name `word` is a slip of, if there is exactly one. `word` is folded and is not itself a name or a common word. */
export function findSlip(word: string): Spelling | undefined {
  if (word.length < 5 || (isArabic(word) && bare(word).length < 4)) return undefined;
  built ??= build();
  const { near, sounds, parts } = built;
  if (parts.has(word)) return undefined;
  let found: Spelling | undefined;
  const consider = (form: string): boolean => {
    for (const spelling of near.get(form) ?? []) {
      if (!isSlip(word, spelling.key)) continue;
      if (found && found.place !== spelling.place) return false;
      found = spelling;
    }
    return true;
  };
  if (!consider(word)) return undefined;
  for (const form of withoutOne(word)) if (!consider(form)) return undefined;
  if (found || isArabic(word)) return found;
  const sound = soundOf(word);
  return sound.length >= 4 ? sounds.get(sound) : undefined;
}
