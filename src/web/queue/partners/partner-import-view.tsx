/** The import of partners: how it goes, what a file would do, and every line that is wrong. */

import type { Child } from "hono/jsx";
import type { Partner } from "../../../domain/partner.ts";
import { formatList } from "../../../language/format.ts";
import type { CsvProblem } from "../../../partners/csv.ts";
import type { ImportPlan, LineProblem } from "../../../partners/import.ts";
import { fieldNames, partnerFields } from "../../../partners/vocabulary.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { ProblemText } from "./partner-form-parts.tsx";
import { mostBytes } from "./partner-upload.ts";
import { partnerWordsIn } from "./partner-words.ts";

export type Plan = Extract<ImportPlan, { type: "plan" }>;

/** Rows that a table shows; the rest is counted. */
const mostShown = 200;

/** The page before anything was sent, and with what is wrong with a file. */
export function ImportView(props: {
  readonly scene: Scene;
  readonly problems: readonly (LineProblem | CsvProblem)[];
}): Child {
  const { scene, problems } = props;
  const words = partnerWordsIn(scene.language);
  return (
    <div data-live="off">
      <p class="quiet">
        <a href="/queue/partners">{words.back}</a>
      </p>
      <h1>{words.importTitle}</h1>
      {problems.length > 0 && <Mistakes scene={scene} problems={problems} />}
      <section class="panel import-panel" aria-labelledby="how">
        <p id="how">{words.importAbout}</p>
        <p class="quiet">{words.importHow}</p>
        <form hx-post="/queue/partners/import" hx-target="#page" hx-encoding="multipart/form-data">
          <label for="file">{words.file}</label>
          <input
            {...{ id: "file", name: "file", type: "file", accept: ".csv,text/csv", required: true }}
            {...{ "data-most": mostBytes, "data-too-large": words.tooBig }}
          />
          <div class="buttons">
            <button type="submit" class="primary">
              {words.check}
            </button>
            <a class="button" href="/queue/partners/export.csv" download>
              {words.exportAll}
            </a>
          </div>
        </form>
        <details class="act" id="columns">
          <summary>{words.columns}</summary>
          <ul class="plain-list column-names">
            {partnerFields.map((field) => (
              <li>
                {fieldNames[field][scene.language]} <code dir="ltr">{field}</code>
              </li>
            ))}
          </ul>
        </details>
      </section>
    </div>
  );
}

function Mistakes(props: {
  readonly scene: Scene;
  readonly problems: readonly (LineProblem | CsvProblem)[];
}): Child {
  const { scene, problems } = props;
  const words = partnerWordsIn(scene.language);
  return (
    <div class="panel import-panel">
      <section class="table-scroll" aria-label={words.importBad(problems.length)}>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.expected}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostShown).map((one) => (
              <tr>
                <td class="numbers">{one.line}</td>
                <td>{"field" in one ? fieldNames[one.field][scene.language] : words.wholeLine}</td>
                <td>
                  <ProblemText problem={one.problem} text={one.text} words={words} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <More scene={scene} count={problems.length} />
    </div>
  );
}

function More({ scene, count }: { readonly scene: Scene; readonly count: number }): Child {
  if (count <= mostShown) return null;
  return <p class="quiet">{partnerWordsIn(scene.language).moreOf(count - mostShown)}</p>;
}

/** What the file would do; nothing is done yet. */
export function PreviewView(props: {
  readonly scene: Scene;
  readonly plan: Plan;
  /** Names this plan to whoever confirms it. */
  readonly token: string;
}): Child {
  const { scene, plan, token } = props;
  const words = partnerWordsIn(scene.language);
  const isNothing = plan.added.length + plan.changed.length === 0;
  return (
    <div data-live="off">
      <h1>{words.previewTitle}</h1>
      <section class="panel import-panel" aria-label={words.previewTitle}>
        <dl class="traffic">
          <div>
            <dt>{words.willAdd}</dt>
            <dd>{plan.added.length}</dd>
          </div>
          <div>
            <dt>{words.willChange}</dt>
            <dd>{plan.changed.length}</dd>
          </div>
          <div>
            <dt>{words.willStay}</dt>
            <dd>{plan.unchanged}</dd>
          </div>
        </dl>
        {isNothing && <p>{words.nothingToDo}</p>}
        <div class="buttons">
          {!isNothing && (
            <form hx-post="/queue/partners/import/confirm" hx-target="#page">
              <input type="hidden" name="token" value={token} />
              <button type="submit" class="primary">
                {words.confirm}
              </button>
            </form>
          )}
          <a class="button" href="/queue/partners/import">
            {words.cancel}
          </a>
        </div>
      </section>
      {plan.added.length > 0 && <Added scene={scene} added={plan.added} />}
      {plan.changed.length > 0 && <Changed scene={scene} changed={plan.changed} />}
    </div>
  );
}

function Added({ scene, added }: { readonly scene: Scene; readonly added: readonly Partner[] }): Child {
  const words = partnerWordsIn(scene.language);
  return (
    <section class="panel import-panel" aria-labelledby="added">
      <h2 id="added">{words.willAdd}</h2>
      <ul class="plain-list">
        {added.slice(0, mostShown).map((partner) => (
          <li>
            <PlainText text={partner.name[scene.language]} /> <code dir="ltr">{partner.id}</code>
          </li>
        ))}
      </ul>
      <More scene={scene} count={added.length} />
    </section>
  );
}

function Changed({ scene, changed }: { readonly scene: Scene; readonly changed: Plan["changed"] }): Child {
  const { language } = scene;
  const words = partnerWordsIn(language);
  return (
    <section class="panel import-panel" aria-labelledby="changed">
      <h2 id="changed">{words.willChange}</h2>
      <div class="table-scroll">
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.changes}</th>
            </tr>
          </thead>
          <tbody>
            {changed.slice(0, mostShown).map(({ before, fields }) => (
              <tr>
                <td>
                  <PlainText text={before.name[language]} />
                </td>
                <td>
                  {formatList(
                    fields.map((field) => fieldNames[field][language]),
                    language,
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <More scene={scene} count={changed.length} />
    </section>
  );
}
