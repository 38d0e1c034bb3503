/**
 * Word and Excel files without macros, told by the names in their archive's table of contents. Nothing is unpacked, whatever sizes
 * the table promises (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16).
 */
import type { FileHandle } from "node:fs/promises";
import type { Sniffed } from "./media-type.ts";

const documentType = "application/vnd.openxmlformats-officedocument";
const kinds: readonly (readonly [part: string, found: Sniffed])[] = [
  ["word/document.xml", { mediaType: `${documentType}.wordprocessingml.document`, extensions: ["docx"] }],
  ["xl/workbook.xml", { mediaType: `${documentType}.spreadsheetml.sheet`, extensions: ["xlsx"] }],
];

const endLength = 22;
const maxComment = 65_535;
const entryLength = 46;
/** A table of contents longer than this belongs to no letter and no price list. */
const maxTable = 1024 * 1024;

export async function officeTypeOf(file: FileHandle, bytes: number): Promise<Sniffed | undefined> {
  const names = await namesIn(file, bytes);
  if (!names?.has("[Content_Types].xml")) return undefined;
  if ([...names].some((name) => /vbaProject\.bin$|\.(exe|dll|js|html?)$/i.test(name))) return undefined;
  return kinds.find(([part]) => names.has(part))?.[1];
}

async function namesIn(file: FileHandle, bytes: number): Promise<ReadonlySet<string> | undefined> {
  const tail = Buffer.alloc(Math.min(bytes, endLength + maxComment));
  await file.read(tail, 0, tail.length, bytes - tail.length);
  const end = tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0 || end + endLength > tail.length) return undefined;
  const length = tail.readUInt32LE(end + 12);
  const start = tail.readUInt32LE(end + 16);
  if (length > maxTable || start + length > bytes) return undefined;
  const table = Buffer.alloc(length);
  await file.read(table, 0, length, start);
  return readNames(table);
}

function readNames(table: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  let at = 0;
  while (at + entryLength <= table.length && table.readUInt32LE(at) === 0x0201_4b50) {
    const nameLength = table.readUInt16LE(at + 28);
    const more = table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
    names.add(table.toString("utf8", at + entryLength, at + entryLength + nameLength));
    at += entryLength + nameLength + more;
  }
  return names;
}
