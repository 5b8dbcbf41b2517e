/**
 * Browsers offer to install by themselves, in the middle of a lesson. The offer is held back here, since nothing else is loaded yet
 * when it comes, and made by the page when it is time.
 */
export function holdOffer(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.heldOffer = event;
  });
}
