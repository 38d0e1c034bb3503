/** The letter to a partner that let its offers go by: it gets no new ones, and how that ends. Pure. */
import type { Catalogue } from "../conversation/flow/flow.ts";
import type { Language } from "../domain/language.ts";
import type { Letter } from "./letter.ts";
import { escapeHtml, footnote, htmlOfParts, linkTo, paragraph, partIn, textOfParts } from "./letter-form.ts";
import { letterWordsIn } from "./letter-words.ts";

/** @param link where it ends @param languages at least one; each has its part, in this order */
export function pausedLetterOf(
  office: Catalogue["office"],
  link: string,
  languages: readonly Language[],
): Letter {
  const parts = languages.map((language) => {
    const { pausedTitle, paused, back, pausedOrders } = letterWordsIn(language);
    const foot = `${office.name[language]} · ${office.phone}`;
    return { language, pausedTitle, paused, back, pausedOrders, foot };
  });
  const texts = parts.map(({ pausedTitle, paused, back, pausedOrders, foot }) =>
    [pausedTitle, paused, `${back}:\n${link}`, pausedOrders, foot].join("\n\n"),
  );
  const bodies = parts.map(({ language, pausedTitle, paused, back, pausedOrders, foot }) =>
    partIn(language, [
      `<h1 style="font-size:1.2em">${escapeHtml(pausedTitle)}</h1>`,
      ...[paragraph(paused), linkTo(link, back), paragraph(pausedOrders), footnote(foot)],
    ]),
  );
  return {
    subject: parts.map(({ pausedTitle }) => pausedTitle).join(" · "),
    text: textOfParts(texts),
    html: htmlOfParts(bodies),
  };
}
