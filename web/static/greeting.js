// A greeting is heard on the welcome itself; without this file its link opens the recording as a page of the browser's own.
{
  let sound, link;
  const rest = () => {
    link?.removeAttribute("data-playing");
    sound = link = undefined;
  };
  document.addEventListener("click", (event) => {
    const tapped = event.target.closest?.("a[data-greeting]");
    if (!tapped) return;
    event.preventDefault();
    const isStop = tapped === link;
    sound?.pause();
    rest();
    if (isStop) return;
    link = tapped;
    link.setAttribute("data-playing", "");
    const mine = (sound = new Audio(link.href));
    mine.addEventListener("ended", () => mine === sound && rest());
    mine.play().catch(() => {
      // Paused by a second tap is no failure; whatever this browser cannot play here it says on a page of its own.
      if (mine !== sound) return;
      rest();
      if (navigator.onLine) location.assign(tapped.href);
    });
  });
}
