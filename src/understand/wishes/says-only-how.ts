/**
 * Clauses behind a wish that only say when, where, for whom and how it is to be: «في الدمام الخميس الجاي», «الحجز ٢٣ ديسمبر», "my mobile 05…".
 * What they resemble alone (a room, a line, another booking) is asked for by nobody.
 */
import { findDates } from "../../language/days/dates.ts";
import { findPlaces } from "../../language/places/places.ts";
import type { Word } from "../words.ts";

/** Folded words that lead to a value, and ask for nothing. */
const leading = new Set(
  [
    "في ف ب من الي الى ل لمده مده يوم تاريخ بتاريخ الساعه ساعه قبل بعد حوالي حدود تقريبا باسم اسمي الاسم اسم رقمي رقم جوالي جوال الجوال موبايلي نمرتي للتواصل التواصل علي على هو هي",
    "موعد الموعد المعاد معاد المناسب مناسب يناسبني يناسبنا الحجز الوقت الوصول نوصل هنوصل الصبح صباحا الظهر ظهرا الضهر العصر عصرا المغرب مساء المسا بالليل الليل الجاي القادم الجايه",
    "بصيغه صيغه pdf excel word اكسل باوربوينت",
    "in at on from to for by before after around about my the number mobile phone name is under day date time am pm morning afternoon evening this next",
    "fe fel men ela l yom ragmi jawali nemreti besm esmi gabl 2abl 7dood el al sa3a maw3ed 7ajz jay sob7 dohr 3asr leil",
  ].flatMap((line) => line.split(" ")),
);
const naming = /^(?:باسم|اسمي|besm|esmi|name|under)$/;
const mostOfName = 3;

/** Is every word one that leads to a value, a number, a town, or part of a date or of the name that is told? */
export function saysOnlyHow(
  words: readonly Word[],
  moment: { readonly now: number; readonly zone: string },
): boolean {
  const said = words.map(({ text }) => text).join(" ");
  const found = [...findPlaces(said), ...findDates(said, moment)];
  let [names, at] = [0, 0];
  return words.every((word) => {
    const start = at;
    at += word.text.length + 1;
    // In Latin letters a verb may look like a town ("jaddedo").
    const isFound = !/^[a-z]/.test(word.text) && found.some((one) => start < one.end && at - 1 > one.start);
    const bare = word.key.replace(/^و(?=.{2})/u, "");
    if (naming.test(bare) || naming.test(word.text)) names = mostOfName;
    else if (names > 0 && !/\d/.test(word.text)) names -= 1;
    else
      return (
        /\d/.test(word.text) ||
        leading.has(bare) ||
        leading.has(word.key) ||
        leading.has(word.text) ||
        isFound
      );
    return true;
  });
}
