/** The frame of each page that a partner opens by a link, and what a link that is none of ours shows. */
import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Catalogue } from "../../conversation/flow/flow.ts";
import type { Language } from "../../domain/language.ts";
import { assetUrl } from "../asset-files.ts";
import { PrivateMetas } from "../private-metas.tsx";
import { type PartnerPageWords, partnerPageWords } from "./words.ts";

type PageProps = {
  readonly language: Language;
  readonly title: string;
  readonly words: PartnerPageWords;
  readonly path?: string;
};

/** The frame of each page that a partner opens by a link. */
export function partnerDocument(
  { language, title, words, path }: PageProps,
  content: Child,
): ReturnType<typeof html> {
  const other = language === "ar" ? "en" : "ar";
  return html`<!doctype html>${(
    <html lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
      <head>
        <PrivateMetas />
        <title>{title}</title>
        <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl("base.css")} />
        <link rel="stylesheet" href={assetUrl("queue/forms.css")} />
        <link rel="stylesheet" href={assetUrl("partner.css")} />
        <script src={assetUrl("file-size.js")} type="module" />
      </head>
      <body class="partner">
        {path !== undefined && (
          <header>
            <a href={`${path}?lang=${other}`} lang={other}>
              {words.other}
            </a>
          </header>
        )}
        <main>{content}</main>
      </body>
    </html>
  )}`;
}

/** For a link that is none of ours. */
export function unknownPage(language: Language, catalogue: Catalogue): ReturnType<typeof html> {
  const words = partnerPageWords(language);
  return partnerDocument(
    { language, title: words.unknownTitle, words },
    <>
      <h1>{words.unknownTitle}</h1>
      <p>{words.unknown}</p>
      <p class="quiet">{words.call(catalogue.office.phone)}</p>
    </>,
  );
}
