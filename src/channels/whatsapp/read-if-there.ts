/** A file of the line's own that may not be there yet. */
import { readFile } from "node:fs/promises";

/**
 * undefined: there is none.
 * @throws where it is there and can't be read: what it holds would be overwritten as if it had been nothing
 */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`The WhatsApp line's own file can't be read: ${file}`, { cause });
  }
}
