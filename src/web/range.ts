/** A part of a file, as players ask for it when somebody jumps in a voice note (RFC 9110, 14.1.2). */
import type { FilePart } from "../documents/documents.ts";

/** `whole`: no part was asked for, or several at once, or in words that are not ours: then all of it is the right answer. */
export type AskedRange =
  | { readonly type: "whole" | "unsatisfiable" }
  | ({ readonly type: "part" } & FilePart);

/** What a `Range` header asks of a file of so many bytes. */
export function parseRange(header: string | undefined, bytes: number): AskedRange {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  if (from === "" && to === "") return { type: "whole" };
  if (from === "") {
    const last = Math.min(Number(to), bytes);
    return last === 0 ? { type: "unsatisfiable" } : { type: "part", first: bytes - last, last: bytes - 1 };
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return { type: "whole" };
  if (first >= bytes) return { type: "unsatisfiable" };
  return { type: "part", first, last: to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1) };
}
