/**
 * The line's own files hold people's addresses under digests, or sealed where the address itself is needed again. Both take a random key that
 * lies in its own file beside them: a plain digest of a phone would be reversed in a minute, since there are not many phones.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { readIfThere } from "./read-if-there.ts";

export type FolderKey = {
  /** The same for the same text, under this key alone. */
  digest(text: string): string;
  seal(text: string): string;
  /** What was sealed with this key; undefined: it was not. */
  open(sealed: string): string | undefined;
};

const keyBytes = 32;
const cipher = "aes-256-gcm";
/** Of AES-GCM, NIST SP 800-38D. */
const ivBytes = 12;
const tagBytes = 16;

/**
 * The folder's key; a new one where there is none, or a broken one: what was kept under another is then unknown.
 * @throws where it is there and can't be read: a new one would make what the line knows of its messages worthless for good
 */
export async function openFolderKey(folder: string): Promise<FolderKey> {
  const file = join(folder, "key");
  const kept = await readIfThere(file);
  if (kept?.length === keyBytes) return createFolderKey(kept);
  const key = randomBytes(keyBytes);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // Whole or not at all, also where the power fails in between.
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, "w", 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
  return createFolderKey(key);
}

/** @param key 32 bytes; left out: one of this process */
export function createFolderKey(key: Uint8Array = randomBytes(keyBytes)): FolderKey {
  return {
    digest: (text) => createHmac("sha256", key).update(text).digest("base64url").slice(0, 22),
    seal(text) {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, key, iv);
      const sealed = [sealing.update(text, "utf8"), sealing.final()];
      return Buffer.concat([iv, ...sealed, sealing.getAuthTag()]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < ivBytes + tagBytes) return undefined;
      try {
        const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
        opening.setAuthTag(bytes.subarray(-tagBytes));
        const text = opening.update(bytes.subarray(ivBytes, -tagBytes));
        return Buffer.concat([text, opening.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
