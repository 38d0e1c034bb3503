/** A chat as staff read it: its lines with what became of ours, and the box to answer the customer. */
import type { Child } from "hono/jsx";
import type { Conversation } from "../../../domain/conversation.ts";
import type { ChatLine, Content } from "../../../domain/message.ts";
import { longestText } from "../../lengths.ts";
import { PlainText } from "../../plain-text.tsx";
import { Clock } from "../frame/ago.tsx";
import { albumsIn } from "../frame/albums.ts";
import type { Scene } from "../frame/scene.ts";
import { Pin } from "../frame/values.tsx";
import { AgainForm, DeliveryView } from "./delivery-view.tsx";
import { MessageChoiceView } from "./doors-view.tsx";
import { AlbumView, MediaLink, VoiceView } from "./media-view.tsx";

export type ShownLines = {
  readonly lines: readonly ChatLine[];
  /** The first line to ask for to see earlier ones; absent at the beginning. */
  readonly earlierFrom?: number | undefined;
  /** True when later lines exist that are not shown. */
  readonly isCut: boolean;
};

type ConversationProps = {
  readonly scene: Scene;
  readonly conversation: Conversation;
  readonly shown: ShownLines;
  /** Nothing leaves this chat's line at present. */
  readonly isHeldUp: boolean;
  /** The page's own address, for "earlier lines" and "send again". */
  readonly path: string;
  /** Where the reply is sent to. */
  readonly replyPath: string;
};

export function ConversationView(props: ConversationProps): Child {
  const { scene, shown, path, replyPath } = props;
  const { words } = scene;
  const albums = albumsIn(shown.lines);
  const later = new Set([...albums.values()].flatMap((album) => album.slice(1)));
  return (
    <section class="panel conversation" aria-labelledby="chat-title">
      <h2 id="chat-title">{words.order.chat}</h2>
      {shown.earlierFrom !== undefined && (
        <p class="earlier">
          <a
            class="button"
            href={`${path}?from=${shown.earlierFrom}`}
            hx-get={`${path}?from=${shown.earlierFrom}`}
            hx-target="#page"
          >
            {words.chat.earlier}
          </a>
        </p>
      )}
      {shown.lines.length === 0 ? (
        <p class="empty">{words.chat.empty}</p>
      ) : (
        <ol class="lines" id="lines">
          {shown.lines.map((line, index) =>
            later.has(line) ? null : (
              <Line
                {...props}
                line={line}
                album={albums.get(line.seq)}
                choices={choicesBefore(shown.lines, index)}
              />
            ),
          )}
        </ol>
      )}
      {shown.isCut && (
        <p class="earlier">
          <a class="button" href={`${path}#reply`}>
            {words.chat.latest}
          </a>
        </p>
      )}
      <MessageChoiceView scene={scene} conversation={props.conversation} />
      <form class="reply" hx-post={replyPath} hx-target="#page">
        <label for="reply">{words.chat.reply}</label>
        <textarea
          id="reply"
          name="text"
          rows={3}
          dir="auto"
          required
          maxlength={longestText}
          aria-describedby="reply-hint"
        />
        <p class="quiet" id="reply-hint">
          {words.chat.replyHint}
        </p>
        <button type="submit" class="primary">
          {words.chat.send}
        </button>
      </form>
    </section>
  );
}

type Labels = ReadonlyMap<string, string>;

/** What the buttons said that a press at `index` may answer: those of the latest line of ours that had any. */
function choicesBefore(lines: readonly ChatLine[], index: number): Labels {
  for (let at = index - 1; at >= 0; at -= 1) {
    const choices = lines[at]?.choices;
    if (choices) return new Map(choices.map(({ value, label }) => [value, label]));
  }
  return new Map();
}

type LineProps = Pick<ConversationProps, "scene" | "isHeldUp" | "path" | "conversation"> & {
  readonly line: ChatLine;
  /** All pictures that were sent with this one. */
  readonly album: readonly ChatLine[] | undefined;
  readonly choices: Labels;
};

function Line({ scene, line, album, choices, isHeldUp, path, conversation }: LineProps): Child {
  const { words } = scene;
  const speaker = conversation.partner && line.from === "customer" ? "partner" : line.from;
  return (
    <li class={`line ${line.from}`} id={`line-${line.seq}`} tabindex={-1}>
      <p class="line-head">
        <b>
          {line.name !== undefined && line.from === "agent" ? (
            <PlainText text={line.name} />
          ) : (
            words.chat[speaker]
          )}
        </b>{" "}
        <Clock at={line.at} scene={scene} />
        <DeliveryView scene={scene} line={line} isHeldUp={isHeldUp} />
      </p>
      {line.text !== undefined && (
        <p class="line-text">
          <PlainText text={line.text} block ours={line.from === "office" || line.from === "partner"} />
        </p>
      )}
      {album ? (
        <AlbumView scene={scene} album={album} />
      ) : (
        line.content && <ContentView scene={scene} content={line.content} choices={choices} />
      )}
      {line.document && <MediaLink scene={scene} media={line.document} />}
      {line.choices && line.choices.length > 0 && (
        <ul class="choices">
          {line.choices.map(({ label }) => (
            <li>
              <PlainText text={label} ours />
            </li>
          ))}
        </ul>
      )}
      <AgainForm scene={scene} line={line} path={path} />
    </li>
  );
}

function ContentView(props: {
  readonly scene: Scene;
  readonly content: Content;
  readonly choices: Labels;
}): Child {
  const { content, choices } = props;
  const { media } = props.scene.words.chat;
  switch (content.type) {
    case "text":
    case "by_staff":
      return <Said text={content.text} />;
    case "choice":
      return <Said text={choices.get(content.value) ?? content.value} />;
    case "location":
      return (
        <p class="line-text">
          {media.location}: <Pin location={content} />{" "}
          {content.label !== undefined && <PlainText text={content.label} />}
        </p>
      );
    case "contact":
      return (
        <p class="line-text">
          {media.contact}: <PlainText text={content.name} /> <PlainText text={content.phone} />
        </p>
      );
    case "voice":
      return <VoiceView scene={props.scene} voice={content} />;
    case "photo":
    case "document":
      return (
        <>
          <p class="line-text">{media[content.type]}</p>
          <p class="line-text">
            <MediaLink scene={props.scene} media={content} />
          </p>
          {content.caption !== undefined && content.caption !== "" && <Said text={content.caption} />}
        </>
      );
    case "edit":
      return (
        <>
          <p class="quiet">{media.edit}</p>
          <Said text={content.text} />
        </>
      );
    case "reaction":
      return (
        <p class="line-text">
          {media.reaction}: <PlainText text={content.emoji} />
        </p>
      );
    case "unsupported":
      return <p class="quiet">{media.unsupported[content.what]}</p>;
    default:
      return content satisfies never;
  }
}

function Said({ text }: { readonly text: string }): Child {
  return (
    <p class="line-text">
      <PlainText text={text} block />
    </p>
  );
}
