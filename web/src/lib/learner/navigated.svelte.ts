let happened = $state(false);

/** Whether a page was opened from another one of ours: only then does the focus move, to the new page's heading. */
export const navigated = {
  get yet(): boolean {
    return happened;
  },
  note: (): void => {
    happened = true;
  },
};
