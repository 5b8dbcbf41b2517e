import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { learners } from "@twiza/content";
import { Manifest } from "@twiza/contract";
import { LEARNER_MARK, SIGNED_IN_MARK } from "@twiza/contract/where";
import { found, openSession } from "@twiza/core";
import { run } from "../../scripts/run.ts";
import { openHandset } from "../browser/handset.ts";
import { openHouse } from "../house/house.ts";
import { openDoor } from "./door.ts";
import {
  COLUMNS,
  DESKTOP,
  type Figures,
  figuresOf,
  medianOf,
  middleOf,
  misses,
  PROFILES,
  type Profile,
  speedIn,
} from "./figures.ts";

/** Not among the dependencies: it weighs more than all of Twiza, and only this benchmark asks for it. */
const LIGHTHOUSE = "lighthouse@13.5.0";
const FOLDER = ".twiza/bench";
const LANGUAGES = ["fr", "ar"] as const;

/** `--only lesson` measures that page alone, `--profile harsh` that profile alone, `--runs 1` each only once. */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** Lighthouse's own counsel: five runs vary half as much as one. */
const RUNS = Number(option("runs") ?? 5);
/** How fast this computer was, run by run. */
const speeds: number[] = [];

const house = await openHouse();
mkdirSync(FOLDER, { recursive: true });
try {
  const pages = (await pagesOf()).filter(({ page }) => page === (option("only") ?? page));
  const profiles = PROFILES.filter(({ name }) => name === (option("profile") ?? name));
  const rows: Figures[] = [];
  for (const profile of profiles) {
    const door = await openDoor(house, profile.line);
    // A first run tells no more than how fast this computer is.
    const [first] = pages;
    if (first && speeds.length === 0) await measure({ ...first, language: "fr", profile, door });
    for (const language of LANGUAGES)
      for (const page of pages) rows.push(await measured({ ...page, language, profile, door }));
    door.close();
  }
  console.log(table(rows));
  writeFileSync(`${FOLDER}/web.md`, table(rows));
  const missed = rows.flatMap(misses);
  for (const line of missed) console.log(`  ✗ ${line}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await house.close();
}

type Page = { readonly page: string; readonly path: string; readonly cookie?: string };

/** The pages that decide whether somebody stays: a visitor's, a learner's, a verifier's. */
async function pagesOf(): Promise<readonly Page[]> {
  const { courses } = await house.anyone.do("listCatalogue", { query: {} });
  const course = found(courses.find(({ title }) => title.en?.startsWith("Create and govern")));
  const content = await house.anyone.fetch(`/content/${course.manifest}`);
  const lesson = found(Manifest.parse(await content.json()).modules[0]?.lessons[0]);
  const certified = await house.as(learners.certified.contact);
  const { certificates } = await certified.do("listWallet", {});
  const { store } = house.server.deps;
  const accountId = found(await store.people.byContact(learners.underWay.contact));
  const { cookie } = await openSession(house.server.deps, { accountId, device: "bench" });
  return [
    { page: "welcome", path: "/" },
    { page: "home", path: "/courses", cookie },
    { page: "lesson", path: `/learn/${course.courseId}/${lesson.id}` },
    { page: "quiz", path: `/learn/${course.courseId}/quiz`, cookie },
    { page: "verify", path: `/verify/${found(certificates[0]).id}` },
  ];
}

type Asked = Page & {
  readonly language: string;
  readonly profile: Profile;
  /** Where she comes in. */
  readonly door: Awaited<ReturnType<typeof openDoor>>;
};

async function measured(asked: Asked): Promise<Figures> {
  const runs: Figures[] = [];
  while (runs.length < RUNS) runs.push(await measure(asked));
  const figures = medianOf(runs);
  const blocked = runs.map(({ tbtMs }) => tbtMs).join(", ");
  console.log(`  ${Object.values(figures).join("  ")}  (blocked: ${blocked} ms)`);
  return figures;
}

async function measure(asked: Asked): Promise<Figures> {
  const { page, path, cookie, language, profile, door } = asked;
  const file = `${FOLDER}/${profile.name}-${page}-${language}.json`;
  const headers = { "accept-language": language };
  const handset = openHandset([door.flag]);
  const phone = await handset.switchOn();
  // Pages read one of the two themselves: as headers they would show her the page of whoever has not signed in.
  if (cookie)
    await phone.context.addCookies([
      { name: "twiza", value: cookie, url: door.origin },
      { name: SIGNED_IN_MARK, value: LEARNER_MARK, url: door.origin },
    ]);
  // A phone of one speed, whatever the computer's is.
  const speed = speeds.length > 0 ? middleOf(speeds) : DESKTOP;
  const slowdown = Math.max(1, Math.round((10 * speed) / profile.speed) / 10);
  const { code, output } = await run("npx", [
    "--yes",
    LIGHTHOUSE,
    `${door.origin}${path}?lang=${language}`,
    "--quiet",
    "--output=json",
    `--output-path=${file}`,
    `--extra-headers=${JSON.stringify(headers)}`,
    `--port=${phone.port}`,
    // The door is slow by itself; only the processor is slowed in the browser, and nothing is reckoned from a run at full speed.
    "--throttling-method=devtools",
    "--throttling.requestLatencyMs=0",
    "--throttling.downloadThroughputKbps=0",
    "--throttling.uploadThroughputKbps=0",
    `--throttling.cpuSlowdownMultiplier=${slowdown}`,
  ]);
  await phone.kill();
  handset.throwAway();
  if (code !== 0) throw new Error(`Lighthouse failed on ${page}: ${output.slice(-2000)}`);
  const report = readFileSync(file, "utf8");
  speeds.push(speedIn(report));
  return figuresOf(report, { page, language, profile, slowdown });
}

/** As Markdown, with what it was measured on: times are of that computer and that moment. */
function table(rows: readonly Figures[]): string {
  const [cpu] = cpus();
  const on = `${cpus().length} × ${cpu?.model ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    `Lighthouse 13.5.0, mobile, over HTTP/2 and a line that is slow, a phone of one speed, the middle of ${RUNS}, on ${on}.`,
    "",
    line(COLUMNS),
    line(COLUMNS.map(() => "---")),
    ...rows.map((row) => line(COLUMNS.map((column) => String(row[column])))),
    "",
  ].join("\n");
}
