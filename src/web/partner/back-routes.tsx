/** `/back/{partner}/{since}/{signature}`: a partner that was paused for its silence says that it is back. Opening the page ends nothing: mail scanners do that. */
import { type Context, Hono } from "hono";
import { comeBack } from "../../dispatch/come-back.ts";
import type { Language } from "../../domain/language.ts";
import type { Partner } from "../../domain/partner.ts";
import { isOwnOrigin } from "../auth/csrf.ts";
import type { WebDeps } from "../deps.ts";
import type { Allowance } from "../limits.ts";
import { partnerDocument, unknownPage } from "./frame.tsx";
import { backPath, type Pause, readBackPath } from "./link.ts";
import { visitsOf } from "./visits.ts";
import { partnerPageWords } from "./words.ts";

/** One address: a page with its answer, and no room for guessing links. */
const visits: Allowance = { burst: 60, perSecond: 1 };

type Found = { readonly pause: Pause; readonly partner: Partner };

/** @param key signs the links */
export function backRoutes(deps: WebDeps, key: string): Hono {
  const { partners, config, log } = deps;
  const app = new Hono();
  app.use(visitsOf(deps, visits));

  async function find(c: Context): Promise<Found | undefined> {
    const {
      partner: id = "",
      since = "",
      signature = "",
    } = c.req.param() as Readonly<Record<string, string>>;
    const pause = readBackPath(key, { partner: id, since, signature });
    const partner = pause && (await partners.get(pause.partner));
    return partner && { pause, partner };
  }

  app.get("/:partner/:since/:signature", async (c) => show(c, await find(c)));
  app.post("/:partner/:since/:signature", async (c) => {
    const found = await find(c);
    if (!found) return show(c, undefined);
    if (!isOwnOrigin(c, config.publicUrl)) return show(c, found, 403);
    const { partner, since } = found.pause;
    const result = await comeBack(partners, partner, since);
    log.info({ partner, result }, "a partner says that it is back");
    return c.redirect(`${backPath(key, found.pause)}?lang=${languageOf(c, found)}`, 303);
  });

  function show(c: Context, found: Found | undefined, status: 200 | 403 = 200): Response | Promise<Response> {
    c.header("Cache-Control", "no-store");
    const language = languageOf(c, found);
    if (!found) return c.html(unknownPage(language, deps.catalogue()), 404);
    return c.html(backPage(deps, found, language, backPath(key, found.pause)), status);
  }

  function languageOf(c: Context, found: Found | undefined): Language {
    const asked = c.req.query("lang");
    if (asked === "ar" || asked === "en") return asked;
    return found?.partner.languages[0] ?? config.language;
  }
  return app;
}

function backPage({ catalogue }: WebDeps, { pause, partner }: Found, language: Language, path: string) {
  const words = partnerPageWords(language);
  const { state, name } = partner;
  const { office } = catalogue();
  const isPaused = state.status === "paused_by_itself" && state.at === pause.since;
  const saids = {
    active: words.back.ended,
    paused_by_staff: words.back.byStaff,
    // A later pause than the one of this letter.
    paused_by_itself: words.back.pausedSince,
  } as const;
  const said = saids[state.status];
  return partnerDocument(
    { language, title: words.back.title, words, path },
    <>
      <p class="quiet">
        {words.from(office.name[language])} · {words.to(name[language])}
      </p>
      <h1>{words.back.title}</h1>
      {isPaused ? (
        <form method="post" action={`${path}?lang=${language}`}>
          <p>{words.back.paused}</p>
          <button type="submit" class="primary">
            {words.back.end}
          </button>
        </form>
      ) : (
        <p role="status">{said}</p>
      )}
      <p class="quiet">
        {words.call("")}
        <a href={`tel:${office.phone}`} dir="ltr">
          {office.phone}
        </a>
      </p>
    </>,
  );
}
