/** The id of a new partner, made from its English name, so that whoever reads a file or a log knows who is meant. */
import { type PartnerId, parsePartnerId } from "../domain/ids.ts";
import { fold } from "../language/letters/normalise.ts";

/** Ids have at most 40 characters behind `p_`; some are left for a number. */
const longestSlug = 34;

/** `p_deerah_couriers`; where that is taken, `p_deerah_couriers_2` and so on. */
export function newPartnerId(nameEn: string, isTaken: (id: PartnerId) => boolean): PartnerId {
  const slug = fold(nameEn)
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, longestSlug)
    .replace(/_+$/, "");
  for (let n = 1; ; n += 1) {
    const id = parsePartnerId(`p_${slug || "partner"}${n === 1 ? "" : `_${n}`}`);
    if (!id) throw new Error(`no partner id can be made of "${nameEn}"`);
    if (!isTaken(id)) return id;
  }
}
