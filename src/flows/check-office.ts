/**
 * The files around the services: the office's sentences, the statuses, the menu, the office itself. Pure: checked shapes in,
 * findings out.
 */
import type { Menu, OfficeFacts, Sentence, StatusText } from "../conversation/flow/flow.ts";
import { statusNames } from "../domain/order.ts";
import { checkOptionWords } from "./check-question.ts";
import { checkText } from "./check-text.ts";
import { type Finding, findNearest, oneOf, type Path, repeated } from "./problem.ts";

/** The closed lists that the conversation's code hangs on (`conversation/flow/sentences.ts`). */
export type SentenceList = {
  readonly variables: Readonly<Record<string, readonly string[]>>;
  readonly choiceIds: Readonly<Record<string, readonly string[] | undefined>>;
};

/** What a status's sentences are filled with. */
const statusVariables = ["ref", "about", "time", "reason"] as const;

/** Sentences of one file under `repairs/`. `file` is its name without folder and ending. */
export function checkSentences(
  file: string,
  sentences: Readonly<Record<string, Sentence>>,
  list: SentenceList,
): Finding[] {
  const known = namesIn(file, list);
  return [
    ...Object.entries(sentences).flatMap(([name, sentence]) =>
      known.includes(name)
        ? checkSentence(`${file}.${name}`, sentence, [name], list)
        : [unknownSentence(name, known)],
    ),
    ...known
      .filter((name) => !sentences[name])
      .map((name) => ({
        path: [],
        problem: `the sentence ${name} is missing`,
        whatToDo: `Add ${name}: with say: (ar: and en:).${shownVariables(list.variables[`${file}.${name}`])}`,
      })),
  ];
}

/** Names of the sentences that a file under `repairs/` must hold. */
export function namesIn(file: string, list: SentenceList): string[] {
  return Object.keys(list.variables)
    .filter((key) => key.startsWith(`${file}.`))
    .map((key) => key.slice(file.length + 1));
}

/** Files that must be there under `repairs/`, without ending. */
export function repairFiles(list: SentenceList): string[] {
  return [...new Set(Object.keys(list.variables).map((key) => key.slice(0, key.indexOf("."))))];
}

function shownVariables(variables: readonly string[] = []): string {
  return variables.length > 0 ? ` It may use ${variables.map((name) => `{${name}}`).join(", ")}.` : "";
}

function unknownSentence(name: string, known: readonly string[]): Finding {
  const near = findNearest(name, known);
  return {
    path: [name],
    problem: `no conversation uses a sentence named ${name}`,
    whatToDo: near
      ? `Write ${near} if that is meant.`
      : `Remove it. In this file: ${oneOf(known) || "none"}.`,
  };
}

function checkSentence(key: string, { say, choices }: Sentence, path: Path, list: SentenceList): Finding[] {
  const ids = choices.map(({ id }) => id);
  const needed = list.choiceIds[key] ?? [];
  return [
    ...checkText(say, [...path, "say"], {
      // The read-back may be longer than a bubble (voice, rule 3).
      kind: key.startsWith("read_back.") ? "part" : "say",
      variables: list.variables[key] ?? [],
      mayCelebrate: key.startsWith("placed."),
    }),
    ...choices.flatMap(({ label }, index) =>
      checkText(label, [...path, "choices", index, "label"], { kind: "part", variables: [] }),
    ),
    ...repeated(ids).map(([index, id]) => ({
      path: [...path, "choices", index, "id"],
      problem: `there are two choices with the id ${id}`,
      whatToDo: "Give each choice an id of its own.",
    })),
    ...checkOptionWords(choices, [...path, "choices"]),
    ...needed
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        path,
        problem: `the choice ${id} is missing`,
        whatToDo: `Add a choice with id: ${id}. Needed here: ${oneOf(needed)}.`,
      })),
  ];
}

/** One file under `status/`; `file` is its name without ending. */
export function checkStatus(file: string, status: StatusText): Finding[] {
  const mayCelebrate = status.id === "placed" || status.id === "done";
  const rules = { kind: "say", variables: statusVariables, mayCelebrate } as const;
  return [
    ...(file === status.id ? [] : [misnamed(status.id, file)]),
    ...(status.tell === "customer" && !status.say
      ? [
          {
            path: [],
            problem: `the customer is told of ${status.id}, but the sentence is missing`,
            whatToDo: "Add say: with ar: and en:, or write tell: silent.",
          },
        ]
      : []),
    ...checkText(status.label, ["label"], { kind: "part", variables: [] }),
    ...(status.say ? checkText(status.say, ["say"], rules) : []),
    ...checkText(status.asked, ["asked"], rules),
  ];
}

export function misnamed(id: string, file: string): Finding {
  return {
    path: ["id"],
    problem: `the file is called ${file}.yaml, but its id is ${id}`,
    whatToDo: `Rename the file to ${id}.yaml, or write id: ${file}.`,
  };
}

/** Statuses that have no file. */
export function missingStatuses(files: readonly string[]): readonly string[] {
  return statusNames.filter((name) => !files.includes(name));
}

/** @param unoffered those of them that are no services for customers */
export function checkMenu(
  menu: Menu,
  services: readonly string[],
  unoffered: readonly string[] = [],
): Finding[] {
  return [
    ...menu.offer.flatMap((id, index) => {
      if (services.includes(id)) return [];
      const near = findNearest(id, services);
      return [
        {
          path: ["offer", index],
          problem: `the menu offers ${id}, and there is no such service`,
          whatToDo: near ? `Write ${near} if that is meant.` : `Add services/${id}.yaml, or remove the line.`,
        },
      ];
    }),
    ...(menu.show_first ?? []).flatMap((id, index) =>
      menu.offer.includes(id)
        ? []
        : [
            {
              path: ["show_first", index],
              problem: `the menu shows ${id} first and does not offer it`,
              whatToDo: `Add - ${id} under offer, or remove the line.`,
            },
          ],
    ),
    ...repeated(menu.offer).map(([index, id]) => ({
      path: ["offer", index],
      problem: `the menu offers ${id} twice`,
      whatToDo: "Remove one of the two lines.",
    })),
    ...services
      .filter((id) => !menu.offer.includes(id) && !unoffered.includes(id))
      .map((id) => ({
        path: ["offer"],
        problem: `the service ${id} is not on the menu, so nobody can start it`,
        whatToDo: `Add the line - ${id}, or remove services/${id}.yaml.`,
        severity: "warning" as const,
      })),
  ];
}

export function checkOffice(office: OfficeFacts): Finding[] {
  return [
    ...Object.entries(office.hours).flatMap(([day, shifts]) => checkShifts(shifts, ["hours", day])),
    ...Object.entries(office.ramadan ?? {}).flatMap(([day, shifts]) => checkShifts(shifts, ["ramadan", day])),
    ...office.holidays.flatMap(checkHoliday),
    ...checkHeld(office.permits),
    ...repeated(office.holidays.map(({ date }) => date)).map(([index, date]) => ({
      path: ["holidays", index, "date"],
      problem: `${date} is a holiday twice`,
      whatToDo: "Remove one of the two.",
    })),
  ];
}

function checkHoliday({ date, until }: OfficeFacts["holidays"][number], index: number): Finding[] {
  const days = [
    ["date", date],
    ["until", until ?? date],
  ] as const;
  const wrong = days.find(([, day]) => !isCalendarDate(day));
  if (wrong)
    return [
      {
        path: ["holidays", index, wrong[0]],
        problem: `there is no day ${wrong[1]}`,
        whatToDo: "Write an existing day as year-month-day.",
      },
    ];
  return until === undefined || until >= date
    ? []
    : [
        {
          path: ["holidays", index, "until"],
          problem: `it ends on ${until}, before it begins (${date})`,
          whatToDo: "Let until: be the last day, or leave it out.",
        },
      ];
}

/** A permit is held with a number and a last day, or not at all. */
function checkHeld(permits: OfficeFacts["permits"]): Finding[] {
  return [
    ...repeated(permits.map(({ id }) => id)).map(([index, id]) => ({
      path: ["permits", index, "id"],
      problem: `the permit ${id} stands there twice`,
      whatToDo: "Remove one of the two.",
    })),
    ...permits.flatMap(({ id, number, valid_until: until }, index) => {
      const path = ["permits", index, "valid_until"];
      if (until !== undefined && !isCalendarDate(until))
        return [
          { path, problem: `there is no day ${until}`, whatToDo: "Write an existing day as year-month-day." },
        ];
      if ((number === undefined) === (until === undefined)) return [];
      return [
        {
          path: ["permits", index],
          problem: `the permit ${id} has ${number === undefined ? "an end, but no number" : "a number, but no end"}`,
          whatToDo: "Write number: and valid_until:, or neither while the office does not hold it.",
        },
      ];
    }),
  ];
}

/** A shift of the night ends by then; a later end before its begin is a slip. */
const latestEnd = "06:00";

function checkShifts(shifts: OfficeFacts["hours"]["sunday"], path: Path): Finding[] {
  return shifts.flatMap(([from, to], index) => {
    const wrong = [from, to].find((time) => !/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time));
    const before = shifts[index - 1]?.[1];
    const at = [...path, index];
    if (wrong)
      return [
        {
          path: at,
          problem: `${wrong} is not a time of day`,
          whatToDo: 'Write hours and minutes, like "09:00".',
        },
      ];
    if (from === to || (from > to && to > latestEnd))
      return [
        {
          path: at,
          problem: `it opens at ${from} and closes at ${to}`,
          whatToDo: "Let it close after it opens.",
        },
      ];
    // One that runs past midnight is the day's last.
    const isPast = before !== undefined && before < (shifts[index - 1]?.[0] ?? "");
    if (before !== undefined && (before > from || isPast))
      return [
        {
          path: at,
          problem: `this shift begins at ${from}, before the one above ends (${before})`,
          whatToDo: "Put the shifts in order, without overlap.",
        },
      ];
    return [];
  });
}

/** `2026-02-30` has the form of a date and is none. */
function isCalendarDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}
