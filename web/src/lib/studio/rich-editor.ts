import { Editor, type JSONContent } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { UndoRedo } from "@tiptap/extensions/undo-redo";
import type { RichText } from "@twiza/contract";
import { fromHtml } from "./from-html.ts";
import { BulletList, Link, ListItem, OrderedList } from "./rich-nodes.ts";
import { cleaned, type Foreign } from "./rich-text.ts";

type Given = {
  readonly element: HTMLElement;
  readonly doc: RichText;
  /** What the field is, for whoever hears it. */
  readonly label: () => string;
  readonly placeholder: () => string;
  readonly editable: boolean;
  readonly onchange: (doc: RichText) => void;
  /** Told when the caret or its surroundings changed. */
  readonly onmove: () => void;
  /** A "/" in a field without words. */
  readonly onslash?: (() => void) | undefined;
};

/** An editor of exactly what the contract's rich text holds; a list holds paragraphs and no list. */
export function openEditor({ element, doc, label, placeholder, onslash, ...given }: Given): Editor {
  const editor: Editor = new Editor({
    element,
    content: contentOf(doc),
    editable: given.editable,
    textDirection: "auto",
    // The styles are ours: the page forbids any other.
    injectCSS: false,
    extensions: [
      Document,
      Paragraph,
      Text,
      Heading.configure({ levels: [3, 4] }),
      Bold,
      Italic,
      Link,
      BulletList,
      OrderedList,
      ListItem,
      UndoRedo.configure({ depth: 200 }),
    ],
    editorProps: {
      attributes: ({ doc: { childCount, firstChild } }) => ({
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": label(),
        class: "words",
        // Shown by the style of the field; Tiptap's own extension for it weighs three kilobytes.
        ...(childCount === 1 && firstChild?.type.name === "paragraph" && firstChild.childCount === 0
          ? { "data-placeholder": placeholder() }
          : {}),
      }),
      handleKeyDown: (_, event) => {
        if (event.key !== "/" || !onslash || !editor.isEmpty) return false;
        event.preventDefault();
        onslash();
        return true;
      },
      // The editor's own way would read the page with all its styles first, which ours forbids.
      handleDOMEvents: {
        paste: (_, event) => pasted(editor, event, event.clipboardData),
        drop: ({ dragging }, event) => !dragging && pasted(editor, event, event.dataTransfer),
      },
    },
    onUpdate: () => given.onchange(docOf(editor)),
    onTransaction: given.onmove,
    onFocus: given.onmove,
    onBlur: given.onmove,
  });
  return editor;
}

/** What is written in it, as the contract wants it. */
export const docOf = (editor: Editor): RichText => cleaned(foreignOf(editor));

/** The editor's own JSON is as wide as any schema could make it; `cleaned` looks at each part of it. */
const foreignOf = (editor: Editor): Foreign => editor.getJSON() as Foreign;

/** Puts other words in, as if they had always been there. */
export const putIn = (editor: Editor, doc: RichText): void =>
  void editor.commands.setContent(contentOf(doc), { emitUpdate: false });
/** Its types leave no field undefined that ours may leave out. */
const contentOf = (doc: RichText | RichText["content"]): JSONContent => doc as JSONContent;

/** Puts in what the clipboard holds as a page, cleaned; plain text is the editor's own affair. */
function pasted(editor: Editor, event: Event, from: DataTransfer | null): boolean {
  const html = from?.getData("text/html") ?? "";
  if (html === "" || !editor.isEditable) return false;
  event.preventDefault();
  const { content } = cleaned({ type: "doc", content: fromHtml(html) });
  const [only] = content;
  const isWithin = content.length === 1 && only?.type === "paragraph";
  editor.commands.insertContent(isWithin ? (only.content ?? []) : contentOf(content));
  return true;
}
