import type { Role } from "../flow/flow.ts";
import { flush } from "./flow.ts";
import { BODY, readAll, type Scope } from "./scope.ts";
import { attributeOf, type HtmlNode } from "./tree.ts";

type ItemRole = Extract<Role, { type: "item" }>;

/** An item: its first paragraph is the item itself, the others go on with it. */
function readItem(node: HtmlNode, scope: Scope, role: ItemRole): void {
  const { page } = scope;
  const before = page.items.length;
  const next = (): Role => (page.items.length > before ? { ...role, goesOn: true } : role);
  readAll(node, { ...scope, role: next, depth: scope.depth + 1 });
  flush(page, next());
}

export function readList(list: HtmlNode, scope: Scope): void {
  const { page, depth } = scope;
  flush(page, scope.role());
  page.lists.count += 1;
  const name = String(page.lists.count);
  let number = Number.parseInt(attributeOf(list, "start") ?? "1", 10) || 1;
  for (const child of list.children) {
    if (typeof child === "string") continue;
    if (child.name !== "li") {
      scope.read(child, { ...scope, role: BODY, depth: depth + 1 });
      continue;
    }
    const sign = list.name === "ol" ? number : undefined;
    readItem(child, scope, { type: "item", list: name, level: depth, number: sign });
    number += 1;
  }
}
