import { self } from "$app/service-worker";
import { files } from "virtual:shell-files";
import { blob, rememberSeen } from "./blobs.ts";
import { kindOf } from "./kind.ts";
import { clean, complete, elsewhere, file, install, removeShells, shellPage } from "./shell.ts";
import { keepTold, told, type Told } from "./told.ts";
import { keepProof } from "./proof.ts";
import { count } from "./used.ts";

/** What a page says to the worker. */
type Hello = { readonly kind: "hello"; readonly seen: readonly string[] } & Omit<
  Told,
  "day" | "bytes"
>;
type Said = Hello | { readonly kind: "take over" };

self.addEventListener("install", (event) => {
  event.waitUntil(told().then(install).finally(count));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(clean().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const answer = answerTo(event);
  if (!answer) return;
  event.respondWith(answer);
  event.waitUntil(answer.then(count, count));
});

function answerTo(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  switch (kindOf(request, { ...files, origin: self.location.origin })) {
    case "page":
      return shellPage(request);
    case "elsewhere":
      return elsewhere(request);
    case "file":
      return file(request);
    case "blob":
      return blob(request, (work) => event.waitUntil(work.then(count)));
    case "untouched":
      return undefined;
  }
}

self.addEventListener("message", (event) => {
  // Only pages of our own origin can speak to this worker, and they say nothing else.
  const said = event.data as Said;
  if (said.kind === "take over") event.waitUntil(self.skipWaiting());
  else event.waitUntil(hello(said));
});

async function hello({ seen, language, thrifty, again }: Hello): Promise<void> {
  const before = await told();
  const day = new Date().toISOString().slice(0, 10);
  const now = { language, thrifty, again, day, bytes: files.bytes[language] };
  await keepTold(now);
  if (before && before.day !== now.day && (await isGivenUp())) return leave();
  await rememberSeen(seen);
  await complete(now).finally(count);
  if (!thrifty || again) await keepProof(before?.day !== now.day).finally(count);
}

/** Whether the site has no worker any more. Browsers keep the last one for ever, so it asks for itself, once a day. */
async function isGivenUp(): Promise<boolean> {
  const script = await fetch(self.location.href, { method: "HEAD", cache: "no-store" }).catch(
    () => undefined,
  );
  return script?.status === 404 || script?.status === 410;
}

async function leave(): Promise<void> {
  await self.registration.unregister();
  await removeShells();
}
