/** What went wrong with a call of a model, divided by what follows from it. */

/**
 * `again`: another try may help (a 5xx, a cut connection, an answer that is no answer). `wait`: the server asks for time. `refused`: the
 * key, the address or the model's name is wrong; only the owner can mend that. `gone`: our deadline is over or the office stops.
 */
export type ModelProblem =
  | { readonly type: "again"; readonly what: "unreachable" | "server" | "garbage" | "refusal" | "cut" }
  | { readonly type: "wait"; readonly afterMs: number }
  | { readonly type: "refused"; readonly status: number }
  | { readonly type: "gone" };

/** `message` names the problem and the status, never what the server wrote: it may repeat the prompt. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly problem: ModelProblem;
  constructor(problem: ModelProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

const contentStatuses: ReadonlySet<number> = new Set([400, 413, 415, 422]);

/** A refusal of what was sent this once, not of us: the next message or file may be taken. */
export const isOfContent = (status: number): boolean => contentStatuses.has(status);
