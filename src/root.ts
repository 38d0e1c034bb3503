/** Where this installation lies: the folder of package.json, with flows/, prompts/ and drizzle/ beside the code. */
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** From `src/` or from `dist/`, both one level below it. */
export const root: string = dirname(dirname(fileURLToPath(import.meta.url)));
