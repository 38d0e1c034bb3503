/**
 * The files of a service's variants put into its flow: each becomes an option of the question that asks for it, and the flow's hash
 * then covers them. Checks what one file alone can't tell. Pure.
 */
import type { Question } from "../conversation/flow/flow.ts";
import { type Variant, variantQuestion } from "../conversation/flow/variant.ts";
import { fold } from "../language/letters/normalise.ts";
import { checkText } from "./check-text.ts";
import type { UnpinnedFlow } from "./pin.ts";
import { type Finding, oneOf, type Path } from "./problem.ts";

/** Fewer sayings teach too little of how a variant is asked for. */
const fewestVariantSayings = 6;

/** The flow with its variants, those that are offered first in front, the one for everything else at the end. */
export function withVariants(flow: UnpinnedFlow, variants: readonly Variant[]): UnpinnedFlow {
  const question = variantQuestion(flow);
  if (!question || variants.length === 0) return flow;
  const ordered = [...variants].sort(
    (a, b) => rank(question, a) - rank(question, b) || (a.id < b.id ? -1 : 1),
  );
  const options = ordered.map(({ id, label, words, needs_permit }) => ({
    ...{ id, label, words },
    ...(needs_permit !== undefined && { needs_permit }),
  }));
  return {
    ...flow,
    questions: flow.questions.map((one) => (one === question ? { ...one, options } : one)),
    variants: Object.fromEntries(ordered.map((variant) => [variant.id, variant])),
  };
}

function rank({ offer_first = [], otherwise }: Question, { id }: Variant): number {
  const first = offer_first.indexOf(id);
  if (id === otherwise?.option) return 2_000;
  return first >= 0 ? first : 1_000;
}

/** What is wrong with one variant of a flow, in its own file. `before`: words of the variants that were checked before it. */
export function checkVariant(flow: UnpinnedFlow, variant: Variant, before: Map<string, string>): Finding[] {
  return [
    ...checkTexts(variant),
    ...checkAsks(flow, variant),
    ...checkWords(variant, before),
    ...checkDays(variant),
    ...checkFees(variant),
    ...checkSayings(variant),
  ];
}

function checkTexts({ label, platform, who, papers, wording, fees, next }: Variant): Finding[] {
  const part = { kind: "part", variables: [] } as const;
  return [
    ...checkText(label, ["label"], part),
    ...(platform ? checkText(platform, ["platform"], part) : []),
    ...(who ? checkText(who, ["who"], part) : []),
    ...(next ? checkText(next, ["next"], part) : []),
    ...(fees.government_each ? checkText(fees.government_each, ["fees", "government_each"], part) : []),
    ...papers.flatMap((paper, index) => checkText(paper, ["papers", index], part)),
    ...Object.entries(wording).flatMap(([name, ask]) =>
      checkText(ask, ["wording", name], { kind: "ask", variables: [] }),
    ),
  ];
}

function checkAsks(flow: UnpinnedFlow, { asks, wording }: Variant): Finding[] {
  const own = flow.questions.filter(({ asked }) => asked === "by_variant").map(({ name }) => name);
  const all = flow.questions.map(({ name }) => name);
  return [
    ...asks.flatMap((name, index) =>
      own.includes(name)
        ? []
        : [
            {
              path: ["asks", index],
              problem: all.includes(name)
                ? `${name} is not for variants to ask: its question does not say asked: by_variant`
                : `${flow.id} has no question named ${name}`,
              whatToDo: `Possible: ${oneOf(own)}.`,
            },
          ],
    ),
    ...Object.keys(wording)
      .filter((name) => !all.includes(name))
      .map((name) => ({
        path: ["wording", name],
        problem: `${flow.id} has no question named ${name}`,
        whatToDo: `Possible: ${oneOf(all)}.`,
      })),
  ];
}

/** A word that means two variants means neither. */
function checkWords({ id, label, words }: Variant, before: Map<string, string>): Finding[] {
  return [label.ar, label.en, ...words].flatMap((word, place) => {
    const first = before.get(fold(word));
    before.set(fold(word), first ?? id);
    if (first === undefined || first === id) return [];
    return [
      {
        path: place < 2 ? ["label"] : ["words", place - 2],
        problem: `«${word}» stands for ${first} and for ${id}`,
        whatToDo: "Keep it at one of the two.",
      },
    ];
  });
}

function checkDays({ days }: Variant): Finding[] {
  if (!days || days.min <= days.max) return [];
  return [
    {
      path: ["days", "max"],
      problem: `it takes at least ${days.min} and at most ${days.max} days`,
      whatToDo: "Make max at least min.",
    },
  ];
}

function checkFees({ fees }: Variant): Finding[] {
  if (!fees.government_each || fees.government_halalas !== undefined) return [];
  return [
    {
      path: ["fees", "government_each"],
      problem: "it says what the government's fee is for, but not how much it is",
      whatToDo: "Add government_halalas: …, or remove the line.",
    },
  ];
}

function checkSayings({ for_example: { ar, en } }: Variant): Finding[] {
  const count = ar.length + en.length;
  if (count >= fewestVariantSayings) return [];
  return [
    {
      path: ["for_example"],
      problem: `it is said in only ${count} ways`,
      whatToDo: `Add sayings of different people: at least ${fewestVariantSayings}.`,
      severity: "warning",
    },
  ];
}

/** What is wrong with how the flow speaks of its variants, in the flow's file. */
export function checkVariantUse(flow: UnpinnedFlow): Finding[] {
  const ids = Object.keys(flow.variants ?? {});
  const asking = flow.questions.filter(({ options_from }) => options_from === "variants");
  return [
    ...asking.slice(1).map(({ name }) => ({
      path: ["questions", flow.questions.findIndex((one) => one.name === name), "options_from"],
      problem: `${name} is the second question that asks for the variant`,
      whatToDo: "Let one question choose it.",
    })),
    ...flow.questions.flatMap((question, index) =>
      question.asked === "by_variant" && asking.length === 0
        ? [
            {
              path: ["questions", index, "asked"],
              problem: `${question.name} is asked by variant, and no question chooses one`,
              whatToDo: "Write asked: required or optional, or give a choice options_from: variants.",
            },
          ]
        : [],
    ),
    ...(asking[0] && ids.length === 0
      ? [
          {
            path: ["questions", flow.questions.indexOf(asking[0]), "options_from"],
            problem: `${asking[0].name} takes its options from variants, and there is none`,
            whatToDo: `Add files under services/${flow.id}/.`,
          },
        ]
      : []),
  ];
}

/** Every permit that a service, one of its options or one of its variants needs, with the place where it says so. */
export function permitsNeeded(flow: UnpinnedFlow): readonly {
  readonly permit: string;
  readonly file: string;
  readonly path: Path;
}[] {
  const file = `services/${flow.id}.yaml`;
  const own =
    flow.needs_permit === undefined ? [] : [{ permit: flow.needs_permit, file, path: ["needs_permit"] }];
  const options = flow.questions.flatMap(({ options = [], options_from }, index) =>
    options_from === "variants"
      ? []
      : options.flatMap(({ needs_permit: permit }, place) =>
          permit === undefined
            ? []
            : [{ permit, file, path: ["questions", index, "options", place, "needs_permit"] }],
        ),
  );
  const variants = Object.values(flow.variants ?? {}).flatMap(({ id, needs_permit: permit }) =>
    permit === undefined ? [] : [{ permit, file: `services/${flow.id}/${id}.yaml`, path: ["needs_permit"] }],
  );
  return [...own, ...options, ...variants];
}
