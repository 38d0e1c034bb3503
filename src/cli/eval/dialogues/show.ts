/** `--dialogues`: plays, and prints what failed and the sums. */
import { ConfigError } from "../../../config.ts";
import { fixedNow } from "../parts.ts";
import { openCustomersOffice } from "./office.ts";
import { type DialogueName, nameOf } from "./plan.ts";
import { dialogueNames, type Played, playDialogue } from "./play.ts";
import { dialogueTables, faultTable, showDialogue } from "./tables.ts";

/**
 * Plays so many dialogues of each service and variety, or the one of this name.
 * @throws ConfigError for a count, a name or a seed that is none
 */
export async function showDialogues(which: string, seedGiven = "1"): Promise<void> {
  const seed = Number(seedGiven);
  if (!Number.isInteger(seed)) throw new ConfigError(`--seed ${seedGiven}: expected a whole number`);
  const names = namesOf(which);
  const office = await openCustomersOffice(fixedNow);
  const played: Played[] = [];
  try {
    for (const name of names) {
      const one = await playDialogue(office, name, seed);
      played.push(one);
      if (one.faults.length > 0 || names.length === 1) process.stdout.write(`${showDialogue(one, seed)}\n\n`);
    }
  } finally {
    await office.close();
  }
  process.stdout.write(`${dialogueTables(played)}\n\n${faultTable(played)}\n`);
}

function namesOf(which: string): readonly DialogueName[] {
  if (/^[1-9]\d*$/.test(which)) return dialogueNames(Number(which));
  const nth = Number(/\/(\d+)$/.exec(which)?.[1] ?? Number.NaN);
  const found = Number.isNaN(nth) ? undefined : dialogueNames(nth + 1).find((name) => nameOf(name) === which);
  if (!found)
    throw new ConfigError(`--dialogues ${which}: expected a count, or a name like en/hotel_booking/3`);
  return [found];
}
