/** The sheet one writes on: ProseMirror with the keys, input rules and paste habits of a letter. Knows nothing of React. */
import "prosemirror-view/style/prosemirror.css";
import { baseKeymap, chainCommands, exitCode, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { DOMSerializer, DOMParser as LetterParser, type Node, Slice } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { EditorState, Plugin, Selection, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import { unfilledIn } from "../snippet/fill-snippet.ts";
import { HARMLESS_LINK, letterSchema } from "./schema.ts";

const { nodes, marks } = letterSchema;
const item = nodes["list_item"] as NonNullable<(typeof nodes)[string]>;
const bullets = nodes["bullet_list"] as typeof item;
const numbers = nodes["ordered_list"] as typeof item;
const quote = nodes["blockquote"] as typeof item;
const breaks = nodes["hard_break"] as typeof item;

export interface EditorOptions {
  readonly label: string;
  readonly placeholder: string;
  readonly html: string;
  readonly onChange: () => void;
  readonly onState: (state: EditorState) => void;
  readonly onSend: () => void;
  readonly onSendOpen: () => void;
  readonly onEscape: () => void;
  readonly onFiles: (files: File[]) => void;
  /** "/" at the beginning of a word; answers whether it was taken. */
  readonly onSlash: () => boolean;
  /** "@" at the beginning of a word; answers whether it was taken. */
  readonly onAt: () => boolean;
  readonly onLink: () => void;
  /** What else reads along on this sheet. */
  readonly plugins?: readonly Plugin[];
}

export function letterFrom(html: string): Node {
  // An inert document: nothing in it loads or runs while it is being read.
  const inert = new window.DOMParser().parseFromString(html, "text/html");
  return LetterParser.fromSchema(letterSchema).parse(inert.body);
}

export function letterHtml(state: EditorState): string {
  const box = document.implementation.createHTMLDocument("").createElement("div");
  box.append(
    DOMSerializer.fromSchema(letterSchema).serializeFragment(state.doc.content, { document: box.ownerDocument }),
  );
  // Mail programs fold empty paragraphs away; a line break keeps the blank line.
  for (const paragraph of box.querySelectorAll("p:empty")) paragraph.append(box.ownerDocument.createElement("br"));
  return box.innerHTML;
}

export const letterText = (state: EditorState): string =>
  state.doc.textBetween(0, state.doc.content.size, "\n\n", "\n");
export const isBlank = (state: EditorState): boolean => state.doc.textContent.trim() === "" && !hasLeaf(state.doc);

function hasLeaf(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    if (node.type.name === "image" || node.type.name === "mention") found = true;
    return !found;
  });
  return found;
}

/** The ids of colleagues named in the text. */
export function mentionsIn(state: EditorState): number[] {
  const found = new Set<number>();
  state.doc.descendants((node) => {
    if (node.type.name === "mention") found.add(node.attrs["person"] as number);
  });
  return [...found];
}

function decorate(doc: Node, placeholder: string): DecorationSet {
  const first = doc.firstChild;
  const found: Decoration[] = [];
  if (doc.childCount === 1 && first?.isTextblock && first.content.size === 0)
    found.push(Decoration.node(0, first.nodeSize, { class: "placeholder", "data-placeholder": placeholder }));
  doc.descendants((node, position) => {
    if (!node.isText || !node.text) return;
    for (const variable of unfilledIn(node.text)) {
      for (let at = node.text.indexOf(variable); at >= 0; at = node.text.indexOf(variable, at + 1))
        found.push(Decoration.inline(position + at, position + at + variable.length, { class: "unfilled" }));
    }
  });
  return DecorationSet.create(doc, found);
}

const marking = (placeholder: string): Plugin<DecorationSet> => {
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_, state) => decorate(state.doc, placeholder),
      apply: (change, before) => (change.docChanged ? decorate(change.doc, placeholder) : before),
    },
    props: { decorations: (state) => plugin.getState(state) },
  });
  return plugin;
};

function filesOf(data: DataTransfer | null): File[] {
  return data ? [...data.files] : [];
}

/** True at the start of a line or after a space, where "/" and "@" mean something. */
function atWordStart(state: EditorState): boolean {
  const { $from } = state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, undefined, " ");
  return before === "" || /\s/.test(before);
}

/**
 * Paragraphs stand apart by themselves. Whoever presses Enter twice out of habit gets that distance once, not twice, here and
 * in the mail.
 */
function oneBlankIsEnough(state: EditorState): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth !== 1 || $from.parent.content.size > 0) return false;
  const index = $from.index(0);
  return index > 0 && state.doc.child(index - 1).content.size > 0;
}

export function createEditor(place: HTMLElement, options: EditorOptions): EditorView {
  const always = (run: () => void) => (): boolean => {
    run();
    return true;
  };
  const doc = letterFrom(options.html);
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      doc,
      // Whoever goes on writing goes on at the end.
      selection: Selection.atEnd(doc),
      plugins: [
        inputRules({
          rules: [
            wrappingInputRule(/^\s*([-*])\s$/, bullets),
            wrappingInputRule(/^(\d{1,3})\.\s$/, numbers, (found) => ({ order: Number(found[1]) })),
            wrappingInputRule(/^\s*>\s$/, quote),
          ],
        }),
        keymap({
          "Mod-z": undo,
          "Mod-y": redo,
          "Mod-Shift-z": redo,
          "Mod-b": toggleMark(marks["strong"] as never),
          "Mod-i": toggleMark(marks["em"] as never),
          "Mod-u": toggleMark(marks["underline"] as never),
          "Mod-e": toggleMark(marks["code"] as never),
          "Mod-Shift-k": always(options.onLink),
          "Mod-Shift-7": wrapInList(numbers),
          "Mod-Shift-8": wrapInList(bullets),
          "Mod-Shift-9": wrapIn(quote),
          "Mod-Enter": always(options.onSend),
          "Mod-Shift-Enter": always(options.onSendOpen),
          Escape: always(options.onEscape),
          Enter: chainCommands(splitListItem(item), oneBlankIsEnough),
          Tab: sinkListItem(item),
          "Shift-Tab": liftListItem(item),
          "Shift-Enter": chainCommands(exitCode, (state, dispatch) => {
            dispatch?.(state.tr.replaceSelectionWith(breaks.create()).scrollIntoView());
            return true;
          }),
        }),
        keymap(baseKeymap),
        history(),
        marking(options.placeholder),
        ...(options.plugins ?? []),
      ],
    }),
    attributes: {
      class: "letter writing",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": options.label,
      spellcheck: "true",
      tabindex: "0",
    },
    transformPastedHTML: (html) => html.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?o:p>/gi, ""),
    handlePaste: (shown, event) => {
      const files = filesOf(event.clipboardData);
      const words = event.clipboardData?.getData("text/plain").trim() ?? "";
      if (files.length > 0 && !words) {
        options.onFiles(files);
        return true;
      }
      // An address pasted over chosen words makes them a link.
      if (!shown.state.selection.empty && HARMLESS_LINK.test(words) && !/\s/.test(words)) {
        toggleMark(marks["link"] as never, { href: words })(shown.state, shown.dispatch);
        return true;
      }
      return false;
    },
    handleDrop: (_, event) => {
      const files = filesOf(event.dataTransfer);
      if (files.length === 0) return false;
      event.preventDefault();
      options.onFiles(files);
      return true;
    },
    handleTextInput: (shown, _from, _to, text) => {
      if (text === "/" && atWordStart(shown.state)) return options.onSlash();
      if (text === "@" && atWordStart(shown.state)) return options.onAt();
      return false;
    },
    dispatchTransaction: (change) => {
      const next = view.state.apply(change);
      view.updateState(next);
      options.onState(next);
      if (change.docChanged) options.onChange();
    },
  });
  return view;
}

/** Puts HTML where the cursor is; used for snippets. Its first and last paragraphs join what stands around them. */
export function insertHtml(view: EditorView, html: string): void {
  const { content } = letterFrom(html);
  const openStart = content.firstChild?.isTextblock ? 1 : 0;
  const openEnd = content.lastChild?.isTextblock ? 1 : 0;
  view.dispatch(view.state.tr.replaceSelection(new Slice(content, openStart, openEnd)).scrollIntoView());
  view.focus();
}

export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.tr.insertText(text));
  view.focus();
}

export function insertNode(view: EditorView, name: "image" | "mention", attributes: Record<string, unknown>): void {
  const node = nodes[name]?.create(attributes);
  if (node) view.dispatch(view.state.tr.replaceSelectionWith(node, false).scrollIntoView());
  view.focus();
}

/** Writes paragraphs below what stands there, and chooses the first place in them that has to be filled in. */
export function writeParagraphs(view: EditorView, paragraphs: readonly string[]): void {
  const { state } = view;
  const made = paragraphs.flatMap((text) => nodes["paragraph"]?.create(null, letterSchema.text(text)) ?? []);
  const end = state.doc.content.size;
  const change = isBlank(state) ? state.tr.replaceWith(0, end, made) : state.tr.insert(end, made);
  let place: { readonly from: number; readonly to: number } | undefined;
  change.doc.descendants((node, position) => {
    const [variable] = place ? [] : unfilledIn(node.text ?? "");
    if (variable === undefined) return;
    const from = position + (node.text ?? "").indexOf(variable);
    place = { from, to: from + variable.length };
  });
  if (place) change.setSelection(TextSelection.create(change.doc, place.from, place.to));
  view.dispatch(change.scrollIntoView());
  view.focus();
}

/** Replaces everything, for instance with the draft from another device. */
export function replaceLetter(view: EditorView, html: string): void {
  const doc = letterFrom(html);
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content));
}
