import type { GradedVersion, GradeLine } from "@twiza/contract";
import type { CellValue, Table } from "../tables/table.ts";

/** The words of the sheet's reader. */
export type TableWords = {
  readonly name: string;
  readonly outcome: string;
  readonly total: string;
  readonly version: string;
  readonly seen: string;
  readonly why: string;
  readonly earned: string;
  readonly notEarned: string;
  readonly percentOf: (part: GradedVersion["parts"][number]) => string;
  readonly stateOf: (part: GradedVersion["parts"][number]) => string;
  readonly state: (state: GradeLine["grade"]["parts"][number]["state"]) => string;
};

/** Head and rows of a group's grades: of each part its percentage and its state, and what a person said. */
export function gradeTable(
  lines: readonly GradeLine[],
  parts: GradedVersion["parts"],
  words: TableWords,
): Table {
  const head = [
    words.name,
    words.outcome,
    words.total,
    ...parts.flatMap((part) => [words.percentOf(part), words.stateOf(part)]),
    words.version,
    words.seen,
    words.why,
  ];
  return [head, ...lines.map((line) => rowOf(line, parts, words))];
}

function rowOf(line: GradeLine, parts: GradedVersion["parts"], words: TableWords): CellValue[] {
  const { grade } = line;
  const cells = parts.flatMap(({ part }) => {
    const own = grade.parts.find((each) => each.part === part);
    return [own?.percent, own ? words.state(own.state) : undefined];
  });
  const said = grade.parts.flatMap(({ given }) =>
    given ? [`${given.byName}: ${given.reason}`] : [],
  );
  return [
    line.name,
    line.completion.state === "earned" ? words.earned : words.notEarned,
    grade.percent,
    ...cells,
    line.version,
    line.lastSeenAt?.slice(0, 10),
    said.length > 0 ? said.join(" · ") : undefined,
  ];
}
