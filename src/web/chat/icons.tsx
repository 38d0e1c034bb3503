/** The few pictures of the pages, drawn in the text's colour; each is decoration beside a label that says the same. */

const paths = {
  send: "M3.4 20.4 21 12 3.4 3.6 3 10l11 2-11 2z",
  attach: "M12 5v14M5 12h14",
  file: "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5",
  location:
    "M12 21s7-6.1 7-11.5A7 7 0 0 0 5 9.5C5 14.9 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  contact: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0",
  menu: "M12 4a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM12 10a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM12 16a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1.5-1.5",
  plus: "M4 12a8 8 0 1 1 3.2 6.4L4 20l1-3.5A8 8 0 0 1 4 12zM12 9v6M9 12h6",
  down: "M12 5v14M6 13l6 6 6-6",
  chat: "M4 12a8 8 0 1 1 3.2 6.4L4 20l1-3.5A8 8 0 0 1 4 12z",
  list: "M4 6h16M4 12h16M4 18h10",
} as const;

type IconName = keyof typeof paths;

/** `fill` draws a solid shape; the rest are lines. */
export function Icon({ name, fill = false }: { name: IconName; fill?: boolean }) {
  return (
    <svg class={`icon${fill ? " icon-solid" : ""}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
