/**
 * The form of a request between departments, with the files that a colleague attaches: streamed to the document store as they come, and kept in
 * the chat that stands for what they ask. Files of a form that turns out wrong are named nowhere, and go with the nightly sweep.
 */
import type { Flow } from "../../../conversation/flow/flow.ts";
import { staffChannel } from "../../../conversation/order/news.ts";
import type { Refused, StoredDocument } from "../../../documents/documents.ts";
import { boundaryOf, type Part, readParts, textOf } from "../../api/multipart.ts";
import { maxFileBytes } from "../../api/schemas.ts";
import { storable } from "../../api/storable.ts";
import { Problem } from "../../problem.ts";
import type { Desk, QueueContext } from "../frame/desk.tsx";
import { readForm } from "../frame/form.ts";
import { askedIn, isFileQuestion } from "./requests.ts";

/** So many files a question. */
const mostFiles = 5;
/** The files of a form, and its words around them. */
const mostBytes = mostFiles * maxFileBytes + 256 * 1024;
const mostTextBytes = 64 * 1024;

export type FileProblem = "file_too_large" | "file_type" | "file_empty" | "too_many_files" | "file_not_kept";
/** What was attached at a question; with a problem, nothing of it counts. */
export type GivenFiles = { readonly stored: readonly StoredDocument[]; readonly problem?: FileProblem };
export type SentForm = {
  readonly typed: URLSearchParams;
  readonly files: ReadonlyMap<string, GivenFiles>;
};

const problemOf: Readonly<Record<Refused["reason"], FileProblem>> = {
  too_large: "file_too_large",
  type_not_allowed: "file_type",
  too_many_pixels: "file_type",
  empty: "file_empty",
  disk_full: "file_not_kept",
};

/** Of a whole form: more parts than are read are more files than may be. */
const refusedAs: Readonly<Partial<Record<string, FileProblem>>> = {
  file_too_large: "file_too_large",
  bad_multipart: "too_many_files",
};

/** Reads the form of either kind, and stores its files. */
export async function readRequestForm(desk: Desk, c: QueueContext, flow: Flow): Promise<SentForm> {
  const boundary = boundaryOf(c.req.header("content-type"));
  const { body } = c.req.raw;
  if (boundary === undefined || !body) return { typed: await readForm(c), files: new Map() };
  const typed = new URLSearchParams();
  const files = new Map<string, GivenFiles>();
  const names = new Set(askedIn(flow).flatMap((question) => (isFileQuestion(question) ? question.name : [])));
  let newest: string | undefined;
  try {
    for await (const part of readParts(body as AsyncIterable<Uint8Array>, boundary, mostBytes)) {
      if (!names.has(part.name)) typed.append(part.name, await textOf(part, mostTextBytes));
      // A box in which no file was chosen sends a part without a name.
      else if (part.filename !== undefined && part.filename !== "") {
        newest = part.name;
        files.set(part.name, await added(desk, c, files.get(part.name) ?? { stored: [] }, part));
      }
    }
  } catch (error) {
    const problem = error instanceof Problem ? refusedAs[error.type] : undefined;
    if (problem === undefined || newest === undefined) throw error;
    files.set(newest, { stored: [], problem });
  }
  return { typed, files };
}

async function added(desk: Desk, c: QueueContext, given: GivenFiles, part: Part): Promise<GivenFiles> {
  const { stored, problem } = given;
  if (problem) return given;
  if (stored.length >= mostFiles) return { stored: [], problem: "too_many_files" };
  const { documents, engine } = desk.parts;
  const { id, language } = c.get("agent");
  const chat = await engine.openConversation({ channel: staffChannel, address: id, language });
  const about = { conversation: chat.id, name: storable(part.filename ?? ""), at: engine.now() };
  const result = await documents.put(part.body, about);
  return result.type === "refused"
    ? { stored: [], problem: problemOf[result.reason] }
    : { stored: [...stored, result.document] };
}
