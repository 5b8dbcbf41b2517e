import { takeAlong, type Taken } from "@twiza/client/observe";
import { call, type Reply } from "../api.ts";
import { here } from "./here.svelte.ts";
import { stayHere } from "./stay.ts";

type Page = Reply<"readObserving">;

/** Takes a cohort along: its learners, the checklists of their versions, and what PINs are sealed with. @throws Problem */
export async function take(cohortId: string): Promise<boolean> {
  const [pages, { sealing }] = await Promise.all([everyPage(cohortId), call("readKeys")]);
  const [first] = pages;
  if (!first) return false;
  const byVersion = new Map(
    pages.flatMap(({ checklists }) => checklists.map((each) => [each.version, each] as const)),
  );
  const taken: Taken = {
    cohort: first.cohort,
    checklists: [...byVersion.values()],
    learners: pages.flatMap(({ learners }) => learners),
    observerHasPin: first.observerHasPin,
    sealing,
    takenAt: new Date().toISOString(),
  };
  const isKept = await here.keep((observer) => takeAlong(observer, taken));
  void stayHere();
  return isKept;
}

async function everyPage(cohortId: string): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let after: string | undefined; ;) {
    const page = await call("readObserving", { params: { cohortId }, query: { after } });
    pages.push(page);
    if (!page.next) return pages;
    after = page.next;
  }
}

export type Group = Reply<"listCohorts">["cohorts"][number];
/** So many pages of groups are asked for: who has more reaches hers from the office. */
const MOST_PAGES = 5;

/** The groups that she may look at, the newest first. @throws Problem */
export async function readGroups(): Promise<readonly Group[]> {
  const groups: Group[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { cohorts, next } = await call("listCohorts", { query: { after } });
    groups.push(...cohorts);
    if (!next) break;
    after = next;
  }
  return groups;
}
