/** Why there is nothing to hear. `unable`: this browser writes nothing that is taken here. */
export type NoSound = "refused" | "missing" | "held" | "unable";

/** What is written, the first that this browser can: Firefox writes Ogg, Chromium and newer Safari WebM. */
const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus"] as const;

/** Nothing where the browser records no Opus. */
export const typeHere = (): string | undefined =>
  "MediaRecorder" in globalThis ? TYPES.find((it) => MediaRecorder.isTypeSupported(it)) : undefined;

const REASONS: Readonly<Record<string, NoSound>> = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "held",
  AbortError: "held",
};

/** Asks for the microphone: one voice, without the noise of the room. */
export async function askMicrophone(): Promise<MediaStream | NoSound> {
  // Outside of encrypted pages the browser has none to give.
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (!mediaDevices || typeHere() === undefined) return "unable";
  const audio = {
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  };
  try {
    return await mediaDevices.getUserMedia({ audio });
  } catch (cause) {
    return (cause instanceof DOMException ? REASONS[cause.name] : undefined) ?? "missing";
  }
}

/** How often the level is told, in milliseconds. */
const EVERY = 100;
/** From here on it counts as heard, in decibels below the loudest. */
const FLOOR = -60;

/** Tells how loud it is, from 0 to 1, until it is ended. */
export function listenTo(stream: MediaStream, onlevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  // Some browsers begin it asleep; as long as it sleeps nobody knows how loud it is.
  void context.resume().catch(() => undefined);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (context.state !== "running") return;
    analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const decibels = 10 * Math.log10(power || Number.MIN_VALUE);
    onlevel(Math.min(1, Math.max(0, 1 - decibels / FLOOR)));
  }, EVERY);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Keeps the screen on, which most phones turn off after half a minute without a tap, until it is ended. */
export function keepAwake(): () => void {
  const { wakeLock } = navigator as Partial<Navigator>;
  const lock = wakeLock?.request("screen").catch(() => undefined);
  return () => void lock?.then((held) => held?.release());
}
