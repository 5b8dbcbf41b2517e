import { readFileSync } from "node:fs";
import {
  type Competency,
  Competencies,
  CompetencyId,
  FrameworkAbout,
  FrameworkId,
  localized,
} from "@twiza/contract";
import * as z from "zod";
import { stableId } from "../stable-id.ts";

const FrameworkFile = FrameworkAbout.extend({
  slug: z.string(),
  competencies: z.array(
    z.strictObject({
      code: z.string(),
      /** The code of what it lies under. */
      under: z.string().optional(),
      statement: localized(400),
    }),
  ),
});

/** The framework of this room, by its file. */
const SLUG = "skills-of-a-member";

/** Its hex as a UUID of version 5 (RFC 9562 §5.5), since CASE 1.0 knows no other that follows from a name. */
const named = (kind: "competency" | "framework", text: string) =>
  stableId(kind, text).replace(/^(.{16}).(.{3}).(.{15})$/, "$15$28$3");

/** The id that a competency of our framework has everywhere, by its code, as `HYG-2`. */
export const competencyId = (code: string): CompetencyId =>
  CompetencyId.parse(named("competency", `${SLUG}/${code}`));

export type FrameworkSource = {
  readonly id: FrameworkId;
  readonly about: FrameworkAbout;
  readonly competencies: readonly Competency[];
};

/** What a member of a cooperative can do, as courses of ours name it. @throws when the file is not sound: a bug */
export function readSkills(): FrameworkSource {
  const file = new URL(`../../frameworks/${SLUG}.json`, import.meta.url);
  const { slug, competencies, ...about } = FrameworkFile.parse(
    JSON.parse(readFileSync(file, "utf8")),
  );
  const tree = competencies.map(({ code, under, statement }) => ({
    id: competencyId(code),
    code,
    statement,
    ...(under === undefined ? {} : { parent: competencyId(under) }),
  }));
  return {
    id: FrameworkId.parse(named("framework", slug)),
    about,
    competencies: Competencies.parse(tree),
  };
}
