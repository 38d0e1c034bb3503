/**
 * Prompt files (`prompts/*.md`): a version on top, then the parts under their headings. The version goes with every reading that a
 * prompt made, so that a change can be told from its figures.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const versionSchema = z.string().regex(/^[a-z]+-\d+$/);

export type PromptParts = { readonly version: string; readonly parts: Readonly<Record<string, string>> };

/**
 * Reads `{name}.md` of a prompts folder.
 * @throws Error naming the file and what is missing: a version like `understand-1`, or a part
 */
export function loadPrompt(promptsDir: string, name: string, needed: readonly string[]): PromptParts {
  const file = `${name}.md`;
  const text = readFileSync(join(promptsDir, file), "utf8").replaceAll("\r\n", "\n");
  const found = /^---\nversion: *(\S+)\n---\n([\s\S]*)$/.exec(text);
  const version = versionSchema.safeParse(found?.[1]);
  if (!found || !version.success) {
    throw new Error(
      `${file}: expected a version between two lines of ---, a name and a number. Example: version: ${name}-1`,
    );
  }
  const parts = partsOf(found[2] ?? "");
  const missing = needed.filter((part) => (parts[part] ?? "") === "");
  if (missing.length > 0)
    throw new Error(`${file}: nothing stands under «# ${missing.join("», «# ")}». Write that part.`);
  return { version: version.data, parts };
}

/** Text by the heading above it («# system»). */
function partsOf(text: string): Readonly<Record<string, string>> {
  const pieces = text.split(/^# (\w+)\n/m);
  const parts: Record<string, string> = {};
  for (let at = 1; at + 1 < pieces.length; at += 2) parts[pieces[at] ?? ""] = (pieces[at + 1] ?? "").trim();
  return parts;
}
