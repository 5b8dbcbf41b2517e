import { contentAddress } from "../content.ts";
import { cueAt } from "./cue.ts";
import type { Speaker, Told } from "./speaker.ts";
import type { Part } from "./recorded.ts";

/** Plays recordings, one at a time, on one player: browsers let a player go on that a tap has started. Nothing is fetched before. */
export function recorder() {
  const audio = new Audio();
  audio.preload = "none";

  return (part: Pick<Part, "media" | "cues">, rate: number, told: Told): Speaker => {
    let lit: number | undefined;
    const follow = (): void => {
      told.ontime(audio.currentTime);
      const cue = part.cues && cueAt(part.cues, audio.currentTime);
      if (cue?.from === lit) return;
      lit = cue?.from;
      told.onwords(cue);
    };
    const setRate = (wanted: number): void => {
      audio.defaultPlaybackRate = audio.playbackRate = wanted;
    };
    const play = async (): Promise<void> => {
      try {
        await audio.play();
      } catch (error) {
        // A browser that wants another tap gets it; a pause that came first is no failure.
        if (error instanceof DOMException && error.name === "NotAllowedError")
          told.onphase("paused");
      }
    };
    audio.src = contentAddress(part.media.hash);
    setRate(rate);
    audio.onplaying = () => told.onphase("playing");
    audio.onpause = () => {
      if (!audio.ended) told.onphase("paused");
    };
    audio.ontimeupdate = follow;
    audio.onended = told.onend;
    audio.onerror = told.onfail;
    told.onwords(undefined);
    void play();
    return {
      pause: () => audio.pause(),
      resume: () => void play(),
      stop(): void {
        audio.onplaying = audio.onpause = audio.ontimeupdate = audio.onended = audio.onerror = null;
        audio.pause();
        audio.removeAttribute("src");
      },
      setRate,
      seek(seconds): void {
        audio.currentTime = seconds;
        follow();
      },
    };
  };
}
