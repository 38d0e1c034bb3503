/** On every page of heads and administrators: licences of partners that end soon or are over, until one of them has put it away: only what the page has shown goes. */
import type { Child } from "hono/jsx";
import { type Agent, leads } from "../../../domain/agent.ts";
import { formatDate } from "../../../language/format.ts";
import { keyOf, type LicenceReminder } from "../../../partners/licence-reminders.ts";
import { licenceNames } from "../../../partners/vocabulary.ts";
import { PlainText } from "../../plain-text.tsx";
import { partnerWordsIn } from "../partners/partner-words.ts";
import type { Scene } from "./scene.ts";

/** The others are on the partners' own pages. */
const mostShown = 5;

export function LicenceBanner(props: {
  readonly scene: Scene;
  readonly reminders: readonly LicenceReminder[];
  readonly agent: Agent;
}): Child {
  const { scene, reminders, agent } = props;
  if (reminders.length === 0 || !leads(agent)) return null;
  const { language } = scene;
  const words = partnerWordsIn(language).licenceReminders;
  const shown = reminders.slice(0, mostShown);
  return (
    <aside class="line-banner" aria-label={words.title} id="licence-banner">
      <div role="status">
        <ul>
          {shown.map(({ partner, name, kind, expires }) => (
            <li>
              <a href={`/queue/partners/${partner}`}>
                <PlainText text={name[language]} />
              </a>
              : {licenceNames[kind][language]}
              {words.lastDay} {formatDate(expires, language)}
            </li>
          ))}
          {reminders.length > mostShown && <li>{words.more(reminders.length - mostShown)}</li>}
        </ul>
      </div>
      <form hx-post="/queue/partners/licences_seen" hx-target="#licence-banner" hx-swap="outerHTML">
        {shown.map((reminder) => (
          <input type="hidden" name="seen" value={keyOf(reminder)} />
        ))}
        <button type="submit">{words.seen}</button>
      </form>
    </aside>
  );
}
