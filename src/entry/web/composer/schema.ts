/** What a letter may consist of. Whatever is pasted and not in here falls away: styles, scripts, tables, foreign images. */
import { type DOMOutputSpec, Schema } from "prosemirror-model";
import { marks, nodes } from "prosemirror-schema-basic";
import { addListNodes } from "prosemirror-schema-list";

const OUR_IMAGE = /^\/api\/v1\/attachments\/\d+$/;
/** The shipped link mark keeps javascript: addresses on paste; this one does not. */
export const HARMLESS_LINK = /^(?:https?:|mailto:|tel:)/i;

const { doc, paragraph, blockquote, text, hard_break } = nodes;
const base = new Schema({ nodes: { doc, paragraph, blockquote, text, hard_break } });

export const letterSchema = new Schema({
  nodes: addListNodes(base.spec.nodes, "paragraph block*", "block").append({
    image: {
      inline: true,
      group: "inline",
      draggable: true,
      attrs: { src: { validate: "string" }, alt: { default: "", validate: "string" } },
      parseDOM: [
        {
          tag: "img[src]",
          getAttrs: (dom: HTMLElement) => {
            const src = dom.getAttribute("src") ?? "";
            return OUR_IMAGE.test(src) ? { src, alt: dom.getAttribute("alt") ?? "" } : false;
          },
        },
      ],
      toDOM: (node): DOMOutputSpec => ["img", { src: String(node.attrs["src"]), alt: String(node.attrs["alt"]) }],
    },
    mention: {
      inline: true,
      group: "inline",
      atom: true,
      attrs: { person: { validate: "number" }, name: { validate: "string" } },
      parseDOM: [
        {
          tag: "span.mention[data-person]",
          getAttrs: (dom: HTMLElement) => ({
            person: Number(dom.dataset["person"]),
            name: (dom.textContent ?? "").replace(/^@/, ""),
          }),
        },
      ],
      toDOM: (node): DOMOutputSpec => [
        "span",
        { class: "mention", "data-person": String(node.attrs["person"]) },
        `@${String(node.attrs["name"])}`,
      ],
      leafText: (node) => `@${String(node.attrs["name"])}`,
    },
  }),
  marks: {
    link: {
      attrs: { href: { validate: "string" } },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (dom: HTMLElement) => {
            const href = dom.getAttribute("href") ?? "";
            return HARMLESS_LINK.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: (mark): DOMOutputSpec => ["a", { href: String(mark.attrs["href"]), rel: "noopener noreferrer" }, 0],
    },
    strong: marks.strong,
    em: marks.em,
    underline: {
      parseDOM: [{ tag: "u" }, { style: "text-decoration=underline" }],
      toDOM: (): DOMOutputSpec => ["u", 0],
    },
    code: marks.code,
  },
});
