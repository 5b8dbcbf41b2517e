/** The address at which anybody may ask about a certificate; it is also the credential's id. */
export const verificationAddress = (origin: string, certificateId: string): string =>
  `${new URL(origin).origin}/verify/${certificateId}`;
