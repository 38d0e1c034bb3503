/** `GET /`: whose office this is, and the ways in. */
import { Hono } from "hono";
import { html } from "hono/html";
import { isolate } from "../../language/format.ts";
import { assetUrl } from "../asset-files.ts";
import type { WebDeps } from "../deps.ts";
import { Icon } from "./icons.tsx";
import { pageLanguage } from "./language.ts";
import { chatWords, homeWords } from "./words.ts";

export function homeRoutes({ catalogue, config }: WebDeps): Hono {
  const app = new Hono();
  app.get("/", (c) => {
    const language = pageLanguage(c, config);
    const words = homeWords[language];
    const { name, licence } = catalogue().office;
    const banner = config.rehearsal
      ? chatWords(language).rehearsal
      : config.demo
        ? chatWords(language).demo
        : undefined;
    return c.html(
      html`<!doctype html>${(
        <html lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>{name[language]}</title>
            <link rel="icon" href={assetUrl("icon.svg")} type="image/svg+xml" />
            <link rel="stylesheet" href={assetUrl("base.css")} />
            <link rel="stylesheet" href={assetUrl("home.css")} />
          </head>
          <body class="home">
            <header>{banner && <p class="banner">{banner}</p>}</header>
            <main class="home-main">
              <h1>{name[language]}</h1>
              {licence && (
                <p class="small">{chatWords(language).licence.replace("{licence}", isolate(licence))}</p>
              )}
              <p class="intro">{words.intro}</p>
              <a class="door door-main" href="/chat">
                <Icon name="chat" />
                <span>
                  <strong>{words.chat}</strong>
                  <span>{words.chatText}</span>
                </span>
              </a>
              <a class="door" href="/queue">
                <Icon name="list" />
                <span>
                  <strong>{words.queue}</strong>
                  <span>{words.queueText}</span>
                </span>
              </a>
              <p class="feet">
                <a href={`/?lang=${language === "ar" ? "en" : "ar"}`} lang={language === "ar" ? "en" : "ar"}>
                  {words.other}
                </a>
                <a href="/api/v1/openapi.json">{words.api}</a>
              </p>
            </main>
          </body>
        </html>
      )}`,
    );
  });
  return app;
}
