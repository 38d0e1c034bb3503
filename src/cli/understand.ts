/**
 * `npm run -s understand -- --in FILE [--now ISO] [--by embedded|llm]`: reads JSON lines `{id, text}` and writes what each asks for,
 * one line each (docs/understanding.md). A line that can't be read is named on stderr, the others go on, and the end is exit 1.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { loadSettings } from "../config.ts";
import { loadExamples } from "../flows/examples.ts";
import { describeProblems, loadCatalogue } from "../flows/load.ts";
import { keepIn, keptFolder } from "../kept.ts";
import { loneReader } from "../model-reader.ts";
import { root } from "../root.ts";
import { requestsOf } from "../understand/as-requests.ts";
import { embeddedClassifier } from "../understand/embedded.ts";
import { showCost } from "../understand/llm/cost.ts";

const usage =
  "Usage: npm run -s understand -- --in FILE [--now 2026-11-22T10:00:00+03:00] [--by embedded|llm]";
const lineSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });
/** An instant needs its offset: "tomorrow" depends on it. */
const instantSchema = z.iso.datetime({ offset: true });

/** Runs the command on its arguments; `write` and `complain` get whole lines. Returns the exit code. */
export async function understand(
  args: readonly string[],
  write: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") return refuse(complain, options);
  if (options.by === "llm" && !loadSettings().model)
    return refuse(
      complain,
      "--by llm: no model is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL, or leave --by out to use the embedded understanding.",
    );
  let lines: string[];
  try {
    lines = readFileSync(options.file, "utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/);
  } catch (error) {
    return refuse(
      complain,
      `--in ${options.file}: ${error instanceof Error ? error.message : "can't be read"}`,
    );
  }
  return readLines(lines, options, write, complain);
}

type Options = { readonly file: string; readonly now: number; readonly by: string };

function readOptions(args: readonly string[]): Options | string {
  let values: { in?: string | undefined; now?: string | undefined; by?: string | undefined };
  try {
    const options = { in: { type: "string" }, now: { type: "string" }, by: { type: "string" } } as const;
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return `${error instanceof Error ? error.message : "wrong arguments"}\n${usage}`;
  }
  const { in: file, now, by = "embedded" } = values;
  if (file === undefined) return `--in FILE is missing.\n${usage}`;
  if (by !== "embedded" && by !== "llm") return `--by ${by}: expected embedded or llm.\n${usage}`;
  if (now !== undefined && !instantSchema.safeParse(now).success)
    return `--now ${now}: expected an instant with its offset, like 2026-11-22T10:00:00+03:00.`;
  return { file, by, now: now === undefined ? Date.now() : Date.parse(now) };
}

async function readLines(
  lines: readonly string[],
  { now, file, by }: Options,
  write: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  const { flowsDir, zone, language, model } = loadSettings();
  const loaded = loadCatalogue(flowsDir, zone);
  if (loaded.type === "problems") return refuse(complain, describeProblems(loaded.problems));
  const { specs } = loaded.catalogue;
  const taught = loadExamples(join(root, "prompts")).filter(({ split }) => split === "train");
  const classifier = embeddedClassifier(specs, taught, keepIn(keptFolder));
  const far =
    by === "llm" &&
    model &&
    loneReader(model, { catalogue: loaded.catalogue, embedded: classifier, language });
  let code = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const parsed = parseLine(line);
    if (typeof parsed === "string") {
      complain(`${file}:${index + 1}: ${parsed}`);
      code = 1;
      continue;
    }
    const reading = far
      ? await far.read(parsed.text, now)
      : classifier.read(parsed.text, { now, zone, language, services: specs });
    write(JSON.stringify({ id: parsed.id, by: reading.by, requests: requestsOf(parsed.text, reading) }));
  }
  if (far) complain(showCost(far.cost()));
  return code;
}

function parseLine(line: string): z.infer<typeof lineSchema> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON; expected one object a line, like {"id":"1","text":"…"}';
  }
  const parsed = lineSchema.safeParse(value);
  return parsed.success ? parsed.data : 'expected {"id": text or number, "text": text}';
}

function refuse(complain: (line: string) => void, message: string): number {
  complain(message);
  return 1;
}

if (import.meta.main) {
  process.exitCode = await understand(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
}
