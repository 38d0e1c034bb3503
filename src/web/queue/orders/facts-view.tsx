/** What an order says: each field with its value, the customer's words that it came from, and the way to correct it. */
import type { Child } from "hono/jsx";
import type { Catalogue, Question } from "../../../conversation/flow/flow.ts";
import { findFlow } from "../../../conversation/flow/pinned.ts";
import type { Field } from "../../../domain/answer.ts";
import type { Order } from "../../../domain/order.ts";
import { isOpenExpiry } from "../../../orders/due/renewal.ts";
import { longestNote, longestReason } from "../../lengths.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { editableValue, Value } from "../frame/values.tsx";

/** What was typed into a correction that was not accepted, so that nobody types it twice. */
export type TypedCorrection = { readonly field: string; readonly value: string; readonly reason: string };

type FactsProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly order: Order;
  /** The chat line that each piece of evidence stands in, by message id. */
  readonly lineOf: (messageId: string) => number | undefined;
  readonly path: string;
  /** Whether this agent may change the order now. */
  readonly mayAct: boolean;
  readonly typed?: TypedCorrection | undefined;
};

export function FactsView(props: FactsProps): Child {
  const { scene, catalogue, order } = props;
  const flow = findFlow(catalogue, order);
  const questions = flow?.questions ?? [];
  const isNoted = (name: string) => flow !== undefined && isOpenExpiry(order, flow, name);
  const asked = new Set(questions.map(({ name }) => name));
  const rest = Object.keys(order.fields).filter((name) => !asked.has(name));
  const isShown = ({ name, asked }: Question) => order.fields[name] || asked === "required" || isNoted(name);
  return (
    <section class="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{scene.words.order.details}</h2>
      <dl class="fields">
        {questions.filter(isShown).map((question) => (
          <FieldRow
            {...props}
            name={question.name}
            question={question}
            field={order.fields[question.name]}
            mayAct={props.mayAct || isNoted(question.name)}
          />
        ))}
        {rest.map((name) => (
          <FieldRow {...props} name={name} question={undefined} field={order.fields[name]} />
        ))}
      </dl>
      {props.mayAct && (
        <OtherFields {...props} questions={questions.filter((question) => !isShown(question))} />
      )}
    </section>
  );
}

type RowProps = FactsProps & {
  readonly name: string;
  readonly question: Question | undefined;
  readonly field: Field | undefined;
};

function FieldRow(props: RowProps): Child {
  const { scene, catalogue, name, question, field, mayAct } = props;
  return (
    <div class="field" id={`field-${name}`}>
      <dt>{question?.label[scene.language] ?? name}</dt>
      <dd>
        <p class="value">
          {field ? (
            <Value scene={scene} catalogue={catalogue} question={question} value={field.value} />
          ) : (
            <span class="quiet">{scene.words.order.missing}</span>
          )}
        </p>
        {field && <EvidenceText {...props} field={field} />}
        {mayAct && question && <Correction {...props} question={question} />}
      </dd>
    </div>
  );
}

function EvidenceText({ scene, field, lineOf, path }: RowProps & { readonly field: Field }): Child {
  const { evidence } = field;
  const { words } = scene;
  const line = lineOf(evidence.messageId);
  const quote = evidence.text.trim();
  return (
    <p class="evidence">
      {quote !== "" && quote !== field.value && (
        <q>
          <PlainText text={quote} />
        </q>
      )}{" "}
      {line === undefined ? (
        <span class="quiet">{words.order.by[evidence.by]}</span>
      ) : (
        <a href={`${path}?from=${line}#line-${line}`} data-line={line} title={words.order.showLine}>
          {words.order.by[evidence.by]}
        </a>
      )}
    </p>
  );
}

function Correction({
  scene,
  order,
  name,
  question,
  field,
  path,
  typed,
}: RowProps & { readonly question: Question }): Child {
  if (question.type === "photo" || question.type === "document") return null;
  const { words, language } = scene;
  const again = typed?.field === name ? typed : undefined;
  const label = question.label[language];
  return (
    <details class="act" id={`correct-${name}`} open={again !== undefined}>
      <summary>
        {field ? words.order.correct : words.order.add} <span class="unseen">{label}</span>
      </summary>
      <form hx-post={`${path}/correct`} hx-target="#page">
        <input type="hidden" name="version" value={String(order.version)} />
        <input type="hidden" name="field" value={name} />
        <label for={`value-${name}`}>{words.order.newValue}</label>
        <ValueInput
          scene={scene}
          question={question}
          name={name}
          value={again?.value ?? editableValue(field?.value)}
        />
        <label for={`reason-${name}`}>{words.order.reason}</label>
        <input
          id={`reason-${name}`}
          name="reason"
          dir="auto"
          required
          maxlength={longestReason}
          value={again?.reason ?? ""}
        />
        <button type="submit">{words.order.save}</button>
      </form>
    </details>
  );
}

/** A list where the answers are a list; else a box, because the parser reads what people write. */
function ValueInput(props: {
  readonly scene: Scene;
  readonly question: Question;
  readonly name: string;
  readonly value: string;
}): Child {
  const { scene, question, name, value } = props;
  const id = `value-${name}`;
  const options =
    question.type === "yes_no"
      ? [
          { id: "true", label: scene.words.order.yes },
          { id: "false", label: scene.words.order.no },
        ]
      : question.options?.map((option) => ({ id: option.id, label: option.label[scene.language] }));
  if (!options)
    return <input id={id} name="value" dir="auto" required maxlength={longestNote} value={value} />;
  return (
    <select id={id} name="value" required>
      {options.map((option) => (
        <option value={option.id} selected={option.id === value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Optional questions that nobody has answered, folded away. */
function OtherFields(props: FactsProps & { readonly questions: readonly Question[] }): Child {
  if (props.questions.length === 0) return null;
  return (
    <details class="act" id="other-fields">
      <summary>{props.scene.words.order.otherFields}</summary>
      <dl class="fields">
        {props.questions.map((question) => (
          <FieldRow {...props} name={question.name} question={question} field={undefined} />
        ))}
      </dl>
    </details>
  );
}
