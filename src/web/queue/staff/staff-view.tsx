/** The staff page, on which heads say who is in which department and administrators add and disable, and the page on which an agent changes their own password. */
import type { Child } from "hono/jsx";
import type { Agent } from "../../../domain/agent.ts";
import { passwordLength } from "../../auth/passwords.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";
import { MakeDepartments, Membership, type Memberships } from "./membership-view.tsx";

/** A password that was just made: shown in this answer and nowhere else. */
export type Revealed = { readonly name: string; readonly password: string };
export type TypedAgent = { readonly name: string; readonly email: string };

type StaffProps = {
  readonly scene: Scene;
  readonly agents: readonly Agent[];
  /** Who is looking: nobody disables the account that they use. */
  readonly self: Agent;
  readonly memberships: Memberships;
  readonly revealed?: Revealed | undefined;
  readonly typed?: TypedAgent | undefined;
};

export function StaffView(props: StaffProps): Child {
  const { scene, agents, revealed } = props;
  const { words } = scene;
  return (
    <div data-live="off">
      <h1>{words.staff.title}</h1>
      {revealed && (
        <section class="panel reveal" aria-labelledby="once">
          <p id="once">{words.staff.once(revealed.name)}</p>
          <p>
            <output class="password" dir="ltr">
              {revealed.password}
            </output>
          </p>
        </section>
      )}
      <ul class="cards">
        {agents.map((agent) => (
          <AgentCard {...props} agent={agent} />
        ))}
      </ul>
      <MakeDepartments scene={scene} memberships={props.memberships} />
      {props.self.role === "admin" && <AddForm scene={scene} typed={props.typed} />}
    </div>
  );
}

function AgentCard({ scene, agent, self, memberships }: StaffProps & { readonly agent: Agent }): Child {
  const { words } = scene;
  return (
    <li class="card" id={agent.id}>
      <div class="card-head">
        <b>
          <PlainText text={agent.name} />
        </b>
        <span class={agent.disabled ? "pill failed" : "pill done"}>
          {agent.disabled ? words.staff.disabled : words.staff.active}
        </span>
      </div>
      <p class="facts">
        <span dir="ltr">
          <PlainText text={agent.email} />
        </span>
        <span>{words.staff.roles[agent.role]}</span>
        {agent.demo && <span>{words.staff.sample}</span>}
      </p>
      <Membership scene={scene} agent={agent} memberships={memberships} />
      {self.role === "admin" && <AccountActs scene={scene} agent={agent} self={self} />}
    </li>
  );
}

/** What administrators alone do with an account. */
function AccountActs({
  scene,
  agent,
  self,
}: Pick<StaffProps, "scene" | "self"> & { readonly agent: Agent }): Child {
  const { words } = scene;
  const path = `/queue/agents/${agent.id}`;
  return (
    <div class="buttons">
      <form hx-post={`${path}/password`} hx-target="#page">
        <button type="submit">
          {words.staff.newPassword} <span class="unseen">{agent.name}</span>
        </button>
      </form>
      {agent.id !== self.id && (
        <form hx-post={`${path}/${agent.disabled ? "enable" : "disable"}`} hx-target="#page">
          <button type="submit" class={agent.disabled ? undefined : "danger"}>
            {agent.disabled ? words.staff.enable : words.staff.disable}{" "}
            <span class="unseen">{agent.name}</span>
          </button>
        </form>
      )}
    </div>
  );
}

function AddForm({ scene, typed }: { readonly scene: Scene; readonly typed: TypedAgent | undefined }): Child {
  const { words } = scene;
  const { staff } = words;
  return (
    <section class="panel" aria-labelledby="add-title">
      <h2 id="add-title">{staff.add}</h2>
      <form hx-post="/queue/agents" hx-target="#page">
        <label for="name">{staff.name}</label>
        <input id="name" name="name" dir="auto" required maxlength={80} value={typed?.name ?? ""} />
        <label for="email">{staff.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          dir="ltr"
          required
          maxlength={254}
          autocomplete="off"
          value={typed?.email ?? ""}
        />
        <label for="role">{staff.role}</label>
        <select id="role" name="role">
          {(["agent", "head", "admin"] as const).map((role) => (
            <option value={role}>{staff.roles[role]}</option>
          ))}
        </select>
        <label for="language">{staff.language}</label>
        <select id="language" name="language">
          <option value="ar" lang="ar">
            العربية
          </option>
          <option value="en" lang="en">
            English
          </option>
        </select>
        <button type="submit" class="primary">
          {staff.add}
        </button>
      </form>
    </section>
  );
}

export function AccountView({ scene }: { readonly scene: Scene }): Child {
  const { password } = scene.words;
  return (
    <section class="panel narrow" data-live="off" aria-labelledby="title">
      <h1 id="title">{password.title}</h1>
      <form hx-post="/queue/account/password" hx-target="#page">
        <label for="current">{password.current}</label>
        <input
          id="current"
          name="current"
          type="password"
          dir="ltr"
          required
          autocomplete="current-password"
          maxlength={passwordLength.max}
        />
        <label for="next">{password.next}</label>
        <input
          id="next"
          name="next"
          type="password"
          dir="ltr"
          required
          autocomplete="new-password"
          minlength={passwordLength.min}
          maxlength={passwordLength.max}
          aria-describedby="next-hint"
        />
        <p class="quiet" id="next-hint">
          {password.hint}
        </p>
        <button type="submit" class="primary">
          {password.save}
        </button>
      </form>
    </section>
  );
}
