/** One customer with their doors: the chats that are joined, by which proof, and parting them; and whether messages may be begun here. */
import type { Child } from "hono/jsx";
import type { Conversation } from "../../../domain/conversation.ts";
import type { DoorsRow } from "../../../domain/doors.ts";
import type { MessageChoice } from "../../../domain/message-choice.ts";
import { PlainText } from "../../plain-text.tsx";
import { Clock } from "../frame/ago.tsx";
import type { Scene } from "../frame/scene.ts";
import { channelName } from "../lines/line-words.ts";
import { doorsWordsIn } from "./doors-words.ts";

type DoorsProps = {
  readonly scene: Scene;
  readonly conversation: Conversation;
  /** The history of this chat's joins, oldest first. */
  readonly joins: readonly DoorsRow[];
  readonly path: string;
};

/** Nothing for a chat that was never joined. */
export function DoorsView({ scene, conversation, joins, path }: DoorsProps): Child {
  const words = doorsWordsIn(scene.language);
  const { doors } = conversation;
  if (!doors && joins.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="doors-title">
      <h2 id="doors-title">{words.title}</h2>
      {doors && (
        <>
          <p class="quiet">{words.about}</p>
          <ul>
            <li>
              {words.here}: <bdi>{channelName(conversation.channel, scene.language)}</bdi>
            </li>
            {doors.map((door) => (
              <li>
                <a href={`/queue/chats/${door.conversation}`}>
                  {words.open(channelName(door.channel, scene.language))}
                </a>
              </li>
            ))}
          </ul>
          <details class="act" id="split">
            <summary>{words.split}</summary>
            <p class="quiet">{words.splitHint}</p>
            <form hx-post={`${path}/split_doors`} hx-target="#page">
              <button type="submit">{words.splitSure}</button>
            </form>
          </details>
        </>
      )}
      {joins.length > 0 && <JoinsView scene={scene} joins={joins} />}
    </section>
  );
}

function JoinsView({ scene, joins }: Pick<DoorsProps, "scene" | "joins">): Child {
  const words = doorsWordsIn(scene.language);
  return (
    <details id="joins">
      <summary>{words.history}</summary>
      <ol>
        {joins.map(({ at, what, by, proof }) => (
          <li>
            <Clock at={at} scene={scene} />{" "}
            {what === "joined" && proof ? words.joined(words.proofs[proof.type]) : words.parted}{" "}
            {by.type === "agent" && by.name !== undefined ? (
              <>
                (<PlainText text={by.name} />)
              </>
            ) : (
              `(${words.byCustomer})`
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** On an order's page: where else its customer writes from. */
export function OtherDoors({ scene, conversation }: Pick<DoorsProps, "scene" | "conversation">): Child {
  if (!conversation.doors) return null;
  const words = doorsWordsIn(scene.language);
  return (
    <p class="quiet">
      {words.also}{" "}
      {conversation.doors.map((door) => (
        <>
          <a href={`/queue/chats/${door.conversation}`}>{channelName(door.channel, scene.language)}</a>{" "}
        </>
      ))}
    </p>
  );
}

type ChatProps = Pick<DoorsProps, "scene" | "conversation">;

/** Before the box to write in: that nothing reaches the customer, and what they said of messages that they did not ask for. */
export function MessageChoiceView(props: ChatProps): Child {
  const { scene, conversation } = props;
  const words = doorsWordsIn(scene.language);
  const { goneAt } = conversation;
  if (goneAt === undefined) return <StoppedView {...props} />;
  return (
    <>
      <p class="note" id="gone">
        {words.goneSince} <Clock at={goneAt} scene={scene} /> {words.gone}
      </p>
      <StoppedView {...props} />
    </>
  );
}

function StoppedView({ scene, conversation }: ChatProps): Child {
  const words = doorsWordsIn(scene.language);
  const { optedOut, cameBack } = conversation;
  if (optedOut)
    return (
      <p class="note" id="opted-out">
        <Said scene={scene} label={words.optedOut} choice={optedOut} />
        <br />
        {words.optedOutHint}
      </p>
    );
  if (!cameBack) return null;
  return (
    <p class="quiet">
      <Said scene={scene} label={words.cameBack} choice={cameBack} />
    </p>
  );
}

function Said(props: {
  readonly scene: Scene;
  readonly label: string;
  readonly choice: MessageChoice;
}): Child {
  const { scene, label, choice } = props;
  return (
    <>
      {label} «<PlainText text={choice.text} />» <Clock at={choice.at} scene={scene} />
    </>
  );
}
