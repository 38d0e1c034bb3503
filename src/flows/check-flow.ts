/** One service's flow: what its shape alone can't tell. Pure: a checked shape in, findings out. */
import type { Stage } from "../conversation/flow/flow.ts";
import type { ruleNames } from "../conversation/flow/flow-question.ts";
import { statusNames } from "../domain/order.ts";
import { checkDispatch } from "./check-dispatch.ts";
import { checkKind } from "./check-kind.ts";
import { checkQuestion, checkUnits } from "./check-question.ts";
import { checkText } from "./check-text.ts";
import { checkTime } from "./check-time.ts";
import type { UnpinnedFlow } from "./pin.ts";
import { type Finding, oneOf, type Path, repeated } from "./problem.ts";
import { sayingKey } from "./saying.ts";

/** What the sentence of a stage is filled with. */
const stageVariables = ["ref", "time", "about", "note"] as const;
/** The same where the service has an appointment: its day, and its hour where one is agreed. */
const withAppointment = [...stageVariables, "appointment"] as const;

/** The questions that each rule reads or fills. */
const ruleNeeds: Readonly<Record<(typeof ruleNames)[number], readonly string[]>> = {
  inside_kingdom: ["from_city", "to_city"],
  checkout_from_nights: ["checkin", "nights", "checkout"],
  guests_from_adults_and_children: ["guests", "adults", "children"],
  duration_from_dates: ["date", "end_date", "duration"],
  end_time_from_duration: ["time", "time_end", "duration"],
  deadline_after_start: ["deadline"],
  basis_from_words: ["budget", "budget_basis"],
  unit_from_words: ["quantity", "quantity_unit"],
  without_url: ["url"],
  without_service: ["service"],
};

export function checkFlow(flow: UnpinnedFlow): Finding[] {
  return [
    ...flow.questions.flatMap((question, index) => checkQuestion(flow.questions, question, index)),
    ...repeated(flow.questions.map(({ name }) => name)).map(([index, name]) => ({
      path: ["questions", index, "name"],
      problem: `there are two questions named ${name}`,
      whatToDo: "Give each question a name of its own.",
    })),
    ...checkUnits(flow.questions),
    ...checkRules(flow),
    ...checkAbout(flow),
    ...checkTogether(flow),
    ...checkNext(flow),
    ...checkWhere(flow),
    ...checkCancelling(flow),
    ...checkOfferShows(flow),
    ...checkDispatch(flow),
    ...checkStages(flow.stages, flow.appointment ? withAppointment : stageVariables),
    ...checkTime(flow),
    ...checkKind(flow),
    ...checkTitles(flow),
    ...checkExamples(flow),
  ];
}

function checkRules(flow: UnpinnedFlow): Finding[] {
  const names = flow.questions.map(({ name }) => name);
  const used: { readonly rule: (typeof ruleNames)[number]; readonly path: Path }[] = [
    ...flow.rules.map((rule, index) => ({ rule, path: ["rules", index] })),
    ...flow.questions.flatMap(({ asked }, index) =>
      typeof asked === "object" ? [{ rule: asked.rule, path: ["questions", index, "asked"] }] : [],
    ),
  ];
  return used.flatMap(({ rule, path }) =>
    ruleNeeds[rule]
      .filter((name) => !names.includes(name))
      .map((name) => ({
        path,
        problem: `the rule ${rule} needs a question named ${name}, and there is none`,
        whatToDo: `Add the question ${name}, or remove the rule.`,
      })),
  );
}

/** The line that tells one order from another is shown of every order, so each of its fields must be there in every order. */
function checkAbout(flow: UnpinnedFlow): Finding[] {
  const always = flow.questions
    .filter(({ asked, only_if }) => asked === "required" && !only_if)
    .map(({ name }) => name);
  const names = flow.questions.map(({ name }) => name);
  return checkText(flow.about, ["about"], { kind: "part", variables: names }).concat(
    checkText(flow.about, ["about"], { kind: "part", variables: always })
      .filter(({ problem }) => names.some((name) => problem.includes(`{${name}} is not known`)))
      .map(({ path, problem }) => ({
        path,
        problem: problem.replace("is not known here", "may be missing in an order"),
        whatToDo: `Use fields that every order has: ${oneOf(always)}.`,
      })),
  );
}

/** Fields that read as one: each must be there, and the text may use these alone. */
function checkTogether(flow: UnpinnedFlow): Finding[] {
  const names = flow.questions.map(({ name }) => name);
  return flow.together.flatMap(({ fields, brief }, index) => [
    ...fields.flatMap((name, place) =>
      names.includes(name)
        ? []
        : [
            {
              path: ["together", index, "fields", place],
              problem: `there is no question named ${name}`,
              whatToDo: `Name one of: ${oneOf(names)}.`,
            },
          ],
    ),
    ...checkText(brief, ["together", index, "brief"], { kind: "part", variables: fields }),
  ]);
}

/** A fee for cancelling is charged where the flow says how much it is. */
function checkCancelling({ dispatch }: UnpinnedFlow): Finding[] {
  const { cancel_after: rule, cancel_fee: fee } = dispatch;
  if (rule === "fee" && fee === 0)
    return [
      {
        path: ["dispatch", "cancel_after"],
        problem: "cancelling costs a fee, and none is given",
        whatToDo: "Add cancel_fee: 2000 for 20 riyals (halalas, without tax), or write free or staff.",
      },
    ];
  if (rule === "fee" || fee === 0) return [];
  return [
    {
      path: ["dispatch", "cancel_fee"],
      problem: "a fee for cancelling is given, but never charged",
      whatToDo: "Write cancel_after: fee, or remove the line.",
    },
  ];
}

/** Where a partner must work is told by a place or an address. */
function checkWhere(flow: UnpinnedFlow): Finding[] {
  const places = flow.questions
    .filter(({ type }) => type === "place" || type === "address")
    .map(({ name }) => name);
  return flow.dispatch.where.flatMap((name, index) =>
    places.includes(name)
      ? []
      : [
          {
            path: ["dispatch", "where", index],
            problem: `there is no question named ${name} that asks for a place or an address`,
            whatToDo: places.length > 0 ? `Name one of: ${oneOf(places)}.` : "Remove the line.",
          },
        ],
  );
}

/** Other answers are shown, or kept, by their type. */
function checkOfferShows(flow: UnpinnedFlow): Finding[] {
  const words = flow.questions
    .filter(({ type }) => type === "text" || type === "url")
    .map(({ name }) => name);
  return flow.dispatch.offer_shows.flatMap((name, index) =>
    words.includes(name)
      ? []
      : [
          {
            path: ["dispatch", "offer_shows", index],
            problem: `there is no question named ${name} that is answered in words`,
            whatToDo: words.length > 0 ? `Name one of: ${oneOf(words)}.` : "Remove the line.",
          },
        ],
  );
}

/** «نبحث عن مندوب» goes on with «، ويصلك الرد قبل …»: a full stop would cut the sentence in two. */
function checkNext(flow: UnpinnedFlow): Finding[] {
  return (["ar", "en"] as const)
    .filter((language) => /[.،,؛;:!؟?]\s*$/u.test(flow.dispatch.next[language]))
    .map((language) => ({
      path: ["dispatch", "next", language],
      problem: "the sentence goes on after it, so it can't end with a punctuation mark",
      whatToDo: "Take the mark away: the customer reads «نبحث عن مندوب، ويصلك الرد قبل 3:30 عصرًا.»",
    }));
}

function checkStages(stages: readonly Stage[], variables: readonly string[]): Finding[] {
  return [
    ...repeated(stages.map(({ id }) => id)).map(([index, id]) => ({
      path: ["stages", index, "id"],
      problem: `there are two stages named ${id}`,
      whatToDo: "Give each stage a name of its own.",
    })),
    ...stages.flatMap((stage, index) => checkStage(stage, ["stages", index], variables)),
  ];
}

function checkStage({ id, label, tell, say }: Stage, path: Path, variables: readonly string[]): Finding[] {
  const status = statusNames.find((name) => name === id);
  return [
    ...(status
      ? [
          {
            path: [...path, "id"],
            problem: `${id} is the name of a status, so it can't be a stage`,
            whatToDo: "Choose another name: stages are steps inside in_progress.",
          },
        ]
      : []),
    ...(tell === "customer" && !say
      ? [
          {
            path,
            problem: `the customer is told of ${id}, but the sentence is missing`,
            whatToDo: "Add say: with ar: and en:, or write tell: silent.",
          },
        ]
      : []),
    ...checkText(label, [...path, "label"], { kind: "part", variables: [] }),
    ...(say ? checkText(say, [...path, "say"], { kind: "say", variables }) : []),
  ];
}

function checkTitles(flow: UnpinnedFlow): Finding[] {
  const part = { kind: "part", variables: [] } as const;
  return [
    ...checkText(flow.title, ["title"], part),
    ...checkText(flow.description, ["description"], part),
    ...checkText(flow.dispatch.next, ["dispatch", "next"], part),
    ...flow.price.lines.flatMap(({ label }, index) =>
      checkText(label, ["price", "lines", index, "label"], part),
    ),
  ];
}

function checkExamples(flow: UnpinnedFlow): Finding[] {
  const seen = new Map<string, string>();
  const all = (["ar", "en"] as const).flatMap((language) =>
    flow.for_example[language].map((text, index) => ({ text, path: ["for_example", language, index] })),
  );
  return all.flatMap(({ text, path }) => {
    const first = seen.get(sayingKey(text));
    seen.set(sayingKey(text), text);
    if (first === undefined) return [];
    return [
      {
        path,
        problem: `«${text}» says the same as «${first}» above`,
        whatToDo: "Remove it, or say it as somebody else would.",
      },
    ];
  });
}
