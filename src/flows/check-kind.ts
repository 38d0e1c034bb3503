/** What a flow's kind asks of it: a complaint has its stages and its words, and only services are on the menu. Pure. */
import type { Flow, Menu } from "../conversation/flow/flow.ts";
import { wordsField } from "../orders/complaint.ts";
import type { UnpinnedFlow } from "./pin.ts";
import { type Finding, oneOf } from "./problem.ts";

export function checkKind(flow: UnpinnedFlow): Finding[] {
  const { kind, complaint, questions } = flow;
  if (kind === "internal") return [...checkPart(flow), ...checkInternal(flow)];
  if (kind !== "complaint" || !complaint) return checkPart(flow);
  const words = questions.find(({ name }) => name === wordsField);
  return [
    ...checkStage(flow, "looking", complaint.looking),
    ...checkStage(flow, "answered", complaint.answered),
    ...(words?.type === "text"
      ? []
      : [
          {
            path: ["questions"],
            problem: `a complaint keeps what the customer says under ${wordsField}, and there is no such text question`,
            whatToDo: `Add a question with name: ${wordsField} and type: text.`,
          },
        ]),
  ];
}

/** The part `complaint` stands where the kind is, and nowhere else. */
function checkPart({ kind, complaint }: UnpinnedFlow): Finding[] {
  if (kind === "complaint")
    return [
      {
        path: ["kind"],
        problem: "the kind is complaint, but how complaints are dealt with is missing",
        whatToDo:
          "Add the part complaint: with looking, answered, answer_minutes, silence_minutes and reopen_days.",
      },
    ];
  if (!complaint) return [];
  return [
    {
      path: ["complaint"],
      problem: `complaint says how complaints are dealt with, and the kind is ${kind}`,
      whatToDo: "Write kind: complaint, or remove the part.",
    },
  ];
}

/** What colleagues ask of each other stays in the office, costs nothing, and is asked by a form that holds text alone. */
function checkInternal(flow: UnpinnedFlow): Finding[] {
  const { price, dispatch, sensitive, appointment, renewal, for_example } = flow;
  const ofServices: readonly (readonly [Finding["path"], boolean])[] = [
    [["price", "lines"], price.lines.length > 0],
    [["price", "quote_fee"], price.quote_fee > 0],
    [["price", "propose"], price.propose],
    [["dispatch", "strategy"], dispatch.strategy !== "office"],
    [["dispatch", "licences"], dispatch.licences.length > 0],
    [["dispatch", "offer_shows"], dispatch.offer_shows.length > 0],
    [["sensitive"], sensitive !== undefined],
    [["appointment"], appointment !== undefined],
    [["renewal"], renewal !== undefined],
    [["for_example"], for_example.ar.length + for_example.en.length > 0],
  ];
  return [
    ...ofServices
      .filter(([, isThere]) => isThere)
      .map(([path]) => ({
        path,
        problem: `${path.join(".")} is for what customers ask, and the kind is internal`,
        whatToDo: "Remove it: no partner and no customer has to do with an internal request.",
      })),
    ...checkForm(flow),
  ];
}

/** A form puts its questions all at once. */
function checkForm({ questions }: UnpinnedFlow): Finding[] {
  return questions.flatMap(({ name, asked }, index) =>
    asked === "by_variant"
      ? [
          {
            path: ["questions", index, "asked"],
            problem: `the form of an internal request can't ask ${name}: it has no variants`,
            whatToDo: "Use only_if, or write asked: optional.",
          },
        ]
      : [],
  );
}

function checkStage({ stages }: UnpinnedFlow, key: "looking" | "answered", id: string): Finding[] {
  const ids = stages.map((stage) => stage.id);
  if (ids.includes(id)) return [];
  return [
    {
      path: ["complaint", key],
      problem: `there is no stage named ${id}`,
      whatToDo: ids.length > 0 ? `Name one of: ${oneOf(ids)}.` : `Add the stage ${id} under stages.`,
    },
  ];
}

/** Complaints come to one flow; of two, one would never be used. */
export function checkOneComplaint(
  flows: readonly Flow[],
): readonly { readonly id: string; readonly finding: Finding }[] {
  const [first, ...others] = flows.filter(({ kind }) => kind === "complaint");
  return others.map(({ id }) => ({
    id,
    finding: {
      path: ["kind"],
      problem: `${first?.id} is the flow of complaints already`,
      whatToDo: "Keep one flow of the kind complaint.",
    },
  }));
}

/** Customers choose services from the menu; everything else has its own door. */
export function checkOffered({ offer }: Menu, flows: readonly Flow[]): Finding[] {
  return offer.flatMap((id, index) => {
    const kind = flows.find((flow) => flow.id === id)?.kind ?? "service";
    if (kind === "service") return [];
    return [
      {
        path: ["offer", index],
        problem: `the menu offers ${id}, which is of the kind ${kind}`,
        whatToDo: "Remove the line: the menu is for services alone.",
      },
    ];
  });
}
