/** What heads do with a partner's state: pause with a reason, resume. */
import type { Child } from "hono/jsx";
import { formatMoment } from "../../../language/format.ts";
import { longestReason } from "../../lengths.ts";
import { PlainText } from "../../plain-text.tsx";
import type { PartnerProps } from "./partner-view.tsx";
import { partnerWordsIn } from "./partner-words.ts";

export function PartnerActs({ scene, partner, typedReason }: PartnerProps): Child {
  const words = partnerWordsIn(scene.language);
  const { state } = partner;
  const path = `/queue/partners/${partner.id}`;
  return (
    <section class="panel" aria-labelledby="state-title">
      <h2 id="state-title">{words.stateTitle}</h2>
      {state.status === "active" ? (
        <form hx-post={`${path}/pause`} hx-target="#page">
          <label for="reason">{words.reason}</label>
          <input
            id="reason"
            name="reason"
            dir="auto"
            required
            maxlength={longestReason}
            value={typedReason ?? ""}
            aria-describedby="pause-hint"
          />
          <p class="quiet" id="pause-hint">
            {words.pauseHint}
          </p>
          <button type="submit" class="danger">
            {words.pause}
          </button>
        </form>
      ) : (
        <>
          <p class="facts">
            <span>
              {words.pausedSince} {state.at === 0 ? "–" : formatMoment(state.at, scene.zone, scene.language)}
            </span>
            {state.status === "paused_by_staff" && state.by && (
              <span>
                {words.pausedBy} <PlainText text={state.by.name} />
              </span>
            )}
          </p>
          <form hx-post={`${path}/resume`} hx-target="#page">
            <button type="submit" class="primary">
              {words.resume}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
