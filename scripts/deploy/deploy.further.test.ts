import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { idMaker, listCatalogue, openSession, principalOf, type Deps } from "@twiza/core";
import { folderBlobs } from "@twiza/platform/blobs/folder";
import { openStore } from "@twiza/storage";
import { noIssuerKeys } from "@twiza/platform/issuing/no-keys";
import { noLogFiles } from "@twiza/platform/log-files/no-log-files";
import { noSeals } from "@twiza/platform/opener/no-seals";
import { noTokens } from "@twiza/platform/signer/no-tokens";
import { noDocuments, noPapers, noPictures, noUploads } from "@twiza/platform/uploads/no-uploads";
import { openSqlite } from "@twiza/storage/sqlite";
import { tableList } from "@twiza/storage/tables";
import { afterEach, describe, expect, it } from "vitest";
import { firstAdministrator } from "./first-administrator.ts";
import { publishSampleCourses } from "./sample-courses.ts";
import { contextOf, pairs } from "./settings.ts";
import { siteFiles } from "./site.ts";
import { smokeTest } from "./smoke.ts";

/** What `npm run deploy` says on a desk where nobody has signed in to AWS. */
function deployWithout(environment: Readonly<Record<string, string>>) {
  const nowhere = "/nowhere/at/all";
  const child = spawn(process.execPath, ["scripts/deploy.ts"], {
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: mkdtempSync(join(tmpdir(), "twiza-home-")),
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: nowhere,
      AWS_SHARED_CREDENTIALS_FILE: nowhere,
      ...environment,
    },
  });
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said: said.join("").trim() }));
  });
}

describe("deploying from a desk that is not ready", () => {
  it("says in one sentence that there are no credentials, and how to get them", async () => {
    const { code, said } = await deployWithout({ AWS_REGION: "eu-west-3" });
    expect(said).toMatch(/^No AWS credentials were found: .+\.$/);
    expect(said).not.toContain("\n");
    expect(code).toBe(1);
  }, 30_000);

  it("says in one sentence that no Region is chosen", async () => {
    const { code, said } = await deployWithout({});
    expect(said).toMatch(/^No AWS Region is chosen: .+\.$/);
    expect(code).toBe(1);
  }, 30_000);
});

describe("settings of a deployment", () => {
  it("are pairs, and what is no pair is refused with the way to write it", () => {
    expect(pairs(["senderEmail=a@b.example", "note=a=b"])).toEqual({
      senderEmail: "a@b.example",
      note: "a=b",
    });
    expect(() => pairs(["senderEmail"])).toThrow(/--set name=value/);
    expect(contextOf({ deployment: "north" })).toEqual(["--context", "twiza:deployment=north"]);
  });
});

describe("the first administrator", () => {
  const clock = { now: () => new Date("2026-03-01T08:00:00.000Z") };
  let count = 0;
  const newId = idMaker(clock, () => new Uint8Array(16).fill(++count));

  function emptyHouse(): Deps {
    const folder = mkdtempSync(join(tmpdir(), "twiza-house-"));
    const engine = openSqlite({ file: join(folder, "store.sqlite"), tables: tableList });
    return {
      store: openStore(engine),
      clock,
      newId,
      newSecret: () => `secret-${String(++count)}`,
      publicBlobs: folderBlobs(join(folder, "public")),
      privateBlobs: folderBlobs(join(folder, "private")),
      tokens: noTokens,
      issuerKeys: noIssuerKeys,
      seals: noSeals,
      logFiles: noLogFiles,
      uploads: noUploads,
      pictures: noPictures,
      documents: noDocuments,
      papers: noPapers,
    };
  }

  const wanted = {
    organisationName: "Office du développement de la coopération",
    name: "Amina",
    email: "Amina@ODCO.example",
  };

  it("is administrator of the institution as soon as she has proved her address", async () => {
    const deps = emptyHouse();
    expect(await firstAdministrator(deps, wanted)).not.toBe("already");
    const accountId = await deps.store.people.byContact("amina@odco.example");
    if (!accountId) throw new Error("Nobody waits under that address.");
    const { cookie } = await openSession(deps, { accountId, device: "a laptop" });
    expect(await principalOf(deps, cookie)).toMatchObject({ roles: ["administrator"] });
  });

  it("finds the sample courses published in her institution's name, before she comes", async () => {
    const deps = emptyHouse();
    const made = await firstAdministrator(deps, wanted);
    if (made === "already") throw new Error("The house was not empty.");
    await publishSampleCourses(deps, made);
    const { courses } = await listCatalogue(deps, undefined);
    expect(courses).toHaveLength(3);
    expect(courses[0]).toMatchObject({ organisationName: { fr: wanted.organisationName } });
  }, 30_000);

  it("is let in once, however often the operator asks", async () => {
    const deps = emptyHouse();
    await firstAdministrator(deps, wanted);
    expect(await firstAdministrator(deps, wanted)).toBe("already");
  });

  it("must have an address that can be one", async () => {
    await expect(firstAdministrator(emptyHouse(), { ...wanted, email: "amina" })).rejects.toThrow();
  });
});

describe("the files of the site", () => {
  it("go up scripts first, then pages, the worker last, each with its type and how long it keeps", () => {
    const folder = mkdtempSync(join(tmpdir(), "twiza-site-"));
    mkdirSync(join(folder, "_app/immutable"), { recursive: true });
    const names = ["service-worker.js", "200.html", "200.html.br", "icon.svg"];
    for (const name of [...names, "_app/immutable/a.js"]) writeFileSync(join(folder, name), "x");
    expect(siteFiles(folder)).toEqual([
      {
        key: "_app/immutable/a.js",
        type: "text/javascript; charset=utf-8",
        cacheControl: "public, max-age=31536000, immutable",
      },
      { key: "icon.svg", type: "image/svg+xml", cacheControl: "no-cache" },
      { key: "200.html", type: "text/html; charset=utf-8", cacheControl: "no-cache" },
      {
        key: "service-worker.js",
        type: "text/javascript; charset=utf-8",
        cacheControl: "no-cache",
      },
    ]);
  });
});

describe("the smoke test", () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const it of servers.splice(0)) it.close();
  });
  const serve = (answer: RequestListener) =>
    new Promise<string>((resolve) => {
      const server = createServer(answer).listen(0, "127.0.0.1", () => {
        const address = server.address();
        if (address === null || typeof address === "string") throw new Error("no port");
        resolve(`http://127.0.0.1:${String(address.port)}`);
      });
      servers.push(server);
    });
  const STATUS: Readonly<Record<string, number>> = { "/api/me": 401, "/auth/sign-in": 302 };

  it("is content with an installation that answers as it should", async () => {
    const origin = await serve((request, response) => {
      response.writeHead(STATUS[request.url ?? ""] ?? 200).end();
    });
    const seen = await smokeTest(origin, { tries: 1, pauseMs: 0 });
    expect(seen.filter(({ well }) => !well)).toEqual([]);
  });

  it("names what does not answer, and what it saw instead", async () => {
    const origin = await serve((request, response) => {
      response
        .writeHead(request.url === "/api/me" ? 200 : (STATUS[request.url ?? ""] ?? 503))
        .end();
    });
    const seen = await smokeTest(origin, { tries: 2, pauseMs: 1 });
    expect(seen.filter(({ well }) => !well).map(({ saw }) => saw)).toEqual([
      "503",
      "503",
      "200",
      "503",
      "503",
    ]);
  });
});
