/**
 * `npm run generate [-- --check] [--flows DIR]`: writes what is made from the sources, `flows/flow.schema.json` and the first line of
 * each flow file that leads to it. `--check` writes nothing and fails where something is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { parseArgs } from "node:util";
import { flowSchemaText, withSchemaLine } from "../flows/flow-schema.ts";

const { values } = parseArgs({
  options: { check: { type: "boolean", default: false }, flows: { type: "string", default: "flows" } },
});

const wanted = [
  { path: join(values.flows, "flow.schema.json"), text: flowSchemaText() },
  ...flowFiles(values.flows).map((file) => {
    const path = join(values.flows, file);
    return { path, text: withSchemaLine(file, readFileSync(path, "utf8")) };
  }),
];
const stale = wanted.filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text);

if (values.check) {
  for (const { path } of stale) console.log(`${path} is stale: run npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const { path, text } of stale) writeFileSync(path, text);
  console.log(
    stale.length === 0 ? "everything is fresh" : `written: ${stale.map(({ path }) => path).join(", ")}`,
  );
}

/** Paths under the flows folder, with `/`. */
function flowFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.split(sep).join("/"))
    .sort();
}
