/** The steps of a scale: whoever wrote words for its ends alone has numbers between them. Pure. */
export const withSteps = <Step extends { readonly text: string }>(
  steps: readonly Step[],
): readonly Step[] =>
  steps.map((step, at) => {
    const isBetween = at > 0 && at < steps.length - 1;
    return isBetween && step.text.trim() === "" ? { ...step, text: String(at + 1) } : step;
  });
