/** Most of each thing in a framework: it is read whole, and looked through by eye. */
export const FRAMEWORK_LIMITS = {
  frameworks: 60,
  competencies: 1000,
  /** How deep they may lie in each other. */
  depth: 8,
  levels: 20,
  /** Of all its words in all languages, as they are kept. */
  bytes: 1_500_000,
  /** Changes that travel together. */
  commands: 60,
} as const;
