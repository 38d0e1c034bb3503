/** What is measured with: the development part, the open writers, the blind part, or a file of one's own. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ConfigError } from "../../config.ts";
import { type Example, loadWriterParts } from "../../flows/examples.ts";
import { root } from "../../root.ts";
import type { Labelled } from "../../understand/measuring/evaluate.ts";

/** Of a file given with `--data`; several requests are parted by commas. */
const lineSchema = z.object({ text: z.string(), intent: z.string(), lang: z.string().default("all") });

/** The moment of the files that name none: the day that prompts/examples.yaml is said on. */
export const fixedNow = Date.parse("2026-11-22T10:00:00+03:00");

export type Part = {
  readonly name: string;
  /** Of a blind part nothing but sums is shown. */
  readonly blind: boolean;
  readonly byContract: boolean;
  readonly sayings: readonly Labelled[];
};

/** Throws a `ConfigError` for a part that there is none of. */
export function partsOf(
  { data, part }: { readonly data?: string | undefined; readonly part?: string | undefined },
  examples: readonly Example[],
): readonly Part[] {
  if (data !== undefined)
    return [{ name: data, blind: false, byContract: true, sayings: readLabelled(data) }];
  const kept = examples.filter(({ split }) => split === "eval").map(labelledOf);
  const [open, blind] = (["development", "evaluation"] as const).map((part) =>
    loadWriterParts(join(root, "prompts"), part).flatMap(({ examples: own }) =>
      // The contract's answer has no word for it.
      own.filter(({ label }) => label !== "change_order").map(labelledOf),
    ),
  );
  const parts = [
    { name: "development", blind: false, byContract: false, sayings: kept },
    { name: "writers", blind: false, byContract: true, sayings: open ?? [] },
    { name: "blind", blind: true, byContract: true, sayings: blind ?? [] },
  ];
  const chosen = parts.filter(({ name }) => part === undefined || name === part);
  if (chosen.length === 0) throw new ConfigError(`--part ${part}: there is none such.`);
  return chosen.filter(({ sayings }) => sayings.length > 0);
}

function labelledOf({ text, label, lang, requests, now: at, later }: Example): Labelled {
  return {
    ...{ text, lang, now: at },
    intents: requests?.map(({ intent }) => intent) ?? [label],
    ...(requests && { fields: requests.map(({ fields }) => fields) }),
    ...(later && { later }),
  };
}

function readLabelled(file: string): Labelled[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .map(({ text, intent, lang }) => ({ text, lang, now: fixedNow, intents: intent.split(",") }));
}
