/** Which heads are told of an order outside the queue: those of its department, else the office's, each with the chat that stands for their mailbox. */
import { type Agent, leads } from "../domain/agent.ts";
import type { HeadChat } from "../domain/event.ts";
import type { ConversationId } from "../domain/ids.ts";
import type { Language } from "../domain/language.ts";
import type { Order } from "../domain/order.ts";
import { isMailAddress } from "../mail/smtp-url.ts";
import type { DepartmentStore } from "../store/departments.ts";
import type { PartnerStore } from "../store/partners.ts";
import type { PeopleStore } from "../store/people.ts";
import { staffMail } from "./staff-mail-channel.ts";

export type HeadsDeps = {
  readonly people: Pick<PeopleStore, "listAgents">;
  readonly partners: Pick<PartnerStore, "departments">;
  readonly departments: Pick<DepartmentStore, "members">;
  /** The chat on a channel, made when there is none. */
  readonly openChat: (channel: string, address: string, language: Language) => Promise<ConversationId>;
};

/** Of an order; without one, the office's. */
export type FindHeads = (order: Order | undefined) => Promise<readonly HeadChat[]>;

export function createHeads({ people, partners, departments, openChat }: HeadsDeps): FindHeads {
  return async (order) => {
    const [agents, all, members] = await Promise.all([
      people.listAgents(),
      partners.departments(),
      departments.members(),
    ]);
    const own = order?.department
      ? [order.department.id]
      : all.filter(({ services }) => order && services.includes(order.service)).map(({ id }) => id);
    const reachable = agents.filter(isReachable);
    const chosen = headsAmong(reachable, ({ id }) =>
      (members.get(id) ?? []).some((department) => own.includes(department)),
    );
    return Promise.all(
      chosen.map(async ({ id, name, language }) => ({
        name,
        conversation: await openChat(staffMail, id, language),
      })),
    );
  };
}

const isReachable = ({ disabled, demo, email }: Agent): boolean => !disabled && !demo && isMailAddress(email);

/** The heads and administrators of the department; where it has none the office's heads, and where there are none either its administrators. */
function headsAmong(agents: readonly Agent[], isOfIt: (agent: Agent) => boolean): readonly Agent[] {
  const leading = agents.filter(leads);
  const heads = leading.filter(({ role }) => role === "head");
  return [leading.filter(isOfIt), heads, leading].find(({ length }) => length > 0) ?? [];
}
