/** One YAML file read with its lines: the value, and the line on which any part of it stands. Knows nothing of flows. */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from "yaml";
import type { FlowProblem, Path } from "./problem.ts";

export type YamlFile = {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** Spelling problems; when there are any, `value` is not to be trusted. */
  readonly problems: readonly FlowProblem[];
  /** The line of the part at `path`, or of the nearest part around it that exists. */
  readonly lineOf: (path: Path) => number;
};

/** Never throws, whatever the text. `file` is only used to name it. */
export function parseYamlFile(file: string, text: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const problems = document.errors.map((error) => ({
    file,
    line: openQuoteLine(error, text) ?? lineAt(error.pos[0]),
    where: "the file",
    ...wordsFor(error, text),
  }));
  return {
    file,
    text,
    value: problems.length === 0 ? document.toJS() : undefined,
    problems,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** Offset of the key (in a map) or of the entry (in a list) that `path` leads to. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: ParsedNode | null = document.contents;
  let offset = node?.range[0] ?? 0;
  for (const step of path) {
    let next: ParsedNode | null = null;
    if (isMap(node)) {
      const pair: { key: ParsedNode; value: ParsedNode | null } | undefined = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (!pair) break;
      offset = pair.key.range[0];
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(step)] ?? null;
      if (!next) break;
      offset = next.range[0];
    } else break;
    node = next;
  }
  return offset;
}

/** An open quotation mark is only noticed at the end of the file; what its owner looks for is the line on which it opens. */
function openQuoteLine(error: YAMLError, text: string): number | undefined {
  if (error.code !== "MISSING_CHAR" || error.pos[0] < text.trimEnd().length) return undefined;
  const lines = text.split("\n");
  const odd = lines.findIndex(
    (line) => !/^\s*#/.test(line) && (line.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1,
  );
  return odd < 0 ? undefined : odd + 1;
}

function wordsFor(error: YAMLError, text: string): { problem: string; whatToDo: string } {
  switch (error.code) {
    case "DUPLICATE_KEY": {
      const key = /^[^:\n]*/.exec(text.slice(error.pos[0]))?.[0]?.trim() ?? "";
      return {
        problem: `"${key}" stands twice in the same place`,
        whatToDo: "Keep one of the two and remove the other.",
      };
    }
    case "TAB_AS_INDENT":
      return {
        problem: "the line begins with a tab",
        whatToDo: "Indent with spaces only: two for each level.",
      };
    case "BAD_INDENT":
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        problem: "the line does not fit into the lines around it",
        whatToDo: "Check its indentation (two spaces for each level), and that texts stand in quotes.",
      };
    case "MISSING_CHAR":
      return {
        problem: "a quotation mark, a bracket or a colon is missing here",
        whatToDo: 'Close every " with a second one, every [ with ], and write a colon after each name.',
      };
    default:
      return {
        problem: "the text can't be read as YAML from here on",
        whatToDo: "Compare the line with its neighbours: indentation, colon after the name, text in quotes.",
      };
  }
}
