/** Why something may be proposed, of what asks for a reason. The server's own lists, as plain data. */
export const REASONS_OF = {
  suspend: ["inquiry", "identity", "request"],
  revoke: ["error", "fraud", "identity", "request"],
  reinstate: [],
  reissue: [],
  renew: [],
} as const;
type Reasons = typeof REASONS_OF;

export const isReasonFor = <Act extends keyof Reasons>(
  act: Act,
  text: string,
): text is Reasons[Act][number] => (REASONS_OF[act] as readonly string[]).includes(text);
