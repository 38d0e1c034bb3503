/** One line of the office on its page: how it is, what to do, what came and went, its newest problems, and what one can do with it. */
import type { Child } from "hono/jsx";
import type { LineState } from "../../../channels/channel.ts";
import type { ConversationId } from "../../../domain/ids.ts";
import type { Line, LineProblem } from "../../../outbox/lines.ts";
import { Ago, Clock } from "../frame/ago.tsx";
import type { Scene } from "../frame/scene.ts";
import { LineFacts } from "./line-facts.tsx";
import { mayBePaused, onOfficeClock, StateView } from "./line-state-view.tsx";
import { channelName, lineWordsIn, shownAs } from "./line-words.ts";
import { problemText } from "./problem-words.ts";

/** Problems that a card shows; the same again and again counts as one. */
const mostShown = 5;

export type CardProps = {
  readonly scene: Scene;
  readonly line: Line;
  /** The chat that wrote last on it. */
  readonly lastChat?: ConversationId | undefined;
};

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
          {line.careful && <span class="pill">{words.careful}</span>}
          <span class={`pill ${tones[line.state.type]}`}>{words.states[shownAs(line.state)]}</span>
        </p>
      </div>
      <div class="line-part">
        <StateView {...props} />
        {unofficial !== undefined && <p class="note">{unofficial}</p>}
      </div>
      <div class="line-part">
        <Traffic {...props} />
        <Problems {...props} />
        {mayBePaused(line) && (
          <LineFacts language={language} channel={line.channel} capabilities={line.capabilities} />
        )}
        <Acts {...props} />
      </div>
    </li>
  );
}

/** Colour stands beside the word, never for it. */
const tones: Readonly<Record<LineState["type"], string>> = {
  starting: "",
  working: "done",
  deaf: "failed",
  away: "failed",
  needs_link: "failed",
  refused: "failed",
};

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
