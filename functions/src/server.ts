import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { peopleOfDemo, seed, seedRevocation } from "@twiza/content";
import { Contact } from "@twiza/contract";
import { type FunctionName, operations } from "@twiza/contract/where";
import { type Clock, type Deps, found, openSession } from "@twiza/core";
import { openGuesses, openParcelLimit } from "@twiza/platform/limits";
import { openPins } from "@twiza/platform/pins";
import type { Engine } from "@twiza/storage";
import { Hono } from "hono";
import { assessment } from "./assessment/manifest.ts";
import { assessmentApp } from "./assessment/routes.ts";
import { attempts } from "./attempts/manifest.ts";
import { attemptsApp } from "./attempts/routes.ts";
import { submissions } from "./submissions/manifest.ts";
import { submissionsApp } from "./submissions/routes.ts";
import { batchIssuer } from "./batch-issuer/manifest.ts";
import { onChange as goOnIssuing } from "./batch-issuer/worker.ts";
import { banks } from "./banks/manifest.ts";
import { banksApp } from "./banks/routes.ts";
import { catalogue } from "./catalogue/manifest.ts";
import { catalogueApp } from "./catalogue/routes.ts";
import { certificateIssuer } from "./certificate-issuer/manifest.ts";
import { onChange as issueCertificate } from "./certificate-issuer/worker.ts";
import { certificates } from "./certificates/manifest.ts";
import { certificatesApp } from "./certificates/routes.ts";
import { credentials } from "./credentials/manifest.ts";
import { credentialsApp } from "./credentials/routes.ts";
import { documents } from "./documents/manifest.ts";
import { documentsApp } from "./documents/routes.ts";
import { daily } from "./daily.ts";
import { eraser } from "./eraser/manifest.ts";
import { lookAgain as eraseFurther, onChangeWith as eraseWith } from "./eraser/worker.ts";
import { devRoutes } from "./dev/routes.ts";
import { peerAddress, proxiedAddress } from "./http/address.ts";
import { contentRoutes } from "./http/content.ts";
import { logRoutes } from "./http/log.ts";
import { createApp, type Env } from "./http/app.ts";
import { siteRoutes } from "./http/site.ts";
import { uploadRoutes } from "./http/uploads.ts";
import { follow } from "./follow.ts";
import { itemStatistics } from "./item-statistics/manifest.ts";
import { onChange as countStatistics } from "./item-statistics/worker.ts";
import { learning } from "./learning/manifest.ts";
import { learningApp } from "./learning/routes.ts";
import { openLocalIdentity } from "./local-identity.ts";
import { openLocal, STORE_FILE } from "./local.ts";
import { openKeeper } from "./log-keeper/keeper.ts";
import { logKeeper } from "./log-keeper/manifest.ts";
import { lookAgain, onChange as publish } from "./log-keeper/worker.ts";
import type { HttpManifest } from "./manifest.ts";
import { httpManifests, streamManifests } from "./manifests.ts";
import { media } from "./media/manifest.ts";
import { mediaApp } from "./media/routes.ts";
import { people } from "./people/manifest.ts";
import { peopleApp } from "./people/routes.ts";
import { reminder } from "./reminder/manifest.ts";
import { remind } from "./reminder/worker.ts";
import { regrader } from "./regrader/manifest.ts";
import { onChange as goOnRegrading } from "./regrader/worker.ts";
import { registrar } from "./registrar/manifest.ts";
import { onChangeAt } from "./registrar/worker.ts";
import { studio } from "./studio/manifest.ts";
import { studioApp } from "./studio/routes.ts";
import { keepUp } from "./upkeep.ts";
import { welcome } from "./welcome.ts";

export type ServerSettings = {
  /** Where the store, blobs, keys and outbox lie. */
  readonly folder: string;
  /** The built web app. */
  readonly site: string;
  readonly port: number;
  /**
   * What the browser sees, where a proxy with TLS stands in front. Without it this is somebody's own machine, and the outbox
   * and one-tap sign-in are open to whoever sits at it.
   */
  readonly publicOrigin?: string | undefined;
  /** Calling codes of the countries whose telephones get codes (`212`); those of Africa without it. */
  readonly phoneCountries?: readonly string[] | undefined;
  /** Who is asked to look at the public log (docs/operate.md); nobody without it. */
  readonly witnesses?: string | undefined;
  /** Where log lines go; nowhere when absent. */
  readonly write?: (line: string) => void;
  readonly observe?: (engine: Engine) => Engine;
  /** The address that stands in certificates for ever, where it is another than the one that the browser sees. */
  readonly issuesAt?: string | undefined;
  /** Under which the keys of certificates lie on the disk. */
  readonly keysPassword?: string | undefined;
  /** Another than this computer's, for what happens after weeks. */
  readonly clock?: Clock;
};

/** The paths of a function, as the cloud's HTTP entry has them: its operations and its own pages. */
function routesOf(manifest: HttpManifest): readonly { method: string[]; path: string }[] {
  const own = Object.values(operations).filter((operation) => operation.function === manifest.name);
  return [
    ...own.map(({ method, path }) => ({ method: [method], path })),
    ...manifest.pages.map(({ method, path }) => ({
      method: method === "ANY" ? ["GET", "POST", "OPTIONS"] : [method],
      path,
    })),
  ];
}

/** There is a first time: the seed leaves this mark when it is through. */
const SEEDED = { kind: "seed", id: "done" };
const FOREVER = new Date("9999-01-01T00:00:00Z");

/**
 * All of Twiza in one process: the very apps that run as functions in the cloud, each within its manifest, the issuer, the
 * worker on the change feed and the built site, on one port and one embedded store.
 */
export async function openServer(settings: ServerSettings) {
  const {
    folder,
    site,
    port,
    publicOrigin,
    witnesses = "none",
    write = () => undefined,
    observe = (it: Engine) => it,
    clock = { now: () => new Date() },
  } = settings;
  const origin = publicOrigin ?? `http://localhost:${port}`;
  const issuesAt = settings.issuesAt ?? origin;
  const existed = existsSync(join(folder, STORE_FILE));
  const house = openLocal({
    folder,
    origin,
    write,
    observe,
    clock,
    keysPassword: settings.keysPassword,
  });
  const { log, engine } = house;
  const addressOf = publicOrigin === undefined ? peerAddress : proxiedAddress;
  const { identity, issuer, outbox, records } = await openLocalIdentity(house, {
    folder,
    addressOf,
    countries: settings.phoneCountries,
  });
  const deps = house.deps();
  const settingOf = (manifest: HttpManifest) => ({ deps: house.deps(manifest), log, origin });
  const pins = openPins({ records, clock: house.clock });
  const apps: Record<FunctionName, Hono<Env>> = {
    catalogue: catalogueApp(settingOf(catalogue)),
    studio: studioApp(settingOf(studio)),
    media: mediaApp(settingOf(media)),
    learning: learningApp(settingOf(learning)),
    attempts: attemptsApp({
      ...settingOf(attempts),
      parcelLimit: openParcelLimit({ records, clock: house.clock }),
      addressOf,
    }),
    assessment: assessmentApp({ ...settingOf(assessment), pins }),
    submissions: submissionsApp(settingOf(submissions)),
    banks: banksApp(settingOf(banks)),
    certificates: certificatesApp(settingOf(certificates)),
    credentials: credentialsApp({ ...settingOf(credentials), issuesAt }),
    documents: documentsApp(settingOf(documents)),
    people: peopleApp({
      ...settingOf(people),
      identity,
      guesses: openGuesses({ records, clock: house.clock }),
      pins,
      addressOf,
    }),
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/oidc", issuer);
  for (const manifest of httpManifests) {
    for (const { method, path } of routesOf(manifest)) {
      app.on(method, path, (c) => apps[manifest.name].fetch(c.req.raw, c.env));
    }
  }
  if (publicOrigin === undefined) app.route("/", devDoors({ deps, outbox, origin }));
  const rest = createApp({ log });
  uploadRoutes(rest, house.uploads);
  contentRoutes(rest, house.publicFolder);
  logRoutes(rest, house.logFolder);
  siteRoutes(rest, site);
  app.all("*", (c) => rest.fetch(c.req.raw, c.env));
  const keeper = openKeeper({ origin, signer: house.logSigner, witnesses });
  const followers = [
    follow({ worker: certificateIssuer, onChange: issueCertificate, deps: house.deps(certificateIssuer), log, engine, records }),
    follow({ worker: itemStatistics, onChange: countStatistics, deps: house.deps(itemStatistics), log, engine, records }),
    follow({ worker: regrader, onChange: goOnRegrading, deps: house.deps(regrader), log, engine, records }),
    follow({ worker: batchIssuer, onChange: goOnIssuing, deps: house.deps(batchIssuer), log, engine, records }),
    follow({ worker: registrar, onChange: onChangeAt(issuesAt), deps: house.deps(registrar), log, engine, records }),
    follow({ worker: logKeeper, onChange: publish(keeper), deps: house.deps(logKeeper), log, engine, records }),
    follow({ worker: eraser, onChange: eraseWith(house.blobBin), deps: house.deps(eraser), log, engine, records }),
  ]; // prettier-ignore
  // No process is kept alive for it: the next start looks as well.
  const looking = setInterval(() => {
    lookAgain({ deps: house.deps(logKeeper), log }, keeper).catch((error: unknown) => {
      log.error("log not published", { error });
    });
  }, logKeeper.everyMinutes * 60_000).unref();
  const reminding = daily({
    worker: reminder,
    work: () => remind({ deps: house.deps(reminder), log, origin }, outbox),
    ...{ clock, records, log },
  });
  const erasing = setInterval(() => {
    eraseFurther({ deps: house.deps(eraser), log }, house.blobBin).catch((error: unknown) => {
      log.error("erasing went no further", { error });
    });
  }, eraser.everyMinutes * 60_000).unref();
  const worker = {
    /** One after the other: what one of them writes, the next may be waiting for. */
    settled: async () => {
      for (const each of followers) await each.settled();
    },
    stop: () => Promise.all(followers.map((each) => each.stop())),
  };
  const upkeep = keepUp({
    file: house.file,
    records,
    clock: house.clock,
    log,
    consumers: streamManifests,
  });
  await upkeep.once();
  let server: ServerType | undefined;
  return {
    app,
    deps,
    engine,
    worker,
    upkeep,
    reminding,
    blobBin: house.blobBin,
    /** `new` wants seeding; `half` means that the first seeding was cut off. */
    state: async (): Promise<"new" | "half" | "ready"> => {
      if (!existed) return "new";
      return (await records.read(SEEDED.kind, SEEDED.id)) ? "ready" : "half";
    },
    /** Fills an empty store with the sample courses and people, and waits until their certificates are there. */
    seed: async () => {
      await seed(deps);
      await worker.settled();
      await seedRevocation(deps);
      await records.write(SEEDED.kind, SEEDED.id, true, { expiresAt: FOREVER, expected: "any" });
    },
    listen: () =>
      new Promise<void>((resolve) => {
        server = serve({ fetch: app.fetch, port }, () => {
          resolve();
        });
        // A connection stays open anyway (RFC 9112 §9.3): saying so would be paid for with every reply.
        server.prependListener("request", (_: unknown, reply: ServerResponse) => {
          reply.removeHeader("connection");
        });
      }),
    welcome: () => welcome(origin),
    close: async () => {
      await new Promise<void>((resolve) => {
        if (server) server.close(() => resolve());
        else resolve();
      });
      clearInterval(looking);
      await reminding.stop();
      clearInterval(erasing);
      await worker.stop();
      await upkeep.stop();
      await engine.close();
    },
  };
}

type DevDoors = Pick<Parameters<typeof devRoutes>[0], "outbox" | "origin"> & {
  readonly deps: Deps;
};

/** The doors of one's own machine: the outbox, and coming in as a demo person by one tap. */
function devDoors({ deps, outbox, origin }: DevDoors) {
  const people = peopleOfDemo.map((person) => ({ ...person, id: person.contact }));
  const signInAs = async (
    { id }: { id: string },
    on: { device: string; former: string | undefined },
  ) => {
    const accountId = found(await deps.store.people.byContact(Contact.parse(id)));
    return openSession(deps, { accountId, ...on });
  };
  return devRoutes({ outbox, people, origin, signInAs });
}
