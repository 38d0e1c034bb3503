/** How one line is, in words, and what to do about it: which setting to mend, which code to scan. */
import { createHash } from "node:crypto";
import type { Child } from "hono/jsx";
import type { LineState, RefusedReason } from "../../../channels/channel.ts";
import type { Line } from "../../../outbox/lines.ts";
import { Ago, Clock } from "../frame/ago.tsx";
import type { Scene } from "../frame/scene.ts";
import { channelName, lineWordsIn } from "./line-words.ts";

type StateProps = { readonly scene: Scene; readonly line: Line };

/** The office's own: nothing leaves the house through it, so there is nothing to pause. */
const inHouse: ReadonlySet<string> = new Set(["web"]);

export function mayBePaused({ channel }: Pick<Line, "channel">): boolean {
  return !inHouse.has(channel);
}

/** The lines' moments are on the real clock; in a rehearsal the office's is another. */
export function onOfficeClock(at: number, { now, realNow }: Scene): number {
  return now + at - realNow;
}

export function StateView(props: StateProps): Child {
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
          {mayBePaused(line) ? !line.paused && !line.careful && words.workingNote : words.inHouse}
          {state.as !== undefined && (
            <>
              {" "}
              {words.as} <bdi dir="ltr">{state.as}</bdi>.
            </>
          )}
        </p>
      )}
      {line.careful && <Careful {...props} careful={line.careful} />}
      {state.type === "deaf" && <Deaf {...props} state={state} />}
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

const settings = {
  bad_token: undefined,
  bad_webhook: "WASIT_PUBLIC_URL",
  no_browser: "CHROMIUM_PATH",
  banned: undefined,
} as const satisfies Record<RefusedReason, string | undefined>;

function Refused(props: StateProps & { readonly why: keyof typeof settings }): Child {
  const { scene, line, why } = props;
  const words = lineWordsIn(scene.language);
  const setting = why === "bad_token" ? words.settings[line.channel] : settings[why];
  return (
    <p>
      {words.refused[why]} {setting !== undefined && <code dir="ltr">{setting}</code>}
    </p>
  );
}

function Careful({ scene, careful }: StateProps & { readonly careful: NonNullable<Line["careful"]> }): Child {
  const words = lineWordsIn(scene.language);
  return (
    <>
      <p>{words.carefulNote}</p>
      <p>
        {words.carefulWaiting}: {careful.waiting} ({words.since}{" "}
        <Clock at={onOfficeClock(careful.since, scene)} scene={scene} />)
      </p>
    </>
  );
}

function Deaf({
  scene,
  state,
}: StateProps & { readonly state: Extract<LineState, { readonly type: "deaf" }> }): Child {
  const words = lineWordsIn(scene.language);
  return (
    <>
      <p>{state.turnedAway ? words.turnedAway : words.deaf}</p>
      <p>
        {words.deafWaiting}: {state.waiting}.
        {state.said !== "" && (
          <>
            {" "}
            {words.said}:{" "}
            <bdi dir="ltr" lang="en">
              {state.said}
            </bdi>
          </>
        )}
      </p>
    </>
  );
}

type Unlinked = Extract<LineState, { readonly type: "needs_link" }>;

function NeedsLink(props: StateProps & { readonly state: Unlinked }): Child {
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

function NumberForm({ scene, line }: StateProps): Child {
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
