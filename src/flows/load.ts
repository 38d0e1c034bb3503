/**
 * Files → checked flows. Reads everything under the flows folder, checks all of it, and gives either the whole catalogue or every
 * problem at once, each with its line. Nothing starts on half a catalogue.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { sentenceChoiceIds, sentenceVariables } from "../conversation/flow/sentences.ts";
import { type Keep, makeAnew } from "../domain/keep.ts";
import type { FlowVersion } from "../store/directory.ts";
import { checkFiles, type Loaded, type SourceFile } from "./check-files.ts";
import type { SentenceList } from "./check-office.ts";
import { type FlowProblem, showProblem } from "./problem.ts";

/**
 * Reads a flows folder. `zone` is the office's IANA time zone; `pinned` are the versions that orders and drafts still name, all of
 * which must be readable. `keep`: the same files need not be checked twice. Never throws for what stands in the files; a folder that can't be read is a problem too.
 */
export function loadCatalogue(
  flowsDir: string,
  zone: string,
  pinned: readonly FlowVersion[] = [],
  keep: Keep = makeAnew,
): Loaded {
  let files: SourceFile[];
  try {
    files = readdirSync(flowsDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        file: relative(flowsDir, path).split(sep).join("/"),
        text: readFileSync(path, "utf8"),
      }));
  } catch {
    return { type: "problems", problems: [unreadableFolder(flowsDir)], warnings: [] };
  }
  return keep("flows", JSON.stringify([files, zone, pinned]), () =>
    checkFiles(files, { zone, pinned, sentences: officeSentences }),
  );
}

function unreadableFolder(flowsDir: string): FlowProblem {
  return {
    file: flowsDir,
    line: 1,
    where: "the folder",
    problem: "the flows folder can't be read",
    whatToDo: "Check WASIT_FLOWS: the path must exist and be readable.",
  };
}

export type { Loaded };

/** The sentences that the conversation's code asks for. */
const officeSentences: SentenceList = {
  variables: sentenceVariables,
  choiceIds: sentenceChoiceIds,
};

/** All problems as one text for a person: three lines each, then how many. */
export function describeProblems(problems: readonly FlowProblem[]): string {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [...problems.map(showProblem), `${count} in the flows`].join("\n\n");
}
