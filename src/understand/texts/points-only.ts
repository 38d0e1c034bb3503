/** Words that only point at something: whose it is, where, or a kind of house. None of them names anything. */
import type { FieldSpec } from "../../domain/understanding.ts";
import type { Candidate } from "../values/candidate.ts";
import type { Extraction } from "../values/extraction.ts";
import { isKinWord } from "../values/kin.ts";
import type { Span, Word } from "../words.ts";

/** "your drivers carry", «مزرعتنا», «هناك»: whose it is, or where, and no thing. */
const pointing =
  /^(?:between|your|you|yours|hnak|henak|hena|hina|hnaka|هناك|هنا|ماذا|ايش|خاليه|خالي|وسيطا|وسيط|مشتري|مشترين|مستشار|محامي|محاميا|الشغل|شغلي|سببه|سببها|السبب|سببهم|anyone|nobody|reason)$/;
/** Where somebody lives or works, and nothing more. */
const ownPlace =
  /^(?:cash|children|kids|مباشره|flat|apartment|house|home|villa|البيت|بيتي|بيتنا|الشقه|شقتي|شقتنا|المحل|المكتب|المكتبه|السوق|الصيدليه|السوبرماركت)$/;
/** "my gym", «النادي»: a kind of house, and not which. */
const anyHouse =
  /^(?:ال)?(?:جيم|نادي|مدرسه|مستشفي|عياده|فندق|جامعه|معهد|شركه|بنك|متجر|محل|عربيه|سياره|دكتور|gym|club|school|hospital|clinic|hotel|university|college|nursery|company|bank|shop|store|landlord|car|doctor)$/;
/** «عندنا مؤتمر»: an occasion is no thing, though its dress is one. */
const occasion =
  /^(?:ال)?(?:موتمر|مؤتمر|حفل|حفله|عرس|زواج|فرح|مناسبه|رحله|مباراه|فعاليه|ضيوف|عزومه|عزيمه|اجتماع|سفر|سفره|event|events|party|wedding|conference|exhibition|guests|match|concert|farah|3ers|7afla|3ozooma)$/;
const anyOf = /^(?:space|guy|person|children|mate)$/;
/** «باسم الجامعة»: which one is not said. */
const anyBody = /^(?:ال|لل)(?:جامعه|وزاره|هيئه|هييه|امانه|بلديه|جمعيه|موسسه|مديريه)$/;

export function isAnyHouse({ start, end }: Span, words: readonly Word[]): boolean {
  const [first, second] = words.filter((word) => word.end > start && word.start < end);
  return !second && (anyHouse.test(first?.key ?? "") || anyHouse.test(first?.text ?? ""));
}

export function pointsOnly({ format, thing }: FieldSpec, found: Candidate, { words }: Extraction): boolean {
  const own = words.filter((word) => word.end > found.start && word.start < found.end);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return false;
  const isOurs = own.length === 1 && /^(?!ال)[\u0620-\u064a]{3,}تنا$/.test(first.key);
  return (
    pointing.test(first.text) ||
    pointing.test(first.key) ||
    anyOf.test(last.text) ||
    (own.length === 1 &&
      (ownPlace.test(first.key) ||
        (thing === true &&
          (isKinWord(first.text) || occasion.test(first.key) || occasion.test(first.text))))) ||
    isOurs ||
    (format === "body" && own.length === 1 && anyBody.test(first.key))
  );
}
