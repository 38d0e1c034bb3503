/** How many pixels a picture says that it has, from its header alone: 20,000 × 20,000 fit into a file of a few kilobytes. */
import type { FileHandle } from "node:fs/promises";

/** Camera files put up to some hundred kilobytes of other segments before the picture's size. */
const headBytes = 1024 * 1024;

/** Width × height, or `undefined` when the header does not say. */
export async function pixelsOf(file: FileHandle, mediaType: string): Promise<number | undefined> {
  const buffer = Buffer.alloc(headBytes);
  const { bytesRead } = await file.read(buffer, 0, headBytes, 0);
  const head = buffer.subarray(0, bytesRead);
  try {
    switch (mediaType) {
      case "image/png":
      case "image/apng":
        return ofPng(head);
      case "image/gif":
        return head.readUInt16LE(6) * head.readUInt16LE(8);
      case "image/webp":
        return ofWebp(head);
      case "image/jpeg":
        return ofJpeg(head);
      default:
        return undefined;
    }
  } catch (error) {
    // The header ends before its own size is told.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** https://www.w3.org/TR/png-3/#11IHDR */
function ofPng(head: Buffer): number | undefined {
  if (head.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return head.readUInt32BE(16) * head.readUInt32BE(20);
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function ofWebp(head: Buffer): number | undefined {
  switch (head.toString("latin1", 12, 16)) {
    case "VP8 ":
      return (head.readUInt16LE(26) & 0x3fff) * (head.readUInt16LE(28) & 0x3fff);
    case "VP8L": {
      const bits = head.readUInt32LE(21);
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1);
    }
    case "VP8X":
      return (head.readUIntLE(24, 3) + 1) * (head.readUIntLE(27, 3) + 1);
    default:
      return undefined;
  }
}

/** The first frame header among the segments (ITU-T T.81, B.1.1.3 and B.2.2): C0–CF without C4, C8 and CC. */
function ofJpeg(head: Buffer): number | undefined {
  let at = 2;
  while (at + 9 <= head.length) {
    if (head[at] !== 0xff) return undefined;
    const marker = head.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return head.readUInt16BE(at + 5) * head.readUInt16BE(at + 7);
    if (marker === 0xda || marker === 0xd9) return undefined;
    at += 2 + head.readUInt16BE(at + 2);
  }
  return undefined;
}
