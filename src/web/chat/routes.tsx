/** `GET /chat`: the customer's page. The key of a chat never reaches it: it stands in the fragment or in the browser's storage. */
import { Hono } from "hono";
import type { WebDeps } from "../deps.ts";
import { pageLanguage } from "./language.ts";
import { chatPage } from "./page.tsx";

export function chatPageRoutes({ catalogue, config }: WebDeps): Hono {
  const app = new Hono();
  app.get("/", (c) => {
    const language = pageLanguage(c, config);
    return c.html(chatPage({ language, catalogue: catalogue(), config }));
  });
  return app;
}
