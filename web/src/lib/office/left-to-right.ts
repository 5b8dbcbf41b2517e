/** Figures that keep their order inside a sentence of any script: "15 / 30". For a whole element there is `<bdi dir="ltr">`. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;
