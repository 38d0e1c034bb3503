/** One question of a flow: what its shape alone can't tell, and how it stands beside its neighbours. Pure. */
import type { Question } from "../conversation/flow/flow.ts";
import { fold } from "../language/letters/normalise.ts";
import { checkText } from "./check-text.ts";
import { type Finding, oneOf, type Path, repeated } from "./problem.ts";

const longestId = 40;

/** Findings of the question at `index` among all `questions` of its flow. */
export function checkQuestion(questions: readonly Question[], question: Question, index: number): Finding[] {
  const path: Path = ["questions", index];
  return [
    ...checkAsk(question, path),
    ...checkOnlyIf(questions, question, index),
    ...checkOptions(question, path),
    ...checkLimits(question, path),
    ...checkText(question.label, [...path, "label"], { kind: "part", variables: [] }),
    ...(question.ask ? checkText(question.ask, [...path, "ask"], { kind: "ask", variables: [] }) : []),
    ...(question.brief
      ? checkText(question.brief, [...path, "brief"], { kind: "part", variables: briefVariables(question) })
      : []),
    ...(question.show
      ? checkText(question.show, [...path, "show"], { kind: "part", variables: ["value"] })
      : []),
  ];
}

/** A count for plurals and a yes or no to choose words by are there only where the value is one. */
function briefVariables({ type }: Question): readonly string[] {
  if (type === "number" || type === "integer") return ["value", "count"];
  return type === "yes_no" ? ["value", "is"] : ["value"];
}

function checkAsk({ name, ask, asked, later, type, format }: Question, path: Path): Finding[] {
  const findings: Finding[] = [];
  if (!ask && asked !== "optional")
    findings.push({
      path,
      problem: `${name} is asked for, but its question is missing`,
      whatToDo: "Add ask: with ar: and en:, or write asked: optional.",
    });
  if (later && asked === "optional")
    findings.push({
      path: [...path, "later"],
      problem: `${name} is never asked, so nobody can answer «لاحقًا»`,
      whatToDo: "Remove later, or let the question be asked.",
    });
  if (format && type !== "text" && type !== "address")
    findings.push({
      path: [...path, "format"],
      problem: `format is for text and address; ${name} is of type ${type}`,
      whatToDo: "Remove format, or change the type to text.",
    });
  if (ask && !isClosedByOptions(type) && !/\(/.test(ask.ar))
    findings.push({
      path: [...path, "ask", "ar"],
      problem: "the question gives neither an example nor a reason",
      whatToDo: "End it with one in brackets: (مثل …).",
      severity: "warning",
    });
  return findings;
}

function isClosedByOptions(type: Question["type"]): boolean {
  return type === "choice" || type === "yes_no";
}

function checkOnlyIf(questions: readonly Question[], question: Question, index: number): Finding[] {
  const condition = question.only_if;
  if (!condition) return [];
  const path: Path = ["questions", index, "only_if"];
  const at = questions.findIndex(({ name }) => name === condition.field);
  const choices = questions.slice(0, index).filter(({ type }) => type === "choice");
  const names = choices.map(({ name }) => name);
  const other = questions[at];
  if (!other || at >= index || other.type !== "choice") {
    const problem = !other
      ? `there is no question named ${condition.field}`
      : at >= index
        ? `${condition.field} comes only after this question`
        : `${condition.field} is no choice (it is of type ${other.type})`;
    const whatToDo =
      names.length > 0 ? `Name an earlier choice: ${oneOf(names)}.` : "Put a choice question before it.";
    return [{ path: [...path, "field"], problem, whatToDo }];
  }
  const ids = (other.options ?? []).map(({ id }) => id);
  const said = "is" in condition ? "is" : "is_not";
  return ["is" in condition ? condition.is : condition.is_not]
    .flat()
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      path: [...path, said],
      problem: `${condition.field} has no option ${id}`,
      whatToDo: `Its options: ${oneOf(ids)}.`,
    }));
}

function checkOptions(question: Question, path: Path): Finding[] {
  const { name, type, options } = question;
  if (type !== "choice") {
    if (!options) return [];
    return [
      {
        path: [...path, "options"],
        problem: `${name} has options, but is of type ${type}`,
        whatToDo: "Write type: choice, or remove the options.",
      },
    ];
  }
  // Variants are checked in their own files.
  if (question.options_from === "variants") return checkOffered(question, path);
  if (!options || options.length < 2) {
    return [
      {
        path: options ? [...path, "options"] : path,
        problem: `${name} is a choice with fewer than two options`,
        whatToDo: "Add options:, each with id and label.",
      },
    ];
  }
  return [
    ...repeated(options.map(({ id }) => id)).map(([index, id]) => ({
      path: [...path, "options", index, "id"],
      problem: `${name} has two options with the id ${id}`,
      whatToDo: "Give each option an id of its own.",
    })),
    ...options.flatMap(({ id }, index) => checkIdLength(id, [...path, "options", index, "id"])),
    ...checkOptionWords(options, [...path, "options"]),
    ...checkOffered(question, path),
    ...options.flatMap(({ label }, index) =>
      checkText(label, [...path, "options", index, "label"], { kind: "part", variables: [] }),
    ),
  ];
}

/** A button carries the id and the number of its question, in 64 bytes at most (`choiceValue`): one that is cut off would do nothing. */
function checkIdLength(id: string, path: Path): Finding[] {
  if (id.length <= longestId) return [];
  return [
    {
      path,
      problem: `the id ${id} is too long for a button`,
      whatToDo: `Keep to ${longestId} letters; customers never see it.`,
    },
  ];
}

/** Options that are offered first, and the one for everything else, must be there. */
function checkOffered({ name, options = [], offer_first = [], otherwise }: Question, path: Path): Finding[] {
  const ids = options.map(({ id }) => id);
  const absent = (id: string, where: Path): Finding[] => {
    if (ids.includes(id)) return [];
    return [{ path: where, problem: `${name} has no option ${id}`, whatToDo: `Its options: ${oneOf(ids)}.` }];
  };
  return [
    ...offer_first.flatMap((id, index) => absent(id, [...path, "offer_first", index])),
    ...(otherwise ? absent(otherwise.option, [...path, "otherwise", "option"]) : []),
  ];
}

/** A word that means two options means neither. */
export function checkOptionWords(
  options: readonly {
    readonly id: string;
    readonly label: { ar: string; en: string };
    readonly words: readonly string[];
  }[],
  path: Path,
): Finding[] {
  const owner = new Map<string, string>();
  return options.flatMap(({ id, label, words }, index) =>
    [label.ar, label.en, ...words].flatMap((word, place) => {
      const first = owner.get(fold(word));
      owner.set(fold(word), first ?? id);
      if (first === undefined || first === id) return [];
      return [
        {
          path: place < 2 ? [...path, index, "label"] : [...path, index, "words", place - 2],
          problem: `«${word}» stands for ${first} and for ${id}`,
          whatToDo: "Keep it at one of the two.",
        },
      ];
    }),
  );
}

const numeric: ReadonlySet<Question["type"]> = new Set(["number", "integer", "money"]);

function checkLimits(question: Question, path: Path): Finding[] {
  const { name, type, min, max, above, units, scales } = question;
  const findings: Finding[] = [];
  const least = above ?? min;
  if (least !== undefined && max !== undefined && (above !== undefined ? least >= max : least > max))
    findings.push({
      path: [...path, "max"],
      problem: `${name} can have no value: at least ${least}, at most ${max}`,
      whatToDo: "Make max greater than the lower limit.",
    });
  const limits = ["min", "max", "above"] as const;
  if (!numeric.has(type))
    for (const limit of limits.filter((limit) => question[limit] !== undefined))
      findings.push({
        path: [...path, limit],
        problem: `${limit} is for numbers; ${name} is of type ${type}`,
        whatToDo: `Remove ${limit}, or change the type to number or integer.`,
      });
  if (!numeric.has(type) && (units.length > 0 || Object.keys(scales).length > 0))
    findings.push({
      path: [...path, units.length > 0 ? "units" : "scales"],
      problem: `units are for numbers; ${name} is of type ${type}`,
      whatToDo: "Remove them, or write them as cues.",
    });
  return findings;
}

/** «3 كرتون» must belong to one question: a unit of two questions would be read for either. */
export function checkUnits(questions: readonly Question[]): Finding[] {
  const owner = new Map<string, string>();
  return questions.flatMap(({ name, units, scales }, index) =>
    [
      ...units.map((unit, place) => ({ unit, at: ["units", place] })),
      ...Object.keys(scales).map((unit) => ({ unit, at: ["scales", unit] })),
    ].flatMap(({ unit, at }) => {
      const first = owner.get(fold(unit));
      owner.set(fold(unit), first ?? name);
      if (first === undefined || first === name) return [];
      return [
        {
          path: ["questions", index, ...at],
          problem: `the unit «${unit}» belongs to ${first} and to ${name}`,
          whatToDo: "Keep it at one of the two: a number that stands with it must have one meaning.",
        },
      ];
    }),
  );
}
