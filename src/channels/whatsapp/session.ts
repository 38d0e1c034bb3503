/** Where the link to the phone is kept, and how it is forgotten. */
import { rm } from "node:fs/promises";
import { join } from "node:path";

/** Where the link is kept. Whoever has this folder can read and write in the office's name. */
export function sessionFolder(folder: string): string {
  return join(folder, "session");
}

/** Forgets the link: the next browser asks for a new one. */
export async function forgetLink(folder: string): Promise<void> {
  await rm(sessionFolder(folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
