import { existsSync } from "node:fs";
import { join } from "node:path";
import { type HttpBindings, type ServerType, serve } from "@hono/node-server";
import { peopleOfDemo, seed, seedRevocation } from "@twiza/content";
import { Contact } from "@twiza/contract";
import { type FunctionName, operations } from "@twiza/contract/where";
import { found, openSession } from "@twiza/core";
import { openIdentity } from "@twiza/platform/identity";
import { loadOrCreateKeys, openIssuer } from "@twiza/platform/issuer";
import { outbox as openOutbox } from "@twiza/platform/messages";
import { openRecords } from "@twiza/storage";
import { Hono } from "hono";
import { catalogueApp } from "./catalogue/routes.ts";
import { followLearners } from "./certificate-issuer/follow.ts";
import { certificatesApp } from "./certificates/routes.ts";
import { devRoutes } from "./dev/routes.ts";
import { contentRoutes } from "./http/content.ts";
import { createApp, type Env } from "./http/app.ts";
import { siteRoutes } from "./http/site.ts";
import { learningApp } from "./learning/routes.ts";
import { openLocal } from "./local.ts";
import type { HttpManifest } from "./manifest.ts";
import { httpManifests } from "./manifests.ts";
import { peopleApp } from "./people/routes.ts";
import { welcome } from "./welcome.ts";

const CLIENT_ID = "twiza-web";

export type ServerSettings = {
  /** Where the store, blobs, keys and outbox lie. */
  readonly folder: string;
  /** The built web app. */
  readonly site: string;
  readonly port: number;
  /** What the browser sees, where a proxy with TLS stands in front; plain http on this machine otherwise. */
  readonly origin?: string;
  /** Where log lines go; to the log file of the folder's owner when absent. */
  readonly write?: (line: string) => void;
};

/** The paths of a function, as the cloud's HTTP entry has them: its operations and its own pages. */
function routesOf(manifest: HttpManifest): readonly { method: string[]; path: string }[] {
  const own = Object.values(operations).filter((operation) => operation.function === manifest.name);
  return [
    ...own.map(({ method, path }) => ({ method: [method], path })),
    ...manifest.pages.map(({ method, path }) => ({
      method: method === "ANY" ? ["GET", "POST"] : [method],
      path,
    })),
  ];
}

/**
 * All of Twiza in one process: the very apps that run as functions in the cloud, the issuer, the worker on the change feed and
 * the built site, on one port and one embedded store.
 */
export async function openServer({
  folder,
  site,
  port,
  origin = `http://localhost:${port}`,
  write = () => undefined,
}: ServerSettings) {
  const isNew = !existsSync(join(folder, "store.sqlite"));
  const house = openLocal({ folder, origin, write });
  const { deps, log, engine, clock } = house;
  const records = openRecords(engine, clock);
  const messenger = openOutbox(folder, clock);
  const client = { id: CLIENT_ID, redirectUri: `${origin}/auth/callback` };
  const keys = await loadOrCreateKeys(join(folder, "keys"));
  const report = (error: unknown) => log.error("bug", { where: "issuer", error });
  const issuer = openIssuer({ origin, records, messenger, clock, client, keys, report });
  const identity = openIdentity({
    issuerUrl: issuer.issuerUrl,
    clientId: client.id,
    redirectUri: client.redirectUri,
    records,
    clock,
    allowInsecure: origin.startsWith("http:"),
  });
  const setting = { deps, log, origin };
  const apps: Record<FunctionName, Hono<Env>> = {
    catalogue: catalogueApp(setting),
    learning: learningApp(setting),
    certificates: certificatesApp(setting),
    people: peopleApp({ ...setting, identity }),
  };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/oidc", issuer.app);
  for (const manifest of httpManifests) {
    for (const { method, path } of routesOf(manifest)) {
      app.on(method, path, (c) => apps[manifest.name].fetch(c.req.raw, c.env));
    }
  }
  const people = peopleOfDemo.map((person) => ({ ...person, id: person.contact }));
  const signInAs = async (person: { id: string }, device: string) => {
    const accountId = found(await deps.store.people.byContact(Contact.parse(person.id)));
    return openSession(deps, { accountId, device });
  };
  app.route("/", devRoutes({ outbox: messenger, people, origin, signInAs }));
  const rest = createApp(setting);
  contentRoutes(rest, house.publicFolder);
  siteRoutes(rest, site);
  app.all("*", (c) => rest.fetch(c.req.raw, c.env));
  const worker = followLearners({ deps, log, engine, records });
  let server: ServerType | undefined;
  return {
    isNew,
    app,
    deps,
    engine,
    worker,
    /** Fills an empty store with the sample courses and people, and waits until their certificates are there. */
    seed: async () => {
      await seed(deps);
      await worker.settled();
      await seedRevocation(deps);
    },
    listen: () =>
      new Promise<void>((resolve) => {
        server = serve({ fetch: app.fetch, port }, () => resolve());
      }),
    welcome: () => welcome(origin),
    close: async () => {
      await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      await worker.stop();
      await engine.close();
    },
  };
}
