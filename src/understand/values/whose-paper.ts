/**
 * Whom a paper is for. Kin and staff are named in passing, too («كل يوم أوصل العيال», "my sister's wedding"): in a form whose choice is a paper
 * they are its owner only right beside it («إقامة السواق», "my maid's iqama"), behind "for", or where something is wished for them («أبي له»).
 */

import { overlaps } from "../../language/found.ts";
import { letsInstead } from "../form/taken-back.ts";
import { firstFrom } from "../words.ts";
import type { Candidate } from "./candidate.ts";
import { aroundOf, cueStrength, strength } from "./cues.ts";
import type { Extraction } from "./extraction.ts";

/** Between the paper and whose it is. */
const between =
  /^\s*(?:(?:['’]s|new|old|الجديد[ةه]?|القديم[ةه]?|منتهي[ةه]?|المنتهي[ةه]?|حق|حقت|حق[ةه]|بتاع|بتاعت|بتاع[ةه]|مال|مالت|مالة|تبع|لل?|of|for|7a?ge?t?|bta3e?t?|ta?b3|malt?|l|le|lel|lil|el|al|the)(?:\s+|$))*$/i;
const forWhom = /^(?:for|get|make|حق|حقت|بتاع|بتاعت|بتاعه|عن|بدل|مال|7ag|7g|bta3|l|le|lel|lil)$/;
const dative = /^(?:له|لها|لهم|لهن|ليه|ليها|ليهم|lh|leh|lha|laha|leeha|lohom|lhom|him|her|them)$/;

/** «إقامته», «رخصتها», «جوازاتهم». */
const theirs = /[\u0620-\u064a]{3,}(?:ت|از|ات)(?:ه|ها|هم|هن)(?:\s|$)/u;

/** «لي انا», "myself": nobody speaks so of anything else. */
const oneself = /^(?:لي|ليا|لنفسي|انا شخصيا|[أا]نا|le?y*i?y?a|li|le|lenafsi|myself)(?:\s|$)/iu;

/** Is a well-known word the one that the paper is for? True of all other values. */
export function isWhose(candidate: Candidate, all: readonly Candidate[], extraction: Extraction): boolean {
  const { spec, text, words, asked, correcting } = extraction;
  const field = spec.fields.find(({ name }) => name === candidate.field);
  const papers = spec.fields.find(({ hasFacts }) => hasFacts === true);
  if (!papers || field?.owner !== true || candidate.type !== "text" || asked === field.name || correcting)
    return true;
  const { start, end } = candidate;
  if (oneself.test(candidate.text)) return true;
  if (/[ل]$/.test(text.slice(Math.max(0, start - 1), start))) return true;
  const named = all.filter((one) => one.field === papers.name);
  const sharing = named.filter((one) => overlaps(one, candidate));
  // «إقامة السواق» is one choice; "jwazi" is the paper itself.
  if (sharing.length > 0)
    return sharing.some((one) => one.start <= start && one.end >= end && one.end - one.start > end - start);
  const isBeside = named.some(
    (one) =>
      (one.end <= start && between.test(text.slice(one.end, start))) ||
      (end <= one.start && /^['’]s\s/.test(text.slice(end)) && between.test(text.slice(end, one.start))),
  );
  const at = firstFrom(words, start);
  const before = words[at - 1];
  // «عندي سواق أبي أجدد إقامته»: the paper is that of whom it was told before.
  if (named.some((one) => one.start >= end && theirs.test(one.text))) return true;
  const isOwned = /^['’]s\s/.test(text.slice(end));
  const lead = words.slice(Math.max(0, at - 3), at);
  if (letsInstead(lead)) return true;
  if (isBeside || isOwned || forWhom.test(before?.text ?? "")) return true;
  if (words.slice(at + 1).some((word) => dative.test(word.text))) return !/^\d+$/.test(before?.text ?? "");
  return cueStrength(field, aroundOf(words, candidate, 0)) >= strength.near;
}
