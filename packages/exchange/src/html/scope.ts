import type { Role } from "../flow/flow.ts";
import type { Mark } from "../flow/texts.ts";
import type { FurtherItem } from "../reading.ts";
import { flush, type Page, pageOf, put } from "./flow.ts";
import type { HtmlNode } from "./tree.ts";

/** Where in a page the reading is. */
export type Scope = {
  readonly page: Page;
  readonly marks: readonly Mark[];
  /** What the paragraph is that ends next. */
  readonly role: () => Role;
  /** White space means something. */
  readonly isKept: boolean;
  /** How deep lists are, from 0. */
  readonly depth: number;
  /** Reads one element, as it stands anywhere. */
  readonly read: (node: HtmlNode, scope: Scope) => void;
};
export type Reader = (node: HtmlNode, scope: Scope) => void;

export const BODY = (): Role => ({ type: "body" });

export function readAll({ children }: HtmlNode, scope: Scope): void {
  for (const child of children)
    if (typeof child === "string") put(scope.page, child, scope.marks, scope.isKept);
    else scope.read(child, scope);
}

/** An element that begins and ends a paragraph. */
export function block(node: HtmlNode, scope: Scope, role: () => Role = scope.role): void {
  flush(scope.page, scope.role());
  readAll(node, { ...scope, role });
  flush(scope.page, role());
}

/** Reads all that an element holds, from its beginning. */
export function readWhole(node: HtmlNode, page: Page, read: Scope["read"]): void {
  readAll(node, { page, marks: [], role: BODY, isKept: false, depth: 0, read });
  flush(page);
}

/** What stands inside an element, read by itself. */
export const readInside =
  (read: Scope["read"]) =>
  (node: HtmlNode, page: Page): readonly FurtherItem[] => {
    const inner = pageOf(page);
    readWhole(node, inner, read);
    return inner.items;
  };
