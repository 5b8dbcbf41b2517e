let online = $state(typeof navigator === "undefined" || navigator.onLine);

if (typeof addEventListener === "function") {
  addEventListener("online", () => (online = true));
  addEventListener("offline", () => (online = false));
}

/** Whether there is network, as the phone sees it: a sure no, and a hopeful yes. */
export const network = {
  get isOnline(): boolean {
    return online;
  },
};
