/**
 * A dialogue as data: one sentence, an answer to each question that it leaves open, and the order that must come of it. Questions
 * are known by the name of their field, so a flow may ask them in any order.
 */
import { z } from "zod";
import type { MessageJson } from "../../../src/web/api/schemas.ts";
import { plain } from "../../kit.ts";
import { fileNamed } from "./files.ts";
import type { PermittedOffice } from "./permitted-office.ts";
import { type Sent, type Visit, visit } from "./visit.ts";

const oneSchema = z.union([
  z.string(),
  /** A button under the newest question, by what stands on it. */
  z.strictObject({ press: z.string() }),
  z.strictObject({ attach: z.string() }),
  z.strictObject({ pin: z.tuple([z.number(), z.number()]) }),
]);
type One = z.infer<typeof oneSchema>;

const dialogueSchema = z.strictObject({
  says: z.string(),
  /** By the name of what is asked; several messages where the question stays open until the last of them. */
  answers: z.record(z.string(), z.union([oneSchema, z.array(oneSchema).min(1)])),
  /** All fields of the order, and no other; files by their names. */
  order: z.record(z.string(), z.unknown()),
  /** Words that the read-back must have. */
  read_back: z.array(z.string()).default([]),
});
export type Dialogue = z.infer<typeof dialogueSchema>;

export const tableSchema = z.strictObject({
  service: z.string(),
  ar: z.array(dialogueSchema).min(1),
  en: z.array(dialogueSchema).min(1),
});

export type Played = {
  readonly visit: Visit;
  /** The questions that were asked, in their order. */
  readonly asked: readonly string[];
  readonly readBack: string;
  /** The office's last line. */
  readonly placed: MessageJson | undefined;
};

const yes = { ar: "نعم", en: "yes" } as const;
/** More questions than any form has. */
const maxTurns = 25;

/**
 * Plays it until nothing is asked any more.
 * @throws when a question comes that the dialogue has no answer to, or has answered before
 */
export async function play(
  office: PermittedOffice,
  { language, address, says, answers }: Dialogue & { language: "ar" | "en"; address: string },
): Promise<Played> {
  const here = await visit({ base: office.base, address, settled: office.settled }, language);
  const asked: string[] = [];
  let readBack = "";
  let heard = await here.send({ text: says });
  for (let turn = 0; turn < maxTurns; turn++) {
    const open = await office.asked(here.conversation);
    if (open === undefined) break;
    if (asked.includes(open)) throw new Error(`${open} is asked twice: ${textOf(heard)}`);
    const answer = open === "read_back" ? yes[language] : answers[open];
    if (answer === undefined)
      throw new Error(`${open} is asked, and nothing is known of it: ${textOf(heard)}`);
    if (open === "read_back") readBack = textOf(heard);
    asked.push(open);
    heard = await give(office, here, open, [answer].flat());
  }
  return { visit: here, asked, readBack, placed: heard.at(-1) };
}

async function give(
  office: PermittedOffice,
  here: Visit,
  open: string,
  messages: readonly One[],
): Promise<readonly MessageJson[]> {
  let heard: readonly MessageJson[] = [];
  for (const [at, one] of messages.entries()) {
    heard = await here.send(asSent(one, here.lines));
    const still = await office.asked(here.conversation);
    if (at < messages.length - 1 && still !== open)
      throw new Error(`${JSON.stringify(one)} was to leave ${open} open, and ${still} is: ${textOf(heard)}`);
  }
  return heard;
}

function asSent(one: One, lines: readonly MessageJson[]): Sent {
  if (typeof one === "string") return { text: one };
  if ("attach" in one) return { file: fileNamed(one.attach), name: one.attach };
  if ("pin" in one) return { location: { latitude: one.pin[0], longitude: one.pin[1] } };
  const choices = lines.findLast(({ from }) => from === "office")?.choices ?? [];
  const choice = choices.find(({ label }) => label === one.press)?.value;
  if (choice === undefined)
    throw new Error(`no button ${one.press}, only: ${choices.map(({ label }) => label).join(", ")}`);
  return { choice };
}

/** The words of these lines, without the marks of writing direction. */
export function textOf(lines: readonly MessageJson[]): string {
  return lines.map(({ text = "" }) => plain(text)).join("\n");
}
