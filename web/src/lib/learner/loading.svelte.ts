import { isProblem, t } from "#lib";

/** Something a page waits for: nothing yet, the thing, or why not. `again` asks anew and keeps what is shown meanwhile. */
export function loading<T>(ask: () => Promise<T>) {
  let value = $state.raw<T>();
  let error = $state.raw<unknown>();
  let asked = 0;

  async function again(): Promise<void> {
    asked += 1;
    const mine = asked;
    error = undefined;
    try {
      const answer = await ask();
      if (mine === asked) value = answer;
    } catch (cause) {
      if (mine === asked) error = cause;
    }
  }
  void again();
  return {
    get value(): T | undefined {
      return value;
    },
    get error(): unknown {
      return error;
    },
    again: (): void => void again(),
  };
}

/** What a page is called while it has nothing to show: that it is coming, or why it is not. */
export function titleOf(error: unknown): string {
  if (error === undefined) return t("app.loading");
  return isProblem(error) ? error.title : t("error.internal");
}
