/** What every part of a partner's form is made of: groups, boxes, and what is wrong beside them. */
import type { Child, PropsWithChildren } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { Partner } from "../../../domain/partner.ts";
import type { PartnerProblem } from "../../../partners/partner-text.ts";
import { fieldNames, type PartnerField } from "../../../partners/vocabulary.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import type { TypedPartner } from "./partner-form.ts";
import type { PartnerWords } from "./partner-words.ts";

export type PartnerFormProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  /** Left out: a new one. */
  readonly partner?: Partner | undefined;
  readonly typed: TypedPartner;
  readonly problems: readonly PartnerProblem[];
  /** Somebody saved it meanwhile. */
  readonly isStale?: boolean;
};

/** What every part of the form needs. */
export type FormPart = PartnerFormProps & {
  readonly words: PartnerWords;
  readonly wrong: ReadonlyMap<PartnerField, readonly PartnerProblem[]>;
};

/** A group of boxes with its title and what to know about it. */
export function Group(
  props: PropsWithChildren<{ readonly id: string; readonly title: string; readonly hint?: string }>,
): Child {
  return (
    <fieldset class="panel" id={props.id} aria-describedby={props.hint ? `${props.id}-hint` : undefined}>
      <legend>{props.title}</legend>
      {props.hint && (
        <p class="quiet" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.children}
    </fieldset>
  );
}

type BoxProps = FormPart & {
  readonly field: PartnerField;
  readonly label?: string;
  readonly hint?: string;
  readonly dir?: "ltr" | "auto";
  readonly type?: "text" | "email" | "tel" | "url";
  readonly lines?: number;
  readonly required?: boolean;
};

/** One box of the form: its label, what to know, and what is wrong with it. */
export function Box(props: BoxProps): Child {
  const { field, wrong, typed, scene, lines, hint, dir = "ltr" } = props;
  const isWrong = wrong.has(field);
  const about = [hint ? `${field}-hint` : "", isWrong ? `${field}-wrong` : ""].filter(Boolean).join(" ");
  const same = {
    id: field,
    name: field,
    dir,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
    "aria-describedby": about || undefined,
    required: props.required,
  };
  return (
    <div class="box">
      <label for={field}>{props.label ?? fieldNames[field][scene.language]}</label>
      {lines === undefined ? (
        <input {...same} type={props.type ?? "text"} value={typed.text[field]} autocomplete="off" />
      ) : (
        <textarea {...same} rows={lines}>
          {typed.text[field]}
        </textarea>
      )}
      {hint && (
        <p class="quiet" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      <Wrong {...props} field={field} />
    </div>
  );
}

/** Everything that is wrong with a field, each with the part that it is about. */
export function Wrong({ field, wrong, words }: FormPart & { readonly field: PartnerField }): Child {
  const problems = wrong.get(field);
  if (!problems) return null;
  return (
    <ul class="wrong" id={`${field}-wrong`}>
      {problems.map((one) => (
        <li>
          <ProblemText problem={one.problem} text={one.text} words={words} />
        </li>
      ))}
    </ul>
  );
}

export function ProblemText(props: {
  readonly problem: keyof PartnerWords["problems"];
  readonly text?: string | undefined;
  readonly words: PartnerWords;
}): Child {
  return (
    <>
      {props.text !== undefined && props.text !== "" && (
        <>
          <b>
            <PlainText text={props.text} />
          </b>
          {": "}
        </>
      )}
      {props.words.problems[props.problem]}
    </>
  );
}
