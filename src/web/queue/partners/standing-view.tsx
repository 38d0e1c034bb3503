/** How a partner has served, on its own page: its rank, and behind each part of it what was seen. */
import type { Child } from "hono/jsx";
import { rankOf, rankParts, rankPercent, rankWeights } from "../../../dispatch/rank.ts";
import type { Language } from "../../../domain/language.ts";
import { type Standing, seenIn, unseen } from "../../../domain/standing.ts";
import { choiceWordsIn } from "../orders/choice-words.ts";
import { standingFacts, standingWordsIn } from "./standing-words.ts";

export function StandingView(props: {
  readonly standing: Standing | undefined;
  readonly language: Language;
}): Child {
  const { standing, language } = props;
  const words = standingWordsIn(language);
  return (
    <section class="panel" aria-labelledby="standing-title">
      <h2 id="standing-title">{words.title}</h2>
      {!standing && <p class="quiet">{words.nothing}</p>}
      <Parts standing={standing ?? unseen} language={language} />
      <p class="quiet">{words.how}</p>
    </section>
  );
}

function Parts(props: { readonly standing: Standing; readonly language: Language }): Child {
  const { standing, language } = props;
  const words = standingWordsIn(language);
  const named = choiceWordsIn(language);
  const { value, parts, newcomer } = rankOf(standing);
  const facts = standingFacts(standing, language);
  return (
    <>
      <p>
        <strong>{named.rank(rankPercent(value))}</strong>
      </p>
      {newcomer && <p class="quiet">{words.newcomer}</p>}
      {!newcomer && standing.earlier > 0 && seenIn(standing) === 0 && (
        <p class="quiet">{words.quiet(standing.earlier)}</p>
      )}
      <dl class="fields">
        {rankParts.map((part) => (
          <div class="field">
            <dt>{named.parts[part]}</dt>
            <dd>
              <span class="value">
                {words.weighs(rankPercent(parts[part]), rankPercent(rankWeights[part]))}
              </span>
              {facts[part].length > 0 && <span class="facts">{facts[part].join(" · ")}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
