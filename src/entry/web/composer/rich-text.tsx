/** The letter editor as a form field, with the formats that fit a few lines. */
import { type ReactNode, useState } from "react";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { isBlank, letterHtml } from "./editor.ts";
import { setLink } from "./formats.ts";
import { Toolbar } from "./toolbar.tsx";
import { hrefFrom } from "./typed-link.ts";
import { useEditor } from "./use-editor.ts";

interface RichTextProps {
  readonly label: string;
  readonly html: string;
  readonly onChange: (html: string) => void;
}

export default function RichText({ label, html, onChange }: RichTextProps): ReactNode {
  const [linking, setLinking] = useState(false);
  const { place, view, state } = useEditor({
    label,
    placeholder: "",
    html,
    onChange: () => {
      if (view.current) onChange(isBlank(view.current.state) ? "" : letterHtml(view.current.state));
    },
    onSend: () => undefined,
    onSendOpen: () => undefined,
    onEscape: () => undefined,
    onFiles: () => undefined,
    onSlash: () => false,
    onAt: () => false,
    onLink: () => setLinking(true),
  });
  return (
    <div className="rounded-md border border-line bg-raised focus-within:outline-2 focus-within:outline-accent">
      <div ref={place} className="rich-field px-3 pt-2" />
      <div className="border-t px-1">
        <Toolbar view={view.current} state={state} onLink={() => setLinking(true)} />
      </div>
      {linking ? (
        <AskText
          title={t("link.title")}
          label={t("link.address")}
          action={t("link.do")}
          mayBeEmpty
          onClose={() => setLinking(false)}
          onDone={async (typed) => {
            if (view.current) setLink(hrefFrom(typed))(view.current.state, view.current.dispatch);
          }}
        />
      ) : null}
    </div>
  );
}
