import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config.ts";
import { isMailAddress, parseMailbox, parseSmtpUrl } from "../../src/mail/smtp-url.ts";

describe("parseSmtpUrl", () => {
  it("asks for TLS wherever mail leaves this machine", () => {
    expect(parseSmtpUrl("smtps://a%40b.example:p%3Aw@mail.example.com")).toEqual({
      ...{ host: "mail.example.com", port: 465, tls: "at_once" },
      login: { user: "a@b.example", password: "p:w" },
    });
    expect(parseSmtpUrl("smtp://mail.example.com")).toEqual({
      host: "mail.example.com",
      port: 587,
      tls: "starttls",
    });
    expect(parseSmtpUrl("smtp://10.0.0.5:25")?.tls).toBe("starttls");
    for (const host of ["localhost", "127.0.0.1", "[::1]"])
      expect(parseSmtpUrl(`smtp://${host}`)).toMatchObject({ port: 25, tls: "none" });
    expect(parseSmtpUrl("smtp://localhost.example.com")?.tls).toBe("starttls");
    expect(parseSmtpUrl("smtps://localhost")?.tls).toBe("at_once");
  });

  it.each([
    "",
    "mail.example.com",
    "http://mail.example.com",
    "smtp://",
    "smtp://user@mail.example.com",
    "smtp://:password@mail.example.com",
    "smtp://mail.example.com/path",
    "smtp://mail.example.com?tls.rejectUnauthorized=false",
    "smtp://%zz:p@mail.example.com",
  ])("is nothing for %s", (text) => {
    expect(parseSmtpUrl(text)).toBeUndefined();
  });
});

describe("parseMailbox", () => {
  it("takes one address, with a name or without", () => {
    expect(parseMailbox("مكتب وسيط <office@example.com>")).toEqual({
      name: "مكتب وسيط",
      address: "office@example.com",
    });
    expect(parseMailbox('"Wasit, Riyadh" <office@example.com>')?.name).toBe("Wasit, Riyadh");
    expect(parseMailbox("office@example.com")).toEqual({ name: "", address: "office@example.com" });
  });

  it.each([
    "office",
    "a@b.example, c@d.example",
    "Office <a@b.example>\r\nBcc: x@y.example",
    "Office\nBcc: x@y.example <a@b.example>",
    "<>",
    "a@b",
  ])("is nothing for %j", (text) => {
    expect(parseMailbox(text)).toBeUndefined();
  });
});

describe("isMailAddress", () => {
  it.each([
    "a@b.example\r\nDATA",
    "a@b.example>",
    "<a@b.example",
    "a b@c.example",
    "a@b.example,c@d.example",
    "a@b.\u0000example",
  ])("refuses %j, by which a header or a command could be ended", (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

describe("the settings of mail", () => {
  const said = (environment: Record<string, string>) => {
    try {
      return loadConfig(environment).smtp;
    } catch (error) {
      return String(error);
    }
  };

  it("come both, or neither, and a wrong one is told without its password", () => {
    expect(said({})).toBeUndefined();
    const both = { SMTP_URL: "smtp://localhost", SMTP_FROM: "a@b.example" };
    expect(said({ ...both, WASIT_PUBLIC_URL: "https://x.example" })).toMatchObject({ server: { port: 25 } });
    expect(said(both)).toContain("WASIT_PUBLIC_URL: expected");
    expect(said({ SMTP_URL: "smtp://localhost" })).toContain("SMTP_FROM: expected");
    expect(said({ SMTP_FROM: "a@b.example" })).toContain("SMTP_URL: expected");
    const wrong = said({ SMTP_URL: "smtp://user:hunter2-secret@", SMTP_FROM: "x" });
    expect(wrong).toContain("SMTP_URL: expected the server");
    expect(wrong).toContain("SMTP_FROM: expected the address");
    expect(wrong).not.toContain("hunter2");
  });
});
