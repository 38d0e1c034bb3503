/** Keys and hooks on one page, for administrators. A key or a secret that was just made stands above everything, once. */
import type { Child, PropsWithChildren } from "hono/jsx";
import type { AgentId } from "../../../domain/ids.ts";
import { type ApiKey, type Hook, hookEventTypes, scopes } from "../../../domain/integration.ts";
import { formatMoment } from "../../../language/format.ts";
import type { HookState } from "../../../store/integrations.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { integrationWordsIn } from "./integration-words.ts";

/** What was just made: shown in this answer and nowhere else. */
export type MadeOnce = { readonly kind: "key" | "secret"; readonly name: string; readonly text: string };

export type IntegrationProps = {
  readonly scene: Scene;
  readonly keys: readonly ApiKey[];
  readonly hooks: readonly { readonly hook: Hook; readonly state: HookState }[];
  /** Of whoever made or took away something; also of those who are here no more. */
  readonly nameOf: (id: AgentId) => string;
  readonly made?: MadeOnce | undefined;
  /** What stood in a form that was refused. */
  readonly typed?: { readonly name?: string; readonly url?: string } | undefined;
};

export function IntegrationView(props: IntegrationProps): Child {
  const { scene, made } = props;
  const words = integrationWordsIn(scene.language);
  return (
    <div data-live="off" class="partner-form">
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      {made && (
        <section class="panel reveal" aria-labelledby="once">
          <p id="once">{made.kind === "key" ? words.keyOnce(made.name) : words.secretOnce(made.name)}</p>
          <p>
            <output class="password secret" dir="ltr">
              {made.text}
            </output>
          </p>
        </section>
      )}
      <Keys {...props} />
      <Hooks {...props} />
    </div>
  );
}

function Keys({ scene, keys, nameOf }: IntegrationProps): Child {
  const words = integrationWordsIn(scene.language);
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{words.keys}</h2>
      {keys.length === 0 && <p class="empty">{words.noKeys}</p>}
      <ul class="cards">
        {keys.map((key) => (
          <KeyCard scene={scene} apiKey={key} nameOf={nameOf} />
        ))}
      </ul>
      <form class="panel" hx-post="/queue/integrations/keys" hx-target="#page" aria-label={words.makeKey}>
        <label for="key-name">{words.name}</label>
        <input id="key-name" name="name" dir="auto" required maxlength={80} autocomplete="off" />
        <Boxes legend={words.mayDo}>
          {scopes.map((scope) => (
            <Box name="scope" value={scope} label={words.scopes[scope]} />
          ))}
        </Boxes>
        <button type="submit" class="primary">
          {words.makeKey}
        </button>
      </form>
    </section>
  );
}

function KeyCard(props: Pick<IntegrationProps, "scene" | "nameOf"> & { readonly apiKey: ApiKey }): Child {
  const { scene, apiKey, nameOf } = props;
  const words = integrationWordsIn(scene.language);
  const { id, name, createdAt, createdBy, usedAt, revokedAt, revokedBy } = apiKey;
  const when = (at: number) => formatMoment(at, scene.zone, scene.language);
  return (
    <li class="card" id={id}>
      <div class="card-head">
        <b>
          <PlainText text={name} />
        </b>
      </div>
      <p class="about">{apiKey.scopes.map((scope) => words.scopes[scope]).join(" · ")}</p>
      <p class="facts">
        <span>
          {words.made} {when(createdAt)} · <bdi>{nameOf(createdBy)}</bdi>
        </span>
        <span>{usedAt === undefined ? words.neverUsed : `${words.used} ${when(usedAt)}`}</span>
        {revokedAt !== undefined && (
          <span>
            {words.revoked} {when(revokedAt)}
            {revokedBy && [" · ", <bdi>{nameOf(revokedBy)}</bdi>]}
          </span>
        )}
      </p>
      {revokedAt === undefined && (
        <div class="buttons">
          <form class="inline" hx-post={`/queue/integrations/keys/${id}/revoke`} hx-target="#page">
            <button type="submit" class="danger">
              {words.revoke} <span class="unseen">{name}</span>
            </button>
          </form>
        </div>
      )}
    </li>
  );
}

function Hooks({ scene, hooks, typed, nameOf }: IntegrationProps): Child {
  const words = integrationWordsIn(scene.language);
  return (
    <section aria-labelledby="hooks-title">
      <h2 id="hooks-title">{words.hooks}</h2>
      {hooks.length === 0 && <p class="empty">{words.noHooks}</p>}
      <ul class="cards">
        {hooks.map((one) => (
          <HookCard scene={scene} nameOf={nameOf} {...one} />
        ))}
      </ul>
      <form class="panel" hx-post="/queue/integrations/hooks" hx-target="#page" aria-label={words.makeHook}>
        <label for="hook-name">{words.name}</label>
        <input
          id="hook-name"
          name="name"
          dir="auto"
          required
          maxlength={80}
          autocomplete="off"
          value={typed?.name ?? ""}
        />
        <label for="hook-url">{words.url}</label>
        <input
          id="hook-url"
          name="url"
          type="url"
          dir="ltr"
          required
          maxlength={2_000}
          value={typed?.url ?? ""}
        />
        <Boxes legend={words.tells}>
          {hookEventTypes.map((type) => (
            <Box name="event" value={type} label={words.events[type]} />
          ))}
        </Boxes>
        <button type="submit" class="primary">
          {words.makeHook}
        </button>
      </form>
    </section>
  );
}

function HookCard(
  props: Pick<IntegrationProps, "scene" | "nameOf"> & { readonly hook: Hook; readonly state: HookState },
): Child {
  const { scene, hook, state, nameOf } = props;
  const words = integrationWordsIn(scene.language);
  const path = `/queue/integrations/hooks/${hook.id}`;
  const { deliveredAt, problem } = state;
  return (
    <li class="card" id={hook.id}>
      <div class="card-head">
        <b>
          <PlainText text={hook.name} />
        </b>
      </div>
      <p class="about">
        <span dir="ltr">
          <PlainText text={hook.url} />
        </span>
      </p>
      <p class="facts">
        <span>{hook.events.map((type) => words.events[type]).join(" · ")}</span>
        <span>
          {words.made} {formatMoment(hook.createdAt, scene.zone, scene.language)}
          {hook.createdBy && [" · ", <bdi>{nameOf(hook.createdBy)}</bdi>]}
        </span>
        <span>
          {deliveredAt === undefined
            ? words.nothingYet
            : `${words.delivered} ${formatMoment(deliveredAt, scene.zone, scene.language)}`}
        </span>
        {state.waiting > 0 && <span>{words.waiting(state.waiting)}</span>}
        {state.failed > 0 && <span class="pill failed">{words.failed(state.failed)}</span>}
        {problem !== undefined && (
          <span>
            {words.why("")}
            <bdi>{problem}</bdi>
          </span>
        )}
      </p>
      <div class="buttons">
        <Act path={`${path}/test`} label={words.test} name={hook.name} />
        {state.failed > 0 && <Act path={`${path}/again`} label={words.again} name={hook.name} />}
      </div>
      <Careful about={words.secretSure} path={`${path}/secret`} label={words.newSecret} />
      <Careful about={words.removeSure} path={`${path}/remove`} label={words.remove} />
    </li>
  );
}

function Act(props: { readonly path: string; readonly label: string; readonly name: string }): Child {
  return (
    <form class="inline" hx-post={props.path} hx-target="#page">
      <button type="submit">
        {props.label} <span class="unseen">{props.name}</span>
      </button>
    </form>
  );
}

/** An act that is asked about first. */
function Careful(props: { readonly about: string; readonly path: string; readonly label: string }): Child {
  return (
    <details class="act">
      <summary>{props.label}</summary>
      <p>{props.about}</p>
      <form hx-post={props.path} hx-target="#page">
        <button type="submit" class="danger">
          {props.label}
        </button>
      </form>
    </details>
  );
}

function Boxes({ legend, children }: PropsWithChildren<{ readonly legend: string }>): Child {
  return (
    <fieldset class="box ticks">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

function Box(props: { readonly name: string; readonly value: string; readonly label: string }): Child {
  return (
    <label class="tick">
      <input type="checkbox" name={props.name} value={props.value} />
      <span>
        {props.label} <code dir="ltr">{props.value}</code>
      </span>
    </label>
  );
}
