import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { giveUp } from "./progress.ts";

/** Benchmarks by name: counts first, which are the same everywhere; speeds are of this computer and this moment. */
const benches = {
  bundles: async () => {
    await buildAll(["messages", "functions"]);
    const rows = readdirSync("functions/dist").map((name) => {
      const { size } = statSync(`functions/dist/${name}/index.mjs`);
      return { function: name, "minified KB": Math.round(size / 1000) };
    });
    console.table(rows);
  },
  web: async () => {
    await buildAll(["messages", "web"]);
    const { routes, weigh } = await import("../web/scripts/weigh.ts");
    const rows = [...routes().keys()].map((route) => {
      const { js, css, requests } = weigh(route);
      const kib = (bytes: number): number => Math.round(bytes / 102.4) / 10;
      return { route, "JavaScript KiB": kib(js), "CSS KiB": kib(css), requests };
    });
    console.table(rows);
  },
  store: async () => {
    const { openSqlite } = await import("@twiza/storage/sqlite");
    const { tableList } = await import("@twiza/storage/tables");
    const folder = mkdtempSync(join(tmpdir(), "twiza-bench-"));
    const engine = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
    const rate = async (count: number, work: (at: number) => Promise<unknown>): Promise<number> => {
      const begun = performance.now();
      for (let at = 0; at < count; at++) await work(at);
      return Math.round((1000 * count) / (performance.now() - begun));
    };
    const data = { title: "x".repeat(500) };
    const puts = await rate(2000, (at) =>
      engine.put("learners", { pk: `LEARNER#${at % 200}`, sk: `EVENT#${at}`, data }),
    );
    const queries = await rate(5000, (at) =>
      engine.query("learners", { pk: `LEARNER#${at % 200}` }),
    );
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
    console.table([{ "durable puts/s": puts, "ten-item queries/s": queries }]);
  },
  paper: async () => {
    const { paperFigures } = await import("../tests/bench/paper.ts");
    console.table(await paperFigures());
  },
  docx: async () => {
    const { readDocx } = await import("@twiza/exchange/docx");
    const { longDocument } = await import("../packages/exchange/src/testing/long-document.ts");
    const rows: object[] = [];
    for (const pages of [10, 100, 400]) {
      const bytes = longDocument(pages);
      const totals = new Map<string, number>();
      const begun = performance.now();
      const { lessons, report } = await readDocx(bytes, {
        onProgress: ({ part, total }) => totals.set(part, total),
      });
      const milliseconds = Math.round(performance.now() - begun);
      rows.push({
        pages,
        "file KB": Math.round(bytes.length / 1000),
        "text KB": Math.round((totals.get("text") ?? 0) / 1000),
        lessons: lessons.length,
        blocks: lessons.reduce((sum, { blocks }) => sum + blocks.length, 0),
        "lines of report": report.length,
        milliseconds,
      });
    }
    console.table(rows);
  },
  credential: async () => {
    const { credentialFigures } = await import("../tests/bench/credential.ts");
    console.table(await credentialFigures());
  },
  batch: async () => {
    const { batchFigures } = await import("../tests/bench/batch.ts");
    console.table(await batchFigures());
  },
  log: async () => {
    const log = await import("@twiza/log");
    const { manyTiles } = await import("@twiza/log/testing/many");
    const rows: object[] = [];
    for (const size of [1_000, 100_000, 1_000_000]) {
      const begun = performance.now();
      const { read, bytes } = manyTiles(size);
      const tiled = performance.now();
      let edge = log.EMPTY_EDGE;
      for (let at = 0; at < size; at += 1)
        edge = log.withLeaf(edge, log.leafHash(log.utf8(`entry ${at}`)));
      const appended = performance.now();
      const asked: string[] = [];
      const nodes = log.nodesOf((path) => (asked.push(path), read(path)), size);
      const index = Math.floor(size * 0.73);
      const proof = await log.proveInclusion(nodes, index, size);
      const proven = performance.now();
      const files = asked.length;
      const root = log.rootOf(edge);
      const leaf = log.leafHash(log.utf8(`entry ${index}`));
      if (!log.isIncluded(leaf, { index, size, proof, root })) throw new Error("not proven");
      const old = await log.proveConsistency(nodes, Math.floor(size / 3), size);
      rows.push({
        entries: size,
        "tiles KB": Math.round(bytes / 1000),
        "edge hashes": edge.hashes.length,
        "proof hashes": proof.length,
        "proof bytes": proof.length * 32,
        "files for a proof": files,
        "consistency hashes": old.length,
        "checkpoint bytes": log.checkpointBody({ origin: "twiza.example/log", size, root }).length,
        "appends/ms": Math.round(size / (appended - tiled)),
        "tiles ms": Math.round(tiled - begun),
        "proof ms": Math.round((proven - appended) * 10) / 10,
      });
    }
    console.table(rows);
  },
} as const satisfies Record<string, () => Promise<void>>;

const [name] = process.argv.slice(2);
const chosen = Object.entries(benches).filter(([each]) => name === undefined || each === name);
if (chosen.length === 0)
  giveUp(`There is no benchmark called "${name ?? ""}": ${Object.keys(benches).join(", ")}.`);
for (const [, run] of chosen) await run();
