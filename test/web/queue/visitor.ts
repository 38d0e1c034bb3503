/** A browser without a screen: keeps cookies, sends what htmx would send, and reads what the pages hide in them. */
export const origin = "http://localhost";

/** What answers a request: an app in this process, or one behind a port. */
type Answering = { request(url: string, init?: RequestInit): Response | Promise<Response> };

export class Visitor {
  readonly cookies = new Map<string, string>();
  csrf = "";
  private readonly app: Answering;
  private readonly mount: string;

  /** @param mount where the queue's routes are in this app: `/queue` in a whole one */
  constructor(app: Answering, mount = "") {
    this.app = app;
    this.mount = mount;
  }

  /** Any request, with the cookies kept; other headers as given. Paths are those of the queue, without `/queue`. */
  async send(method: string, path: string, given: { headers?: Record<string, string>; body?: string } = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.app.request(`${origin}${this.mount}${path}`, {
      method,
      headers: { ...(cookie && { cookie }), ...given.headers },
      ...(given.body !== undefined && { body: given.body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  async get(path: string): Promise<string> {
    const text = await (await this.send("GET", path)).text();
    this.csrf = /<meta name="wasit-csrf" content="([^"]+)"/.exec(text)?.[1] ?? this.csrf;
    return text;
  }

  /** A form as htmx sends it. */
  post(path: string, fields: Record<string, string> = {}): Promise<Response> {
    return this.send("POST", path, {
      headers: {
        origin,
        "hx-request": "true",
        "x-wasit-csrf": this.csrf,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams(fields).toString(),
    });
  }

  /** The login form, filled in and sent as a browser does. */
  async logIn(email: string, password: string): Promise<Response> {
    const form = await this.get("/login");
    const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? "";
    const response = await this.send("POST", "/login", {
      headers: { origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ token, email, password, next: "/queue", language: "en" }).toString(),
    });
    if (response.status === 303) await this.get("/");
    return response;
  }
}
