/**
 * What the outside saw, line by line, written before anybody may rely on it: a life of the office begins (`started`) and ends in
 * order (`closed`); how many possible repeats its start counted (`counted`); a delivery is handed to it (`offered`) and is said to be
 * durable (`acked`); a message was handed over (`sent`).
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Line =
  | { readonly type: "started" | "closed" }
  | { readonly type: "counted"; readonly repeats: number }
  /** All bytes of the database's log up to here were written and synced. */
  | { readonly type: "synced"; readonly bytes: number }
  | { readonly type: "offered" | "acked"; readonly address: string; readonly n: number }
  | {
      readonly type: "sent";
      readonly address: string;
      readonly key: string;
      readonly seq: number;
      readonly text: string;
    };

/** Where the history of the runs on a folder lies: beside the data folder, on no disk that a test breaks. */
function historyOf(folder: string): string {
  return join(folder, "history.jsonl");
}

export function appendHistory(folder: string, line: Line): void {
  appendFileSync(historyOf(folder), `${JSON.stringify(line)}\n`);
}

/** All whole lines; a kill may have cut the last one. */
export function readHistory(folder: string): readonly Line[] {
  const file = historyOf(folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as Line];
      } catch {
        return [];
      }
    });
}

/** The history cut into the lives of the office, oldest first. */
export function livesOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const lives: Line[][] = [];
  for (const line of lines) {
    if (line.type === "started") lives.push([]);
    lives.at(-1)?.push(line);
  }
  return lives;
}
