import type { FlowParagraph } from "../flow/flow.ts";
import type { FurtherItem } from "../reading.ts";

type Heading = FlowParagraph & {
  readonly role: { readonly type: "heading"; readonly level: number };
};

export const isHeading = (item: FurtherItem | undefined, level?: number): item is Heading =>
  item?.kind === "paragraph" &&
  item.role.type === "heading" &&
  (level === undefined || item.role.level === level);

export const isTitle = (item: FurtherItem): boolean =>
  item.kind === "paragraph" && item.role.type === "title";

/**
 * Headings with levels as a document of Word has them: 1 begins a lesson, 2 and 3 are those within one. Where one heading of the
 * first level stands above several of the second, it is the title and these are the lessons. What skips the second level is raised.
 */
export function leveled(items: readonly FurtherItem[], isOurs: boolean): FurtherItem[] {
  const twos = items.filter((item) => isHeading(item, 2)).length;
  const isTitled =
    !isOurs && twos > 1 && isHeading(items[0], 1) && items.filter((item) => isHeading(item, 1)).length === 1; // prettier-ignore
  const isShifted = isTitled || twos === 0;
  return items.map((item): FurtherItem => {
    if (!isHeading(item)) return item;
    if (isTitled && item === items[0]) return { ...item, role: { type: "title" } };
    const { level } = item.role;
    const isDeeper = level > 1 && isShifted;
    return isDeeper ? { ...item, role: { type: "heading", level: level - 1 } } : item;
  });
}
