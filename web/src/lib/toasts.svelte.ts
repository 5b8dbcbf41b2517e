/** A short word at the edge of the screen; with an undo it stays ten seconds, without it five. */
export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly undo?: (() => void) | undefined;
};

let shown = $state.raw<readonly Toast[]>([]);
let last = 0;

export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
  /** Says something; a failure that needs an answer belongs on the page, not here. */
  say(text: string, undo?: () => void): void {
    last += 1;
    const id = last;
    shown = [...shown, { id, text, undo }];
    setTimeout(() => toasts.dismiss(id), undo ? 10_000 : 5_000);
  },
  dismiss(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  },
};
