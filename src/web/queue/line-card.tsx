/** One line of the office on its page: how it is, what to do, what came and went, its newest problems, and what one can do with it. */
import { createHash } from "node:crypto";
import type { Child } from "hono/jsx";
import type { LineState } from "../../channels/channel.ts";
import type { ConversationId } from "../../domain/ids.ts";
import type { Line, LineProblem } from "../../outbox/lines.ts";
import { Ago, Clock } from "./ago.tsx";
import type { Scene } from "./layout.tsx";
import { channelName, lineWordsIn, problemText } from "./line-words.ts";

/** The office's own: nothing leaves the house through it, so there is nothing to pause. */
const inHouse: ReadonlySet<string> = new Set(["web"]);

/** Problems that a card shows; the same again and again counts as one. */
const mostShown = 5;

export type CardProps = {
  readonly scene: Scene;
  readonly line: Line;
  /** The chat that wrote last on it. */
  readonly lastChat?: ConversationId | undefined;
};

export function mayBePaused({ channel }: Pick<Line, "channel">): boolean {
  return !inHouse.has(channel);
}

export function LineCard(props: CardProps): Child {
  const { scene, line } = props;
  const { language } = scene;
  const words = lineWordsIn(language);
  const heading = `channel-${line.channel}`;
  const unofficial = words.unofficial[line.channel];
  return (
    <li class="card line-card" aria-labelledby={heading}>
      <div class="card-head">
        <h2 id={heading}>{channelName(line.channel, language)}</h2>
        <p class="pills">
          {line.paused && <span class="pill failed">{words.paused}</span>}
          <span class={`pill ${tones[line.state.type]}`}>{words.states[line.state.type]}</span>
        </p>
      </div>
      <div class="line-part">
        <StateView {...props} />
        {unofficial !== undefined && <p class="note">{unofficial}</p>}
      </div>
      <div class="line-part">
        <Traffic {...props} />
        <Problems {...props} />
        <Acts {...props} />
      </div>
    </li>
  );
}

/** Colour stands beside the word, never for it. */
const tones: Readonly<Record<LineState["type"], string>> = {
  starting: "",
  working: "done",
  away: "failed",
  needs_link: "failed",
  refused: "failed",
};

/** The lines' moments are on the real clock; in a rehearsal the office's is another. */
function onOfficeClock(at: number, { now, realNow }: Scene): number {
  return now + at - realNow;
}

function StateView(props: CardProps): Child {
  const { scene, line } = props;
  const { state } = line;
  const words = lineWordsIn(scene.language);
  return (
    <div class="line-state">
      <p class="quiet">
        {words.since} <Clock at={onOfficeClock(line.since, scene)} scene={scene} />
      </p>
      {line.paused && <p>{words.pausedNote}</p>}
      {state.type === "starting" && <p>{words.startingNote}</p>}
      {state.type === "working" && (
        <p>
          {!mayBePaused(line) ? words.inHouse : words.workingNote}
          {state.as !== undefined && (
            <>
              {" "}
              {words.as} <bdi dir="ltr">{state.as}</bdi>.
            </>
          )}
        </p>
      )}
      {state.type === "away" && (
        <p>
          {words.away[state.why]}
          {state.retryAt !== undefined && state.retryAt > scene.realNow && (
            <>
              {" "}
              {words.retry}: <Ago at={onOfficeClock(state.retryAt, scene)} scene={scene} />.
            </>
          )}
        </p>
      )}
      {state.type === "needs_link" && <NeedsLink {...props} state={state} />}
      {state.type === "refused" && <Refused {...props} why={state.why} />}
    </div>
  );
}

const settings = { bad_token: undefined, no_browser: "CHROMIUM_PATH", banned: undefined } as const;

function Refused(props: CardProps & { readonly why: keyof typeof settings }): Child {
  const { scene, line, why } = props;
  const words = lineWordsIn(scene.language);
  const setting = why === "bad_token" ? words.settings[line.channel] : settings[why];
  return (
    <p>
      {words.refused[why]} {setting !== undefined && <code dir="ltr">{setting}</code>}
    </p>
  );
}

type Unlinked = Extract<LineState, { readonly type: "needs_link" }>;

function NeedsLink(props: CardProps & { readonly state: Unlinked }): Child {
  const { scene, line, state } = props;
  const { language } = scene;
  const words = lineWordsIn(language);
  return (
    <>
      <p>{state.why === "logged_out" ? words.loggedOut : words.linkFirst}</p>
      {state.qr === undefined ? (
        state.code === undefined && <p class="quiet">{words.noQr}</p>
      ) : (
        <>
          <p>{words.linkSteps[line.channel] ?? words.linkStepsOther}</p>
          <p>
            <img
              class="qr"
              src={`/queue/lines/${line.channel}/qr.svg?v=${versionOf(state.qr)}`}
              alt={words.qr(channelName(line.channel, language))}
              width="264"
              height="264"
            />
          </p>
        </>
      )}
      {state.code !== undefined && (
        <>
          <p>
            {words.code}:{" "}
            <output class="password" dir="ltr">
              {state.code}
            </output>
          </p>
          <p class="quiet">{words.codeSteps}</p>
        </>
      )}
      {line.link && <NumberForm {...props} />}
    </>
  );
}

/** Makes a browser ask for the picture again when the code is another; tells nothing of the code. */
function versionOf(qr: string): string {
  return createHash("sha256").update(qr).digest("hex").slice(0, 8);
}

function NumberForm({ scene, line }: CardProps): Child {
  const words = lineWordsIn(scene.language);
  const field = `phone-${line.channel}`;
  return (
    <details class="act" id={`number-${line.channel}`}>
      <summary>{words.byNumber}</summary>
      <form hx-post={`/queue/lines/${line.channel}/number`} hx-target="#page">
        <label for={field}>{words.phone}</label>
        <input
          id={field}
          name="phone"
          type="tel"
          dir="ltr"
          autocomplete="off"
          required
          maxlength={40}
          aria-describedby={`${field}-hint`}
        />
        <p class="quiet" id={`${field}-hint`}>
          {words.phoneHint}
        </p>
        <button type="submit">{words.getCode}</button>
      </form>
    </details>
  );
}

function Traffic({ scene, line, lastChat }: CardProps): Child {
  const words = lineWordsIn(scene.language);
  const moment = (at: number | undefined) =>
    at === undefined ? (
      <span class="quiet">{words.notYet}</span>
    ) : (
      <Ago at={onOfficeClock(at, scene)} scene={scene} />
    );
  return (
    <dl class="traffic">
      <div>
        <dt>{words.lastIn}</dt>
        <dd>
          {moment(line.heardAt)}
          {lastChat !== undefined && (
            <>
              {" · "}
              <a href={`/queue/chats/${lastChat}`}>{words.openLast}</a>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.lastOut}</dt>
        <dd>{moment(line.spokeAt)}</dd>
      </div>
      <div>
        <dt>{words.backlog}</dt>
        <dd>{line.backlog}</dd>
      </div>
    </dl>
  );
}

function Problems({ scene, line }: CardProps): Child {
  const { language } = scene;
  const words = lineWordsIn(language);
  const runs = runsOf(line.problems).slice(0, mostShown);
  if (runs.length === 0) return <p class="quiet">{words.noProblems}</p>;
  return (
    <div>
      <h3>{words.problemsTitle}</h3>
      <ul class="problems">
        {runs.map(({ at, type, count }) => (
          <li>
            <Clock at={onOfficeClock(at, scene)} scene={scene} />: {problemText(type, language)}
            {count > 1 && ` (${words.times(count)})`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Newest first: neighbours of one type as one, with the moment of the newest. */
export function runsOf(
  problems: readonly LineProblem[],
): readonly (LineProblem & { readonly count: number })[] {
  const runs: (LineProblem & { readonly count: number })[] = [];
  for (const problem of problems) {
    const last = runs.at(-1);
    if (last?.type === problem.type) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ ...problem, count: 1 });
  }
  return runs;
}

function Acts({ scene, line }: CardProps): Child {
  const words = lineWordsIn(scene.language);
  const path = `/queue/lines/${line.channel}`;
  const name = channelName(line.channel, scene.language);
  return (
    <>
      {mayBePaused(line) && (
        <div class="buttons">
          <form hx-post={`${path}/${line.paused ? "resume" : "pause"}`} hx-target="#page">
            <button type="submit" class={line.paused ? "primary" : undefined}>
              {line.paused ? words.resume : words.pause} <span class="unseen">{name}</span>
            </button>
          </form>
        </div>
      )}
      {line.link && (
        <details class="act" id={`relink-${line.channel}`}>
          <summary>
            {words.relink} <span class="unseen">{name}</span>
          </summary>
          <p>{words.relinkSure}</p>
          <form hx-post={`${path}/relink`} hx-target="#page">
            <button type="submit" class="danger">
              {words.relinkYes}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
