/**
 * `npm run flows:check [-- --flows DIR] [--prompts DIR]`: every problem of every flow at once, in the owner's terms. Looks at the
 * flows that the office would serve (WASIT_FLOWS) unless another folder is named.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigError, loadSettings } from "../config.ts";
import { checkExampleFiles, exampleFiles, readExamples } from "../flows/examples.ts";
import { type Loaded, loadCatalogue } from "../flows/load.ts";
import { type FlowProblem, showProblem } from "../flows/problem.ts";
import { root } from "../root.ts";
import { readOptions } from "./options.ts";

try {
  process.exitCode = check();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Prints what it finds; returns the exit code. */
function check(): number {
  const { flows, prompts } = readOptions(["flows", "prompts"], "npm run flows:check -- --flows FOLDER");
  const { flowsDir, zone } = loadSettings();
  const loaded = loadCatalogue(flows ?? flowsDir, zone);
  const problems = [
    ...(loaded.type === "problems" ? loaded.problems : []),
    ...examplesProblems(loaded, prompts ?? join(root, "prompts")),
  ];
  print(loaded.warnings, "warning: ");
  print(problems, "");
  console.log(summary(loaded, problems.length, loaded.warnings.length));
  return problems.length === 0 ? 0 : 1;
}

/** While a flow is broken, its services are not known: then only the sayings' own shape is checked. */
function examplesProblems(loaded: Loaded, prompts: string): FlowProblem[] {
  if (!existsSync(join(prompts, "examples.yaml"))) return [];
  return loaded.type === "loaded"
    ? checkExampleFiles(prompts, loaded.catalogue.specs)
    : exampleFiles(prompts).flatMap(({ name, text }) => [...readExamples(text, name).problems]);
}

function print(problems: readonly FlowProblem[], prefix: string): void {
  for (const problem of problems) console.log(`${prefix}${showProblem(problem)}\n`);
}

function summary(loaded: Loaded, problemCount: number, warningCount: number): string {
  const warned = warningCount === 0 ? "" : `, ${warningCount} warning${warningCount === 1 ? "" : "s"}`;
  if (problemCount > 0) return `${problemCount} problem${problemCount === 1 ? "" : "s"}${warned}`;
  const { flows, sentences } =
    loaded.type === "loaded" ? loaded.catalogue : { flows: new Map(), sentences: new Map() };
  return `${flows.size} flows, ${sentences.size} sentences, no problems${warned}`;
}
