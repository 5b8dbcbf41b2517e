/** One line of JSON for each thing worth knowing. No bodies, no cookies, no contacts. */
export type Log = {
  info(event: string, facts: Record<string, unknown>): void;
  error(event: string, facts: Record<string, unknown>): void;
};

const plain = (value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value;

/** Writes structured lines to `write` (CloudWatch reads the process's output; a terminal shows it). */
export function openLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: "info" | "error") => (event: string, facts: Record<string, unknown>) => {
    const entries = Object.entries(facts).map(([name, value]) => [name, plain(value)]);
    write(
      JSON.stringify({ at: now().toISOString(), level, event, ...Object.fromEntries(entries) }),
    );
  };
  return { info: line("info"), error: line("error") };
}
