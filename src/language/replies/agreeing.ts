/**
 * Whether a reply agrees, by the kinds of its words: all of them are agreement or what changes nothing beside it, and one truly agrees.
 * Half a yes is one by what stands behind it: «ايه» and «ايه شكرا» agree, «ايه ده» asks what that is, «اجل الطلب» puts it off.
 */

/**
 * `half`: a yes alone, before a yes or before a courtesy. `faint`: the same sound, never a yes alone. `hail`: a yes alone or before one, else
 * it calls somebody ("ya"). `about`: the thing that is meant. `other`: says something else.
 */
export type ReplyKind =
  | "yes"
  | "half"
  | "faint"
  | "hail"
  | "no"
  | "courtesy"
  | "filler"
  | "god"
  | "about"
  | "other";

/** Do words of these kinds agree? False for none of them, for any other word among them, and for what only sounds so. */
export function agreesBy(kinds: readonly ReplyKind[]): boolean {
  if (kinds.includes("other") || kinds.includes("no") || asksWhat(kinds)) return false;
  return kinds.some((kind, index) => isYes(kind, kinds, index));
}

/** The same of a reply that says nothing beside its yes but courtesy: for what must be agreed to expressly. */
export function agreesPlainlyBy(kinds: readonly ReplyKind[]): boolean {
  return agreesBy(kinds) && !kinds.some((kind) => kind === "about" || kind === "god" || kind === "faint");
}

function isYes(kind: ReplyKind, kinds: readonly ReplyKind[], index: number): boolean {
  const next = kinds[index + 1];
  if (kind === "half") {
    const behind = behindGod(kinds, index);
    return next === undefined || behind === "yes" || behind === "half" || behind === "courtesy";
  }
  if (kind === "hail") return kinds.length === 1 || next === "yes" || next === "half";
  return kind === "yes";
}

/** «ايه ده», «ايه المطلوب», «اجل الحجز», «موافق على ايه»: half a yes with a thing behind it, or at the end of words that lead to it, is none. */
export const asksWhat = (kinds: readonly ReplyKind[]): boolean =>
  kinds.some((kind, index) => {
    if (kind !== "half" && kind !== "faint") return false;
    const before = kinds[index - 1];
    const ends = index === kinds.length - 1 && (before === "about" || before === "filler");
    return ends || behindGod(kinds, index) === "about";
  });

/** «ايه الله يعطيكم العافية» thanks. */
const behindGod = (kinds: readonly ReplyKind[], index: number): ReplyKind | undefined =>
  kinds.slice(index + 1).find((kind) => kind !== "god");
