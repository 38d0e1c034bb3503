/**
 * A web chat's key: 256 random bits that only its holder has. The store keeps their SHA-256, and where a key is unknown, ended or
 * malformed the answer is the same.
 */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { type ConversationId, parseConversationId } from "../../domain/ids.ts";
import { hashOfPartnerCode } from "../../turn/partner-codes.ts";
import { hasScope } from "../keys.ts";
import { Problem, readJson } from "../problem.ts";
import { type ApiParts, answers, type Endpoint, jsonBody, refuses } from "./endpoint.ts";
import { newSessionSchema, sessionSchema } from "./schemas.ts";

/** contracts.md: a session ends after 90 days in which nobody used it. */
const sessionIdleMs = 90 * 24 * 3_600_000;
/** Use is recorded at most this often: it must not cost a write a message. */
const touchEveryMs = 3_600_000;

const unknownLink = "This link is unknown or was used before.";

const sessionPattern = /^[A-Za-z0-9_-]{43}$/;

/** The name under which a session's key is stored. */
function sessionHash(session: string): string {
  return createHash("sha256").update(session).digest("hex");
}

/**
 * The conversation that this session key opens.
 * @throws Problem 404 for a key that is unknown, malformed, or unused for 90 days.
 */
export async function openedBy(
  parts: Pick<ApiParts, "people" | "realNow">,
  session: string | undefined,
): Promise<ConversationId> {
  const hash = sessionPattern.test(session ?? "") ? sessionHash(session ?? "") : undefined;
  const found = hash === undefined ? undefined : await parts.people.findChatSession(hash);
  const now = parts.realNow();
  if (!found || now - found.seenAt > sessionIdleMs)
    throw new Problem("not_found", "This session is unknown or has ended.");
  if (now - found.seenAt > touchEveryMs) await parts.people.touchSession(found.hash, now);
  return found.conversation;
}

/** `POST /chat/sessions`: a new chat and the only key to it. */
export function sessionEndpoints(parts: ApiParts): readonly Endpoint[] {
  return [
    {
      route: {
        method: "post",
        path: "/chat/sessions",
        summary: "Open a web chat",
        request: jsonBody(newSessionSchema, false),
        responses: {
          ...answers(201, "The chat is there", sessionSchema),
          ...refuses("not_json", "not_found", "text_too_long", "invalid", "too_many", "not_now"),
        },
      },
      handle: (c) => openSession(c, parts),
    },
  ];
}

async function openSession(c: Context, parts: ApiParts): Promise<Response> {
  const { engine, people, config, newChats, addressOf, realNow } = parts;
  if (!(await hasScope(c, parts, "messages:write"))) {
    const taken = newChats.take(addressOf(c));
    if (!taken.ok) throw new Problem("too_many", "Too many new chats from this address.", taken);
  }
  const { language, code } = await readJson(c, newSessionSchema, 16 * 1024);
  const { ready, reason } = engine.health();
  if (!ready)
    throw new Problem("not_now", `The office is not ready (${reason ?? "starting"}).`, {
      retryAfterSeconds: 5,
    });
  const id = parseConversationId(`c_${random(parts, 16)}`);
  if (!id) throw new Error("A conversation id was made wrongly.");
  const session = random(parts, 32);
  if (code !== undefined && !(await parts.partners.withLinkCode(hashOfPartnerCode(code), engine.now())))
    throw new Problem("not_found", unknownLink);
  await engine.openConversation({ channel: "web", address: id, language: language ?? config.language, id });
  // Somebody else may have been faster with the same code.
  const joined = code === undefined ? undefined : await engine.joinPartner(id, code);
  if (joined && !(joined.type === "done" && joined.conversation.partner))
    throw new Problem("not_found", unknownLink);
  const at = realNow();
  await people.putChatSession({ hash: sessionHash(session), conversation: id, createdAt: at, seenAt: at });
  return c.json({ session, conversation: id }, 201);
}

function random({ randomBytes }: Pick<ApiParts, "randomBytes">, bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString("base64url");
}
