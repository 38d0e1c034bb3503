/** Files as staff meet them: a link to save each, pictures with a small copy in it, voice notes with a player. */
import type { Child } from "hono/jsx";
import type { FileRef } from "../../../domain/answer.ts";
import type { ChatLine, Content, Media } from "../../../domain/message.ts";
import { PlainText } from "../../plain-text.tsx";
import type { Scene } from "../frame/scene.ts";

type InScene = { readonly scene: Scene };

export function Files({ scene, files }: InScene & { readonly files: readonly FileRef[] }): Child {
  return (
    <ul class="files">
      {files.map((file) => (
        <li>
          <FileLink scene={scene} file={file} />
        </li>
      ))}
    </ul>
  );
}

export function MediaLink({ scene, media }: InScene & { readonly media: Media }): Child {
  return (
    <FileLink
      scene={scene}
      file={{ id: media.document, type: media.mediaType, name: media.name, bytes: media.bytes }}
    />
  );
}

/**
 * A file behind the queue's own door; it is always saved, never opened in the page. The small copy of a picture has its place before it
 * has come; where none can be made the link is plain (queue.js takes the place away at the first look).
 */
function FileLink({ scene, file }: InScene & { readonly file: FileRef }): Child {
  const id = encodeURIComponent(file.id);
  return (
    <a class="file" href={`/queue/documents/${id}`} download>
      {file.type.startsWith("image/") && !scene.undrawable.has(file.id) && (
        <img
          class="thumb"
          src={`/queue/thumbnails/${id}`}
          alt=""
          width={224}
          height={168}
          loading="lazy"
          decoding="async"
        />
      )}
      <PlainText text={file.name} />{" "}
      <bdi class="quiet" dir="ltr">
        {sizeText(file.bytes)}
      </bdi>
    </a>
  );
}

type Voice = Extract<Content, { type: "voice" }>;

/** Nothing is fetched before somebody plays it. */
export function VoiceView({ scene, voice }: { readonly scene: Scene; readonly voice: Voice }): Child {
  const { media } = scene.words.chat;
  const { seconds } = voice;
  const label = seconds === undefined ? media.voice : `${media.voice} (${clock(seconds)})`;
  return (
    <>
      <p class="line-text">{label}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: what was heard in it stands below it */}
      <audio
        class="voice"
        controls
        preload="none"
        src={`/queue/documents/${encodeURIComponent(voice.document)}`}
        aria-label={label}
      />
      {voice.text !== undefined && (
        <>
          <p class="quiet">{media.heard}</p>
          <p class="line-text">
            <PlainText text={voice.text} block />
          </p>
        </>
      )}
      <p class="line-text">
        <MediaLink scene={scene} media={voice} />
      </p>
    </>
  );
}

/** Pictures that were sent together. Each keeps the place that links to its line lead to. */
export function AlbumView({
  scene,
  album,
}: {
  readonly scene: Scene;
  readonly album: readonly ChatLine[];
}): Child {
  return (
    <>
      <p class="line-text">{scene.words.chat.media.album(album.length)}</p>
      <ul class="files">
        {album.map(({ seq, content }, index) =>
          content?.type === "photo" ? (
            <li id={index === 0 ? undefined : `line-${seq}`} tabindex={-1}>
              <MediaLink scene={scene} media={content} />
              {content.caption !== undefined && content.caption !== "" && (
                <p class="line-text">
                  <PlainText text={content.caption} block />
                </p>
              )}
            </li>
          ) : null,
        )}
      </ul>
    </>
  );
}

/** `1:05`, the same in both languages. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
