/** The office's own flow files, loaded once for all tests of a file. */
import { join } from "node:path";
import type { Catalogue } from "../../src/conversation/flow/flow.ts";
import { loadCatalogue } from "../../src/flows/load.ts";

export const zone = "Asia/Riyadh";

let loaded: Catalogue | undefined;

/** Throws with every problem when the files are broken. */
export function realCatalogue(): Catalogue {
  if (loaded) return loaded;
  const result = loadCatalogue(join(import.meta.dirname, "../../flows"), zone);
  if (result.type === "problems") throw new Error(JSON.stringify(result.problems, null, 1));
  loaded = result.catalogue;
  return loaded;
}
