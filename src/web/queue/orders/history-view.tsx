/** An order's history in words, newest first: what happened, who did it, when and why. */
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../../conversation/flow/flow.ts";
import type { AnswerValue } from "../../../domain/answer.ts";
import type { HistoryRow, Order } from "../../../domain/order.ts";
import { formatMoment, formatMoney } from "../../../language/format.ts";
import { PlainText, visibleText } from "../../plain-text.tsx";
import { MediaLink } from "../chats/media-view.tsx";
import { complaintWordsIn } from "../complaints/complaint-words.ts";
import { Clock } from "../frame/ago.tsx";
import type { Scene } from "../frame/scene.ts";
import { Value } from "../frame/values.tsx";
import { choiceWordsIn } from "./choice-words.ts";
import { findQuestion, stepLabel } from "./order-words.ts";
import { RoundView } from "./search-view.tsx";

type HistoryProps = {
  readonly scene: Scene;
  readonly catalogue: Catalogue;
  readonly order: Order;
  readonly history: readonly HistoryRow[];
};

export function HistoryView(props: HistoryProps): Child {
  return (
    <section class="panel" aria-labelledby="history-title">
      <h2 id="history-title">{props.scene.words.order.history}</h2>
      <ol class="history">
        {props.history.toReversed().map((row) => (
          <Row {...props} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Row(props: HistoryProps & { readonly row: HistoryRow }): Child {
  const { scene, row } = props;
  const { words } = scene;
  const note = noteOf(words, row);
  return (
    <li>
      <p>
        {whatHappened(props)}
        {row.what !== "moved" && row.from !== undefined && row.from !== row.to && (
          <span class="quiet"> · {words.history.moved(movedTo(props))}</span>
        )}
      </p>
      <RoundView scene={scene} row={row} />
      {row.until !== undefined && (
        <p>
          {words.history.until} {formatMoment(row.until, scene.zone, scene.language)}
        </p>
      )}
      {row.total && <p>{formatMoney(row.total, scene.language)}</p>}
      {row.outcome && <p>{complaintWordsIn(scene.language).outcomes[row.outcome]}</p>}
      {row.mark !== undefined && <p>{words.history.mark(row.mark)}</p>}
      {row.field && <FieldChange {...props} field={row.field} />}
      {note !== undefined && note !== "" && (
        <p class="note">
          <PlainText text={note} block ours={isOurs(row)} />
        </p>
      )}
      {row.document && <MediaLink scene={scene} media={row.document} />}
      <p class="quiet">
        {words.history.by[row.by.type]}
        {row.by.name !== undefined && (
          <>
            {": "}
            <PlainText text={row.by.name} />
          </>
        )}{" "}
        · <Clock at={row.at} scene={scene} />
      </p>
    </li>
  );
}

/** What the customer agreed to, and what the office notes by itself, is quoted as the office had composed it. */
const isOurs = ({ by, what }: HistoryRow): boolean =>
  by.type === "office" ||
  (by.type === "customer" && (what === "moved" || what === "amended" || what === "price_chosen"));

/** What did not reach a partner is kept by its notice's name. */
function noteOf({ history }: Scene["words"], { what, note }: HistoryRow): string | undefined {
  const news: Readonly<Record<string, string>> = history.news;
  return what === "untold" && note !== undefined ? (news[note] ?? note) : note;
}

type RowProps = Pick<HistoryProps, "scene" | "catalogue" | "order"> & { readonly row: HistoryRow };

/** Where it went. What a partner got is "assigned", too, and no employee has it. */
const movedTo = ({ scene, catalogue, order, row }: RowProps): string =>
  row.to === "assigned" && row.partner
    ? choiceWordsIn(scene.language).assigned
    : stepLabel(catalogue, order, row, scene.language);

/** A row's one line, without who and when. */
export function whatHappened(props: RowProps): string {
  const { scene, catalogue, order, row } = props;
  const { history } = scene.words;
  if (row.what === "placed" && order.kind === "complaint") return complaintWordsIn(scene.language).placed;
  if (row.what === "moved") return history.moved(movedTo(props));
  if (row.what === "corrected" || (row.what === "amended" && row.field)) {
    const name = row.field?.name ?? "";
    return history.corrected(
      findQuestion(catalogue, order, name)?.label[scene.language] ?? visibleText(name),
    );
  }
  const told = history[row.what];
  return typeof told === "string"
    ? told
    : told(visibleText((row.partner ?? row.department)?.name[scene.language] ?? ""));
}

function FieldChange(props: HistoryProps & { readonly field: NonNullable<HistoryRow["field"]> }): Child {
  const { scene, catalogue, order, field } = props;
  const question = findQuestion(catalogue, order, field.name);
  const show = (value: unknown) =>
    value === undefined || value === null ? (
      scene.words.history.nothing
    ) : (
      <Value scene={scene} catalogue={catalogue} question={question} value={value as AnswerValue} />
    );
  return (
    <p class="change">
      <del>{show(field.before)}</del> <span class="unseen">{scene.words.history.became}</span>{" "}
      <ins>{show(field.after)}</ins>
    </p>
  );
}
