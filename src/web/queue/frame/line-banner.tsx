/** On every page of the queue: the lines that nothing leaves from or comes in by now, and what each waits for. Silent while all work. */
import type { Child } from "hono/jsx";
import { type Agent, leads } from "../../../domain/agent.ts";
import { isDeaf, keepsMessages, type Line } from "../../../outbox/lines.ts";
import { channelName, lineWordsIn, shownAs } from "../lines/line-words.ts";
import type { Scene } from "./scene.ts";

/** Does nothing leave this line until somebody acts or its platform is back? */
export function isHeldUp({ paused, state }: Pick<Line, "paused" | "state">): boolean {
  return paused || keepsMessages(state);
}

export function LineBanner(props: {
  readonly scene: Scene;
  readonly lines: readonly Line[];
  readonly agent: Agent;
}): Child {
  const { scene, agent } = props;
  const held = props.lines.filter((line) => isHeldUp(line) || isDeaf(line.state));
  if (held.length === 0) return null;
  const { language } = scene;
  const words = lineWordsIn(language);
  return (
    <aside class="line-banner" aria-label={words.title} id="line-banner">
      <div role="status">
        <ul>
          {held.map((line) => (
            <li>
              <b>
                <bdi>{channelName(line.channel, language)}</bdi>
              </b>
              : {words.banner[line.paused ? "paused" : shownAs(line.state)]}.
              {line.backlog > 0 && ` ${words.backlog}: ${line.backlog}.`}
            </li>
          ))}
        </ul>
      </div>
      {leads(agent) && <a href="/queue/lines">{words.title}</a>}
    </aside>
  );
}
