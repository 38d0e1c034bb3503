/**
 * What the outside saw, line by line, written before anybody may rely on it: `offered` (a delivery is handed to the office),
 * `acked` (the office said it is durable), `sent` (the office handed a message over), `started`, `closed`.
 */
import { appendFileSync, existsSync, readFileSync } from "node:fs";

export type Line =
  | { readonly type: "started" | "closed" }
  | { readonly type: "offered" | "acked"; readonly address: string; readonly n: number }
  | {
      readonly type: "sent";
      readonly address: string;
      readonly key: string;
      readonly seq: number;
      readonly text: string;
    };

export function appendHistory(file: string, line: Line): void {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** All whole lines; a kill may have cut the last one. */
export function readHistory(file: string): readonly Line[] {
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
