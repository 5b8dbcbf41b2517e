import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import type { Messenger } from "@twiza/core";

/** What the setting says where nobody may send. */
const NONE = "none";

/** Sends e-mail by SES, from an address that is verified there; nothing where there is none. */
export function sesMessenger(
  sender: string,
  client: SESv2Client = sesClient(),
): Messenger | undefined {
  if (sender === NONE) return undefined;
  return {
    send: async ({ to, subject, text }) => {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: "UTF-8" },
              Body: { Text: { Data: text, Charset: "UTF-8" } },
            },
          },
        }),
      );
    },
  };
}

/** Tried once: a second try of what was sent but not answered would send it twice. */
const sesClient = (): SESv2Client =>
  new SESv2Client({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 10_000,
      throwOnRequestTimeout: true,
    },
  });
