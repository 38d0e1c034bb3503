/** Many faults, each on a folder of its own: a life that the fault ends, a last life that plays to the end, and the checker. */
import { checkInvariants } from "./checker.ts";
import { type Ended, type Life, live, makeFolder, removeFolder } from "./processes.ts";
import { customers } from "./story.ts";

export type Outcome = {
  readonly fault: string;
  /** How the life ended in which the fault was. */
  readonly ended: Ended;
  /** Violations that the checker found after the last life. */
  readonly wrong: readonly string[];
};

/** A fault may fall into the very first life of a data folder, or into a later one. */
export type Folder = "new" | "used";

/** A folder for a fault; a used one has a database with a customer in it. */
export async function prepareFolder(kind: Folder): Promise<string> {
  const folder = makeFolder();
  if (kind === "used") await live(folder, { customers: 1, seed: 0 });
  return folder;
}

/** One fault and what it left. */
async function suffer(fault: string, kind: Folder, life: Life): Promise<Outcome> {
  const folder = await prepareFolder(kind);
  try {
    const ended = await live(folder, life);
    const last = await live(folder, { customers: life.customers, seed: 99 });
    const wrong = last.code === 0 ? [] : [`the last life ended with ${last.code}: ${last.stderr}`];
    wrong.push(...(await checkInvariants(folder, customers(life.customers))));
    return { fault, ended, wrong };
  } finally {
    removeFolder(folder);
  }
}

/** Every fault of a list, two at a time. */
export async function sufferAll(
  faults: readonly string[],
  kind: Folder,
  lifeOf: (fault: string) => Life,
): Promise<readonly Outcome[]> {
  const left = faults.values();
  const outcomes: Outcome[] = [];
  const walk = async () => {
    for (const fault of left) outcomes.push(await suffer(fault, kind, lifeOf(fault)));
  };
  await Promise.all([walk(), walk()]);
  return outcomes;
}

/** The outcomes with which something was wrong, as short as a report should be. */
export function faultsIn(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ fault, wrong }) => wrong.map((one) => `${fault}: ${one}`)).slice(0, 20);
}

/** 1, 2, … n as faults of one kind. */
export function each(kind: string, most: number): readonly string[] {
  return Array.from({ length: most }, (_, index) => `${kind}:${index + 1}`);
}
