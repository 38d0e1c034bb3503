/** Recognising an order that asks for the same as another: a small hash of the fields' values, whatever their order of mention. */
import type { Fields } from "../../domain/answer.ts";

/** FNV-1a's offset basis and prime for 32 bits (draft-eastlake-fnv-17). */
const basis = 0x811c9dc5;
const prime = 0x01000193;

/** 16 hexadecimal digits; equal for the same service with the same values, by two independent 32-bit hashes. */
export function likenessOf(service: string, fields: Fields): string {
  let canonical = service;
  for (const name of Object.keys(fields).sort()) {
    const value = fields[name]?.value;
    canonical += `\n${name}=${typeof value === "object" ? JSON.stringify(value) : String(value)}`;
  }
  let [first, second] = [basis, basis ^ 0x5bd1e995];
  for (let index = 0; index < canonical.length; index += 1) {
    const code = canonical.charCodeAt(index);
    first = Math.imul(first ^ code, prime);
    second = Math.imul(second ^ code, prime);
  }
  return hex(first) + hex(second);
}

/** 8 hexadecimal digits of any text: tells two replies apart, no more. */
export function textHash(text: string): string {
  let value = basis;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), prime);
  }
  return hex(value);
}

function hex(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
