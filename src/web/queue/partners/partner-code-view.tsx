/** A partner's chat on its page: linked by a one-time code, which is shown once, as a link for each line that the office has; and unlinked. */
import type { Child } from "hono/jsx";
import type { Line } from "../../../outbox/lines.ts";
import type { PartnerProps } from "./partner-view.tsx";
import { partnerWordsIn } from "./partner-words.ts";

/** Where a code can be sent from: each a link that opens the chat with the code in it. */
export type CodeLink = { readonly channel: "telegram" | "whatsapp" | "web"; readonly href: string };

/** The links of a code. @param lines the office's, of which those with a known name have one */
export function codeLinks(code: string, lines: readonly Line[], publicUrl: string): readonly CodeLink[] {
  const links: CodeLink[] = [];
  for (const { channel, state } of lines) {
    const as = "as" in state ? state.as : undefined;
    if (channel === "telegram" && as?.startsWith("@"))
      links.push({ channel, href: `https://t.me/${as.slice(1)}?start=${code}` });
    if (channel === "whatsapp" && as !== undefined)
      links.push({ channel, href: `https://wa.me/${as.replace(/\D/g, "")}?text=${code}` });
  }
  return [...links, { channel: "web", href: `${publicUrl}/chat#p=${code}` }];
}

/** A code that was just made. */
export function NewCode({ scene, partner, code }: PartnerProps): Child {
  if (!code) return "";
  const words = partnerWordsIn(scene.language);
  return (
    <section class="panel reveal" aria-labelledby="code-once">
      <p id="code-once">{words.codeOnce(partner.name[scene.language])}</p>
      <p>
        <output class="password secret" dir="ltr">
          {code.code}
        </output>
      </p>
      <ul>
        {code.links.map(({ channel, href }) => (
          <li>
            {words.codeBy[channel]}:{" "}
            <a href={href} dir="ltr">
              {href}
            </a>
          </li>
        ))}
      </ul>
      <p class="quiet">{words.codeHow}</p>
    </section>
  );
}

/** For heads: a new code, and the end of the link. */
export function ChatKeys({ scene, partner }: PartnerProps): Child {
  const words = partnerWordsIn(scene.language);
  const { chat } = partner.contacts;
  return (
    <>
      <form hx-post={`/queue/partners/${partner.id}/code`} hx-target="#page">
        <button type="submit">{words.makeCode}</button>
      </form>
      {chat && (
        <details class="act" id="unlink-chat">
          <summary>{words.unlink}</summary>
          <p>{words.unlinkSure}</p>
          <form hx-post={`/queue/partners/${partner.id}/unlink`} hx-target="#page">
            <button type="submit" class="danger">
              {words.unlink}
            </button>
          </form>
        </details>
      )}
    </>
  );
}
