/** Where this installation lies: the folder of package.json, with flows/, prompts/ and drizzle/ beside the code. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The nearest folder above this file that holds package.json: the same from `src/` and from `dist/`. */
export const root: string = nearest(import.meta.dirname);

function nearest(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder)
    throw new Error("package.json is missing beside the code: the installation is not whole");
  return nearest(above);
}
