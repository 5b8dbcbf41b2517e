import { Mark, Node, wrappingInputRule } from "@tiptap/core";
import { mayLink } from "./rich-text.ts";

/* Those parts of Tiptap whose own form holds more than ours may: lists of lists and of tasks, addresses guessed from what is typed. */

export const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => (mayLink(element.getAttribute("href") ?? "") ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes: { href } }) => ["a", { href: String(href), rel: "noopener" }, 0],
});

type ListLook = {
  readonly name: "bulletList" | "orderedList";
  readonly tag: "ul" | "ol";
  readonly keys: string;
  /** What makes a list of a line when it is typed at its beginning. */
  readonly typed: RegExp;
};
const listOf = ({ name, tag, keys, typed }: ListLook) =>
  Node.create({
    name,
    group: "block list",
    content: "listItem+",
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { [keys]: () => this.editor.commands.toggleList(name, "listItem") };
    },
    addInputRules() {
      return [wrappingInputRule({ find: typed, type: this.type })];
    },
  });
export const BulletList = listOf({
  name: "bulletList",
  tag: "ul",
  keys: "Mod-Shift-8",
  typed: /^\s*[-+*•]\s$/,
});
export const OrderedList = listOf({
  name: "orderedList",
  tag: "ol",
  keys: "Mod-Shift-7",
  typed: /^\d+[.)]\s$/,
});

export const ListItem = Node.create({
  name: "listItem",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: ({ HTMLAttributes }) => ["li", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem("listItem"),
      "Shift-Tab": () => this.editor.commands.liftListItem("listItem"),
    };
  },
});
