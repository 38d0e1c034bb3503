/** On every page of heads and administrators: partners that were paused because they did not answer, until one of them has put it away. */
import type { Child } from "hono/jsx";
import type { Partner } from "../../../domain/partner.ts";
import { PlainText } from "../../plain-text.tsx";
import { partnerWordsIn } from "../partners/partner-words.ts";
import type { Scene } from "./scene.ts";

/** The others come up once these are put away. */
const mostShown = 5;

export function SilentBanner(props: { readonly scene: Scene; readonly partners: readonly Partner[] }): Child {
  const { scene, partners } = props;
  if (partners.length === 0) return null;
  const { language } = scene;
  const words = partnerWordsIn(language).silentPartners;
  const shown = partners.slice(0, mostShown);
  return (
    <aside class="line-banner" aria-label={words.title} id="silent-banner">
      <div role="status">
        {words.text}
        <ul>
          {shown.map(({ id, name }) => (
            <li>
              <a href={`/queue/partners/${id}`}>
                <PlainText text={name[language]} />
              </a>
            </li>
          ))}
          {partners.length > mostShown && <li>{words.more(partners.length - mostShown)}</li>}
        </ul>
      </div>
      <form hx-post="/queue/partners/silent_seen" hx-target="#silent-banner" hx-swap="outerHTML">
        {shown.map(({ id }) => (
          <input type="hidden" name="seen" value={id} />
        ))}
        <button type="submit">{words.seen}</button>
      </form>
    </aside>
  );
}
