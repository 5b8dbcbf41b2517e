import { MEDIA_LIMITS } from "@twiza/contract/media-limits";
import { newIntent } from "../../intent.ts";
import { hold } from "./alive.ts";
import {
  forgetSound,
  keepPiece,
  keptSound,
  type Piece,
  pieceOf,
  type Sound,
  soundOf,
} from "./kept-sound.ts";
import { askMicrophone, keepAwake, listenTo, type NoSound, typeHere } from "./microphone.ts";

/** Bits a second: speech in Opus, which a phone with little data can pay for. */
const RATE = 24_000;
/** The browser hands out what was said so often, in milliseconds; what is on the device by then survives whatever happens. */
const EVERY = 1000;
/** The server counts packets, this page a clock: a little less, so that nothing is refused for its last second. */
const MOST_SECONDS = MEDIA_LIMITS.seconds - 5;
/** After so many seconds without a sound somebody should know. */
const PATIENCE = 3;
const HEARD = 0.1;
/** Less than this holds no sound yet. */
const LEAST_SECONDS = 0.5;

type State = "idle" | "asking" | "recording" | "paused" | "done";
/** Why it stands still. `hidden`: nobody looked at the page; `taken`: the phone took the microphone, as for a call. */
export type Pause = "hidden" | "taken" | "ended" | "long";

/** Records one voice, as reactive values. All that was said lies on this device, piece by piece, until it is forgotten. */
export function recorder(accountId: string) {
  let state = $state<State>("idle");
  let trouble = $state<NoSound | "short">();
  let why = $state<Pause>();
  let isFull = $state(false);
  let level = $state(0);
  /** Less than nothing: nobody knows yet. */
  let loudest = $state(-1);
  let seconds = $state(0);
  let sound = $state.raw<Sound>();
  let isLeftOver = $state(false);

  let machine: MediaRecorder | undefined;
  let stream: MediaStream | undefined;
  let unhear: (() => void) | undefined;
  let sleep: (() => void) | undefined;
  /** The recording that is on this recorder, and how it is let go. */
  let recording: string | undefined;
  let letGo: (() => void) | undefined;
  let pieces: Piece[] = [];
  let said = 0;
  let since = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isGone = false;
  /** One piece after the other. */
  let keeping: Promise<void> = Promise.resolve();

  const now = (): number => said + (state === "recording" ? (performance.now() - since) / 1000 : 0);

  function take(name: string): void {
    letGo?.();
    [recording, letGo] = [name, hold(name)];
  }
  async function keep(blob: Blob, about: { recording: string; type: string }): Promise<void> {
    if (blob.size === 0) return;
    const piece = await pieceOf(blob, { ...about, seconds: now() });
    pieces.push(piece);
    // Where the device has no room it lasts as long as this page, and the page says so.
    isFull = !(await keepPiece(accountId, pieces.length, piece).catch(() => false));
  }

  async function start(): Promise<void> {
    if (state === "asking" || state === "recording" || state === "paused") return;
    [state, trouble, why, isFull] = ["asking", undefined, undefined, false];
    const heard = await askMicrophone();
    const type = typeHere();
    if (typeof heard === "string" || type === undefined) {
      [state, trouble] = [sound ? "done" : "idle", typeof heard === "string" ? heard : "unable"];
      return;
    }
    if (!isGone) await drop();
    if (isGone) {
      for (const track of heard.getTracks()) track.stop();
      return;
    }
    const name = newIntent();
    take(name);
    [said, loudest] = [0, -1];
    stream = heard;
    for (const track of heard.getTracks()) {
      track.addEventListener("mute", () => pause("taken"));
      track.addEventListener("ended", () => stop("ended"));
    }
    unhear = listenTo(heard, (loud) => {
      level = loud;
      loudest = Math.max(loudest, loud);
    });
    machine = new MediaRecorder(heard, { mimeType: type, audioBitsPerSecond: RATE });
    machine.addEventListener("dataavailable", ({ data }) => {
      keeping = keeping.then(() => keep(data, { recording: name, type }));
    });
    machine.addEventListener("stop", () => void ended());
    machine.addEventListener("error", () => stop("ended"));
    machine.start(EVERY);
    go();
  }

  function go(): void {
    state = "recording";
    since = performance.now();
    sleep = keepAwake();
    timer = setInterval(() => {
      seconds = now();
      if (seconds >= MOST_SECONDS) stop("long");
    }, 200);
  }
  function rest(): void {
    said = seconds = now();
    clearInterval(timer);
    sleep?.();
    level = 0;
  }
  function pause(reason?: Pause): void {
    if (state !== "recording" || !machine) return;
    rest();
    [state, why] = ["paused", reason];
    machine.requestData();
    machine.pause();
  }
  function resume(): void {
    if (state !== "paused" || machine?.state !== "paused") return;
    why = undefined;
    machine.resume();
    go();
  }
  function stop(reason?: Pause): void {
    if (!machine || machine.state === "inactive") return;
    if (state === "recording") rest();
    [state, why] = ["paused", reason];
    machine.stop();
  }
  async function ended(): Promise<void> {
    release();
    await keeping;
    const whole = soundOf(pieces);
    if (whole && whole.seconds < LEAST_SECONDS) {
      trouble = "short";
      await forget();
      return;
    }
    [sound, state] = [whole, whole ? "done" : "idle"];
  }
  async function drop(): Promise<void> {
    const past = recording;
    [sound, pieces, seconds, isLeftOver, recording] = [undefined, [], 0, false, undefined];
    if (past) await forgetSound({ accountId, recording: past }).catch(() => undefined);
    letGo?.();
  }
  async function forget(): Promise<void> {
    state = "idle";
    await drop();
  }
  function release(): void {
    clearInterval(timer);
    unhear?.();
    for (const track of stream?.getTracks() ?? []) track.stop();
    [machine, stream, unhear] = [undefined, undefined, undefined];
  }

  return {
    get state() {
      return state;
    },
    get trouble() {
      return trouble;
    },
    get why() {
      return why;
    },
    /** The device has no room: what is said lasts as long as this page. */
    get isFull() {
      return isFull;
    },
    get level() {
      return level;
    },
    get isSilent() {
      return state === "recording" && seconds >= PATIENCE && loudest >= 0 && loudest < HEARD;
    },
    get seconds() {
      return state === "done" ? (sound?.seconds ?? 0) : seconds;
    },
    get sound() {
      return sound;
    },
    /** It was recorded at another time and never brought into the library. */
    get isLeftOver() {
      return isLeftOver;
    },
    /** Finds what an earlier visit left behind. */
    async find(): Promise<void> {
      const left = await keptSound(accountId).catch(() => undefined);
      if (!left || state !== "idle") return;
      take(left.recording);
      [sound, state, isLeftOver] = [left, "done", true];
    },
    start,
    pause,
    resume,
    stop,
    /** She wants it no more, or the library has it. */
    forget,
    /** The page goes; what was said by then is on the device. */
    close(): void {
      isGone = true;
      stop("hidden");
      release();
      void keeping.then(() => letGo?.());
    },
  };
}
