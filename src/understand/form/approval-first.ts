/**
 * «اعتمد، وأبي تأمين للجيب بعد» under a read-back: yes to what was read, and another wish behind it. Taken for both only where the first
 * clause is nothing but agreement and what follows surely asks for something else; a change or a wish for the same order is no yes yet, and
 * what only might be another service is told to staff.
 */

import type { Reading, ReadingContext, Understanding } from "../../domain/understanding.ts";
import { readYesNo } from "../../language/replies/yes-no.ts";
import { chances } from "../chances.ts";
import { wantsSomething } from "../wishes/clause-bounds.ts";
import type { Parts } from "../wishes/clauses.ts";
import { isApproval } from "./agreement.ts";
import { saysCorrection } from "./correction.ts";
import { isHeldIn } from "./held-values.ts";

type Open = NonNullable<ReadingContext["open"]>;

/** Where the words behind an approval begin; undefined where there are none, or nothing is approved. */
function behindApproval(text: string, { clauses }: Parts): number | undefined {
  const [first, next] = clauses;
  if (!first || !next || !(next.also || wantsSomething(next.words))) return undefined;
  const agrees = isApproval(first.words) || readYesNo(text.slice(first.start, first.end)) === "yes";
  return agrees ? next.start : undefined;
}

/** So many values of the form that are said to be others make another order of the same service. */
const fewestOthers = 2;

/** Is it another service's, another paper, or clearly a second order of the same? */
function isAnother(
  one: Extract<Understanding, { type: "request" }>,
  { service, values = {} }: Open,
  { added, kind }: { readonly added: boolean; readonly kind: string | undefined },
): boolean {
  if (one.service !== service) return true;
  const isHeld = isHeldIn(values);
  const named = kind === undefined ? undefined : one.fields[kind];
  if (added && kind !== undefined && named && values[kind] && !isHeld([kind, named])) return true;
  const others = Object.entries(one.fields).filter((said) => values[said[0]] && !isHeld(said));
  return added && others.length >= fewestOthers;
}

/** What staff are told: the words from `from` on. */
function wishFrom(text: string, from: number): Understanding {
  const said = text.slice(from).trim();
  const start = text.indexOf(said, from);
  return { type: "wish", text: said, start, end: start + said.length };
}

/**
 * The reading of an approval with another wish behind it.
 * @param read reads the rest of the message, at the same places, as if no form were open
 */
export function approvedAndMore(
  text: string,
  parts: Parts,
  { open, services }: ReadingContext,
  read: (rest: string) => Reading,
): Reading | undefined {
  if (open?.awaiting !== "read_back") return undefined;
  const from = behindApproval(text, parts);
  if (from === undefined) return undefined;
  const rest = read(" ".repeat(from) + text.slice(from));
  const words = parts.clauses.slice(1).flatMap((clause) => clause.words);
  // «أكدوه، وأبي أغيّرها إلى …» changes what was read back.
  const added = parts.clauses[1]?.also === true && !saysCorrection({ words, parts });
  const spec = services.find(({ id }) => id === open.service);
  const kind = spec?.fields.find(({ hasFacts }) => hasFacts)?.name;
  const wishes = rest.understandings.filter((one) => one.type === "request");
  if (wishes.length === 0 || !wishes.every((one) => isAnother(one, open, { added, kind }))) return undefined;
  // «وابي سيارة تشيل الكرتون» may be for this very order: no yes is taken beside a guess, and nothing else begins of it.
  if (rest.confidence < chances.apart) return { ...rest, understandings: [wishFrom(text, from)] };
  return { ...rest, understandings: [{ type: "confirm" }, ...rest.understandings] };
}
