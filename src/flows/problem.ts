/**
 * What is wrong in a flow file, in the words of the person who owns the flows: where to look and what to do. Checks give findings
 * (a path inside one file); the loader turns them into problems with a file and a line.
 */

export type FlowProblem = {
  /** Path under the flows folder: `services/hotel_booking.yaml`. */
  readonly file: string;
  /** Counted from 1. A file that is missing has line 1. */
  readonly line: number;
  /** The question, stage or sentence that it is about: `question weight_kg`. */
  readonly where: string;
  readonly problem: string;
  readonly whatToDo: string;
};

export type Path = readonly (string | number)[];

/** A problem of a parsed file, found by a pure check. A `warning` is shown and stops nothing. */
export type Finding = {
  readonly path: Path;
  readonly problem: string;
  readonly whatToDo: string;
  readonly severity?: "warning";
};

/** One problem as three lines: place, problem, what to do. */
export function showProblem({ file, line, where, problem, whatToDo }: FlowProblem): string {
  return `${file}:${line}  ${where}\n    ${problem}\n    → ${whatToDo}`;
}

/** In the order in which a person goes through the files. */
export function sortProblems(problems: readonly FlowProblem[]): FlowProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** `a`, `b` or `c`, for the end of a sentence. */
export function oneOf(names: readonly string[]): string {
  return names.join(", ");
}

/** The name among `known` that was probably meant: at most two letters away. */
export function findNearest(name: string, known: readonly string[]): string | undefined {
  const near = known
    .map((candidate) => ({ candidate, distance: distanceBetween(name, candidate) }))
    .filter(({ candidate, distance }) => distance <= Math.min(2, Math.floor(candidate.length / 2)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** Levenshtein distance: insertions, deletions and exchanges of one letter. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Places where a name comes again, with the name. */
export function repeated(names: readonly string[]): (readonly [number, string])[] {
  return names.flatMap((name, index) => (names.indexOf(name) < index ? [[index, name] as const] : []));
}
