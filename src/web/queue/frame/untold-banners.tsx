/** On every page, for whom it concerns: mail that cannot leave, heads whom none reaches, and systems of the office that were not told. */
import type { Child } from "hono/jsx";
import { showMoment } from "../../../conversation/show/show.ts";
import type { LockedOut } from "../../../dispatch/mail-trouble.ts";
import type { Agent } from "../../../domain/agent.ts";
import { PlainText } from "../../plain-text.tsx";
import { integrationWordsIn } from "../integrations/integration-words.ts";
import type { Scene } from "./scene.ts";

/** Partners and heads get no mail until somebody mends the settings. */
export function LockedOutBanner({ scene, why, since }: LockedOut & { readonly scene: Scene }): Child {
  const { lockedOut, lockedOutAt, lockedOutTitle } = integrationWordsIn(scene.language);
  const during = lockedOutAt[why.during];
  const when = showMoment(since, scene.now, scene.zone, scene.language);
  return (
    <aside class="line-banner" aria-label={lockedOutTitle} id="mail-banner">
      <div role="status">{lockedOut(when, why.code === undefined ? during : `${during} ${why.code}`)}</div>
    </aside>
  );
}

/** What has come to a head did not reach them by mail, and won't. */
export function UnreachedBanner(props: { readonly scene: Scene; readonly heads: readonly Agent[] }): Child {
  const { scene, heads } = props;
  const { lockedOutTitle, unreached } = integrationWordsIn(scene.language);
  return (
    <aside class="line-banner" aria-label={unreached} id="unreached-banner">
      <div role="status">
        {lockedOutTitle}: {unreached}
        <ul>
          {heads.map(({ name, email }) => (
            <li>
              <PlainText text={name} /> (<bdi dir="ltr">{email}</bdi>)
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}

/** One of the office's own systems was not told, and won't be by itself. */
export function UntoldBanner({ scene, count }: { readonly scene: Scene; readonly count: number }): Child {
  const words = integrationWordsIn(scene.language);
  return (
    <aside class="line-banner" aria-label={words.title} id="untold-banner">
      <div role="status">{words.banner(count)}</div>
      <a href="/queue/integrations">{words.title}</a>
    </aside>
  );
}
