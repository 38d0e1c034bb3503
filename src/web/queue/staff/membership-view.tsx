/** On the staff page: which departments somebody belongs to, and making the departments that services name. */

import type { Child } from "hono/jsx";
import type { Agent } from "../../../domain/agent.ts";
import type { PartnerId } from "../../../domain/ids.ts";
import type { Partner } from "../../../domain/partner.ts";
import { formatList } from "../../../language/format.ts";
import { visibleText } from "../../plain-text.tsx";
import { departmentWordsIn } from "../departments/department-words.ts";
import type { Scene } from "../frame/scene.ts";

export type Memberships = {
  readonly departments: readonly Partner[];
  readonly members: ReadonlyMap<Agent["id"], readonly PartnerId[]>;
  /** Departments that services name and that have no record yet. */
  readonly toMake: number;
};

export function Membership(props: {
  readonly scene: Scene;
  readonly agent: Agent;
  readonly memberships: Memberships;
}): Child {
  const { scene, agent, memberships } = props;
  const { departments, members } = memberships;
  if (departments.length === 0) return null;
  const words = departmentWordsIn(scene.language);
  const own = members.get(agent.id) ?? [];
  const names = departments
    .filter(({ id }) => own.includes(id))
    .map(({ name }) => visibleText(name[scene.language]));
  return (
    <details class="act" id={`departments-${agent.id}`}>
      <summary>
        {words.members} <span class="unseen">{agent.name}</span>
        {names.length > 0 && <span class="quiet"> · {formatList(names, scene.language)}</span>}
      </summary>
      <form hx-post={`/queue/agents/${agent.id}/departments`} hx-target="#page">
        <fieldset class="ticks">
          <legend class="unseen">{words.memberOf(agent.name)}</legend>
          {departments.map(({ id, name }) => (
            <label class="tick">
              <input type="checkbox" name="department" value={id} checked={own.includes(id)} />{" "}
              {visibleText(name[scene.language])}
            </label>
          ))}
        </fieldset>
        <button type="submit">
          {words.save} <span class="unseen">{agent.name}</span>
        </button>
      </form>
    </details>
  );
}

export function MakeDepartments({
  scene,
  memberships,
}: {
  readonly scene: Scene;
  readonly memberships: Memberships;
}): Child {
  const { departments, toMake } = memberships;
  if (toMake === 0 && departments.length === 0) return null;
  const words = departmentWordsIn(scene.language);
  return (
    <section class="panel" aria-labelledby="departments-title">
      <h2 id="departments-title">{words.members}</h2>
      {departments.length === 0 && <p>{words.none}</p>}
      <ul>
        {departments.map(({ id, name }) => (
          <li>
            <a href={`/queue/partners/${id}`}>{visibleText(name[scene.language])}</a>
          </li>
        ))}
      </ul>
      {toMake > 0 && (
        <form hx-post="/queue/agents/departments" hx-target="#page">
          <p class="quiet">{words.makeHint}</p>
          <button type="submit">{words.make}</button>
        </form>
      )}
    </section>
  );
}
