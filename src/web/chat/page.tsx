/**
 * The chat page as the server sends it: frame, labels and welcome in the customer's language, and what the script needs to know.
 * The chat's lines come by the API, so this page holds nothing personal.
 */
import { html } from "hono/html";
import type { Catalogue } from "../../conversation/flow/flow.ts";
import { fileLimits } from "../../domain/files.ts";
import type { Language } from "../../domain/language.ts";
import { isolate } from "../../language/format.ts";
import { assetUrl } from "../asset-files.ts";
import type { WebConfig } from "../deps.ts";
import { longestText } from "../lengths.ts";
import { ConfirmDialog, ContactDialog, LinkDialog } from "./dialogs.tsx";
import { exampleSayings } from "./examples.ts";
import { Icon } from "./icons.tsx";
import { type ChatWords, chatWords } from "./words.ts";

type ChatPageInput = {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly config: WebConfig;
};

/** The whole document. */
export function chatPage({ language, catalogue, config }: ChatPageInput) {
  const words = chatWords(language);
  const office = catalogue.office.name[language];
  return html`<!doctype html>${(
    <html lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#182124" media="(prefers-color-scheme: dark)" />
        <meta name="robots" content="noindex" />
        <title>{office}</title>
        <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assetUrl("base.css")} />
        <link rel="stylesheet" href={assetUrl("chat.css")} />
        <script type="module" src={assetUrl("chat.js")}></script>
      </head>
      <body
        class="chat"
        id="chat"
        data-language={language}
        data-zone={config.zone}
        data-public-url={config.publicUrl}
        data-max-file-bytes={fileLimits.bytes}
        data-words={JSON.stringify(words)}
      >
        <header>
          <ChatHead office={office} licence={catalogue.office.licence} language={language} words={words} />
          <Banners config={config} words={words} />
        </header>
        <main class="log" id="scroller" tabindex={0}>
          <Welcome office={office} words={words} sayings={exampleSayings(catalogue, language)} />
          <div id="log" role="log" aria-live="off" aria-label={words.label}>
            <ol class="lines" id="lines"></ol>
          </div>
          <ol class="lines" id="pending"></ol>
          <div class="typing" id="typing" role="status" hidden>
            <span class="dots" aria-hidden="true">
              <i></i>
              <i></i>
              <i></i>
            </span>
            <span class="unseen">{words.typing}</span>
          </div>
        </main>
        <Composer language={language} words={words} />
        <LinkDialog words={words} />
        <ContactDialog words={words} />
        <ConfirmDialog words={words} />
      </body>
    </html>
  )}`;
}

type HeaderInput = { office: string; licence: string; language: Language; words: ChatWords };

function ChatHead({ office, licence, language, words }: HeaderInput) {
  const other = language === "ar" ? "en" : "ar";
  return (
    <div class="top">
      <div class="avatar" aria-hidden="true">
        {initialOf(office)}
      </div>
      <div class="who">
        <h1>{office}</h1>
        {licence && <p>{words.licence.replace("{licence}", isolate(licence))}</p>}
      </div>
      <a
        class="quiet"
        id="language"
        href={`/chat?lang=${other}`}
        hreflang={other}
        lang={other}
        title={words.otherLanguage}
      >
        <span aria-hidden="true">{words.otherLanguageShort}</span>
        <span class="unseen">{words.otherLanguage}</span>
      </a>
      <div class="menu-place">
        <button
          class="quiet"
          type="button"
          id="menu-button"
          aria-haspopup="menu"
          aria-expanded="false"
          aria-controls="menu"
        >
          <Icon name="menu" fill />
          <span class="unseen">{words.menu}</span>
        </button>
        <div class="menu menu-below" id="menu" role="menu" aria-labelledby="menu-button" hidden>
          <MenuEntry id="open-link" icon="link" label={words.returnLink} />
          <MenuEntry id="new-chat" icon="plus" label={words.newChat} />
        </div>
      </div>
    </div>
  );
}

/** The first letter of the name, without the article and without the word "office". */
function initialOf(office: string): string {
  const name = office.replace(/^(مكتب|شركة|مؤسسة|the)\s+/iu, "").replace(/^ال(?=\p{L}{3})/u, "");
  return [...name][0]?.toUpperCase() ?? "";
}

function MenuEntry({
  id,
  icon,
  label,
}: {
  id: string;
  icon: "link" | "plus" | "file" | "location" | "contact";
  label: string;
}) {
  return (
    <button type="button" role="menuitem" tabindex={-1} id={id}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}

function Banners({ config, words }: { config: WebConfig; words: ChatWords }) {
  return (
    <div class="banners">
      {config.rehearsal && <p class="banner">{words.rehearsal}</p>}
      {config.demo && !config.rehearsal && <p class="banner">{words.demo}</p>}
      <p class="banner banner-warn" id="connection" role="status" hidden></p>
      <noscript>
        <p class="banner banner-warn">{words.noScript}</p>
      </noscript>
    </div>
  );
}

function Welcome({
  office,
  words,
  sayings,
}: {
  office: string;
  words: ChatWords;
  sayings: readonly string[];
}) {
  return (
    <section class="welcome" id="welcome">
      <div class="avatar avatar-big" aria-hidden="true">
        <Icon name="chat" />
      </div>
      <h2>{words.welcome.replace("{office}", office)}</h2>
      <p>{words.welcomeText}</p>
      {sayings.length > 0 && (
        <div class="examples">
          <p class="small">{words.examples}</p>
          {sayings.map((saying) => (
            <button type="button" class="example" data-example={saying}>
              <bdi>{saying}</bdi>
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

/** An empty field stands in the page's direction (its placeholder does); written words in their own. */
function Composer({ language, words }: { language: Language; words: ChatWords }) {
  return (
    <form class="composer" id="composer" autocomplete="off" aria-label={words.composer}>
      <button class="jump" type="button" id="jump" hidden>
        <Icon name="down" />
        <span>{words.newMessages}</span>
      </button>
      <div class="menu-place">
        <button
          class="quiet"
          type="button"
          id="attach-button"
          aria-haspopup="menu"
          aria-expanded="false"
          aria-controls="attach"
        >
          <Icon name="attach" />
          <span class="unseen">{words.attach}</span>
        </button>
        <div class="menu menu-above" id="attach" role="menu" aria-labelledby="attach-button" hidden>
          <MenuEntry id="attach-file" icon="file" label={words.file} />
          <MenuEntry id="attach-location" icon="location" label={words.location} />
          <MenuEntry id="attach-contact" icon="contact" label={words.contact} />
        </div>
        <input class="unseen" type="file" id="files" multiple tabindex={-1} aria-label={words.file} />
      </div>
      <textarea
        id="text"
        rows={1}
        dir={language === "ar" ? "rtl" : "ltr"}
        maxlength={longestText}
        aria-label={words.composer}
        placeholder={words.placeholder}
        enterkeyhint="send"
      ></textarea>
      <button class="send" type="submit" id="send" disabled>
        <Icon name="send" fill />
        <span class="unseen">{words.send}</span>
      </button>
    </form>
  );
}
