/** The edge of SMTP against a real server, with TLS and without. */
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Posted, post, type SmtpSettings, tryServer } from "../../src/mail/smtp.ts";
import { issue, makeAuthority } from "../webhooks/certificates.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";

const letter = { subject: "الطلب BR-10001\r\nBcc: x@y.example", text: "text", html: "<p>html</p>" };
const from = { name: "مكتب", address: "office@example.com" };
const login = { user: "office", password: "right" };

async function serverOf(...options: Parameters<typeof openMailServer>): Promise<MailServer> {
  const server = await openMailServer(...options);
  onTestFinished(() => server.close());
  return server;
}

const settingsOf = (
  port: number,
  more: Partial<SmtpSettings["server"]> = {},
  authorities?: readonly string[],
) => ({
  server: { host: "127.0.0.1", port, tls: "none", ...more } as const,
  ...{ from, timeoutMs: 5_000 },
  ...(authorities && { authorities }),
});
const send = (settings: SmtpSettings, stop?: AbortSignal, to = "desk@haram.example"): Promise<Posted> =>
  post(settings, { to, letter, id: "one@example.com", answers: "first@example.com" }, stop);

describe("post", () => {
  it("hands a letter in with its ids, and no line end in a header begins another", async () => {
    const server = await serverOf();
    expect(await send(settingsOf(server.port))).toEqual({ type: "taken" });
    const [mail] = server.mails;
    expect([mail?.from, mail?.to]).toEqual(["office@example.com", ["desk@haram.example"]]);
    expect(mail?.header("message-id")).toBe("<one@example.com>");
    expect([mail?.header("in-reply-to"), mail?.header("references")]).toEqual([
      "<first@example.com>",
      "<first@example.com>",
    ]);
    expect(mail?.header("auto-submitted")).toBe("auto-generated");
    expect(mail?.headers).not.toMatch(/^bcc:/im);
    expect([mail?.text.trim(), mail?.html.trim()]).toEqual(["text", "<p>html</p>"]);
  });

  it("tells who must act: nobody, staff, or the owner", async () => {
    const server = await serverOf();
    const settings = settingsOf(server.port);
    server.answerWith(451);
    expect(await send(settings)).toEqual({ type: "later", why: { during: "address", code: 451 } });
    server.answerWith(550);
    expect(await send(settings)).toEqual({ type: "refused", why: { during: "address", code: 550 } });
    await server.close();
    expect(await send(settings)).toEqual({ type: "later", why: { during: "connection", cause: "refused" } });
    const strict = await serverOf({
      authMethods: ["PLAIN"],
      onAuth: ({ password }, _, callback) =>
        password === login.password
          ? callback(null, { user: "office" })
          : callback(Object.assign(new Error("no"), { responseCode: password === "busy" ? 454 : 535 })),
      authOptional: false,
      allowInsecureAuth: true,
    });
    expect(await send(settingsOf(strict.port))).toMatchObject({ type: "not_let_in" });
    const wrong = settingsOf(strict.port, { login: { ...login, password: "wrong" } });
    expect(await send(wrong)).toEqual({ type: "not_let_in", why: { during: "login", code: 535 } });
    const busy = settingsOf(strict.port, { login: { ...login, password: "busy" } });
    expect(await send(busy)).toEqual({ type: "later", why: { during: "login", code: 454 } });
    expect(await tryServer(wrong)).toEqual({ during: "login", code: 535 });
    expect(await send(settingsOf(strict.port, { login }))).toEqual({ type: "taken" });
    expect(await tryServer(settingsOf(strict.port, { login }))).toBeUndefined();
  });

  it.each(["says_nothing", "hangs_up"] as const)(
    "leaves open what became of a letter of which a server %s",
    async (then) => {
      const server = await serverOf();
      server.afterLetter(then);
      expect(await send({ ...settingsOf(server.port), answerMs: 300, timeoutMs: 300 })).toEqual({
        type: "unsure",
        why: { during: "letter" },
      });
      expect(server.mails).toHaveLength(1);
    },
  );

  it("lets go, once the office stops, of what the server does not have whole, and soon of its answer", async () => {
    const silent = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    onTestFinished(() => void silent.close());
    const stop = new AbortController();
    const waiting = send(settingsOf((silent.address() as AddressInfo).port), stop.signal);
    stop.abort();
    expect(await waiting).toMatchObject({ type: "later" });
    const server = await serverOf();
    server.afterLetter("says_nothing");
    const ending = new AbortController();
    const unanswered = send({ ...settingsOf(server.port), answerMs: 60_000 }, ending.signal);
    await vi.waitFor(() => expect(server.mails).toHaveLength(1), { timeout: 20_000, interval: 20 });
    ending.abort();
    expect(await unanswered).toEqual({ type: "unsure", why: { during: "letter" } });
  }, 30_000);

  it("knows of a letter that a server puts off that it has not arrived", async () => {
    const server = await serverOf();
    server.afterLetter("is_busy");
    expect(await send(settingsOf(server.port))).toEqual({
      type: "later",
      why: { during: "letter", code: 451 },
    });
  });

  it("gives up a server that says nothing before it has the letter, which has then not arrived", async () => {
    const silent = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", () => resolve()));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const why = { during: "connection" };
    expect(await send({ ...settingsOf(port), timeoutMs: 200 })).toMatchObject({ type: "later", why });
    expect(await tryServer({ ...settingsOf(port), timeoutMs: 200 })).toEqual({ ...why, cause: "timeout" });
  });

  it("says nothing to a server without TLS, or with a certificate that proves nothing", async () => {
    const authority = await makeAuthority();
    const [right, own, other] = await Promise.all([
      authority.sign({ host: "localhost" }),
      issue({ host: "localhost" }),
      authority.sign({ host: "mail.elsewhere.example" }),
    ]);
    const trusted = [authority.certificate];
    for (const tls of ["starttls", "at_once"] as const) {
      const options = { secure: tls === "at_once", disabledCommands: [] };
      const at = (server: MailServer) => settingsOf(server.port, { host: "localhost", tls }, trusted);
      const good = await serverOf({ ...options, ...right });
      expect(await send(at(good))).toEqual({ type: "taken" });
      for (const certificate of [own, other]) {
        const bad = await serverOf({ ...options, ...certificate });
        expect(await send(at(bad))).toMatchObject({ type: "not_let_in", why: { during: "tls" } });
        expect(bad.asked).toBe(0);
      }
    }
    const plain = await serverOf();
    expect(await send(settingsOf(plain.port, { tls: "starttls" }))).toMatchObject({
      type: "not_let_in",
      why: { during: "tls" },
    });
    expect(plain.asked).toBe(0);
  });
});
