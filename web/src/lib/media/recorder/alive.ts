const lockOf = (recording: string): string => `twiza.recording.${recording}`;
// Browsers of the last years have locks; without them what another tab records just now may be taken for left behind.
const { locks } = navigator as Partial<Navigator>;

/** Shows every recorder of this browser that one has this recording on it, until it lets go or its page ends, however it ends. */
export function hold(recording: string): () => void {
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  void locks?.request(lockOf(recording), () => held);
  return () => letGo?.();
}

/** Which of these recordings no recorder has on it. */
export async function leftBehind(recordings: readonly string[]): Promise<readonly string[]> {
  const { held = [], pending = [] } = (await locks?.query()) ?? {};
  const names = new Set([...held, ...pending].map(({ name }) => name));
  return recordings.filter((recording) => !names.has(lockOf(recording)));
}
