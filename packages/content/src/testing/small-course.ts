import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const course = {
  slug: "salt",
  title: { fr: "Le sel", ar: "الملح", zgh: "ⵜⵉⵙⵏⵜ" },
  summary: { fr: "Peser et vendre le sel." },
  sourceLanguage: "fr",
  passMarkPercent: 70,
  triesAllowed: 3,
  reviewRequired: false,
  modules: [{ key: "m1", title: { fr: "Peser" }, lessons: ["01-weigh", "02-sell"] }],
  lessonTitles: { "02-sell": { zgh: "ⴰⵣⵏⵣⵉ" } },
  quizTitle: { fr: "Quiz" },
};

type Words = readonly [title: string, sentence: string, ask: string, yes: string, no: string];
const lesson = ([title, sentence, ask, yes, no]: Words): string => `---
title: ${title}
minutes: 5
---

:::text{#why}
${sentence}
:::

:::picture{#jar src="jar.svg" alt="${title}"}
:::

:::question{#try kind="choice"}
${ask}

- [ ] ${no}
- [x] ${yes}
:::
`;
const quiz = ([title, sentence, ask, yes, no]: Words, unit: string): string => `---
title: ${title}
---

:::question{#q1 kind="truefalse"}
${ask}

- [x] ${yes}
- [ ] ${no}
:::

:::question{#q2 kind="number" answer="18" unit="${unit}"}
${sentence}
:::
`;

const FR: Words = ["Peser", "Un sac de sel coûte 18 DH.", "Le sel se pèse-t-il ?", "Oui", "Non"];
const AR: Words = ["الوزن", "كيس من الملح ثمنه 18 درهما.", "هل يوزن الملح؟", "نعم", "لا"];

/** The files of a small course without a fault, two lessons in French and Arabic. */
export const SMALL_COURSE: Readonly<Record<string, string>> = {
  "course.json": JSON.stringify(course, undefined, 2),
  "lessons/01-weigh.fr.md": lesson(FR),
  "lessons/01-weigh.ar.md": lesson(AR),
  "lessons/02-sell.fr.md": lesson(FR),
  "lessons/02-sell.ar.md": lesson(AR),
  "quiz.fr.md": quiz(FR, "DH"),
  "quiz.ar.md": quiz(AR, "درهم"),
  "media/jar.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
};

/** Writes a course into a new folder and answers its path. */
export function courseFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "course-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
