/** What a flow says of time: its appointment, what it renews, stages that take so long. Pure: a checked shape in, findings out. */
import type { Question } from "../conversation/flow/flow.ts";
import type { UnpinnedFlow } from "./pin.ts";
import { type Finding, oneOf, type Path } from "./problem.ts";

export function checkTime(flow: UnpinnedFlow): Finding[] {
  return [...checkAppointment(flow), ...checkBegin(flow), ...checkDays(flow), ...checkRenewal(flow)];
}

/** A partner is late with its begin by a date of the form. */
function checkBegin({ dispatch: { begin_on: name }, questions }: UnpinnedFlow): Finding[] {
  return name === undefined ? [] : namesOne(questions, "date", name, ["dispatch", "begin_on"]);
}

/** A time is on the day of a date question. */
function checkDays({ questions }: UnpinnedFlow): Finding[] {
  return questions.flatMap(({ name, type, day }, index) => {
    if (day === undefined) return [];
    const path = ["questions", index, "day"];
    if (type === "time") return namesOne(questions, "date", day, path);
    return [{ path, problem: `${name} is no time, so it is on no day`, whatToDo: "Remove the line." }];
  });
}

function checkAppointment({ appointment, questions, stages }: UnpinnedFlow): Finding[] {
  if (!appointment) return [];
  const { date, time, certain_from: certain, came, only_if: kind } = appointment;
  const at = (...path: Path): Path => ["appointment", ...path];
  const ids = stages.map(({ id }) => id);
  const options = questions.find(({ name }) => name === kind?.field)?.options?.map(({ id }) => id) ?? [];
  return [
    ...namesOne(questions, "date", date, at("date")),
    ...(time === undefined ? [] : namesOne(questions, "time", time, at("time"))),
    ...(certain === undefined ? [] : isAmong(ids, certain, "stage", at("certain_from"))),
    ...(came === undefined ? [] : isAmong(ids, came, "stage", at("came"))),
    ...(kind ? namesOne(questions, "choice", kind.field, at("only_if", "field")) : []),
    ...(kind?.is.flatMap((id, index) => isAmong(options, id, "option", at("only_if", "is", index))) ?? []),
  ];
}

/** Staff note the last day; a day that customers tell would be that of what they had before. */
function checkRenewal({ renewal, questions }: UnpinnedFlow): Finding[] {
  if (!renewal) return [];
  const path = ["renewal", "expiry_field"];
  const question = questions.find(({ name }) => name === renewal.expiry_field);
  if (question?.type !== "date" || question.derived)
    return namesOne(questions, "date", renewal.expiry_field, path);
  return [
    {
      path,
      problem: `customers tell ${question.name} themselves, so it may be the last day of what they had before`,
      whatToDo: "Name a date question with derived: true and asked: optional, which staff fill in.",
    },
  ];
}

function namesOne(
  questions: readonly Question[],
  type: Question["type"],
  name: string,
  path: Path,
): Finding[] {
  const fitting = questions.filter((question) => question.type === type).map((question) => question.name);
  return fitting.includes(name)
    ? []
    : [
        {
          path,
          problem: `there is no question named ${name} that asks for a ${type}`,
          whatToDo: fitting.length > 0 ? `Name one of: ${oneOf(fitting)}.` : "Remove the line.",
        },
      ];
}

function isAmong(known: readonly string[], id: string, what: string, path: Path): Finding[] {
  return known.includes(id)
    ? []
    : [
        {
          path,
          problem: `there is no ${what} ${id}`,
          whatToDo: known.length > 0 ? `Name one of: ${oneOf(known)}.` : "Remove the line.",
        },
      ];
}
