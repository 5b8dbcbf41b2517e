/** When the page is likely to have what it shows: what the worker fetches beside it must not stand in its way. */
const QUIET_MILLISECONDS = 3000;

/** Tells the worker what this phone is like, and what has been fetched before the worker was there. The office keeps nothing. */
export function greet(): void {
  const worker = "serviceWorker" in navigator ? navigator.serviceWorker : undefined;
  if (!worker || /^\/(?:office|dev)(?:\/|$)/.test(location.pathname)) return;
  const again = worker.controller !== null;
  const root = document.documentElement;
  const hello = ({ active }: ServiceWorkerRegistration): void =>
    active?.postMessage({
      kind: "hello",
      language: root.lang,
      thrifty: root.classList.contains("thrifty"),
      again,
      seen: performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith("/content/")),
    });
  addEventListener("load", () => {
    setTimeout(() => void worker.ready.then(hello), QUIET_MILLISECONDS);
  });
}
