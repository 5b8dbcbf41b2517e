import { addresses } from "@twiza/contract/addresses";
import type { OperationName } from "@twiza/contract/where";
import { addressOf } from "./address.ts";
import { type Answer, answeredAhead, answerFrom } from "./answer.ts";
import type { Arguments, Aside, Reply } from "./call.ts";
import { i18n, t } from "./i18n.svelte.ts";
import { Problem } from "./problem.ts";

export type { Call, Reply } from "./call.ts";

type AnyCall = Aside & {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
};
/**
 * Calls an operation of the contract on the same origin.
 * @throws Problem, with the server's words or, when the network failed, with ours (`offline`)
 * @example await call("readEnrolment", { params: { courseId } })
 */
export async function call<N extends OperationName>(
  name: N,
  ...[given]: Arguments<N>
): Promise<Reply<N>> {
  const { response, body } = await send(name, given ?? {});
  given?.heard?.(response.headers);
  if (!response.ok) throw problemOf(response, body);
  // The server parsed this reply with the contract's schema; parsing again would bring zod to the phone.
  return body as Reply<N>;
}

/** Adds operations that not every page carries: a desk's, before it asks for anything. */
export const addAddresses = (more: typeof addresses): void => void Object.assign(addresses, more);

async function send(name: OperationName, given: AnyCall): Promise<Answer> {
  const [method = "GET", path = ""] = addresses[name] ?? [];
  const hasBody = given.body !== undefined;
  const address = addressOf(path, given);
  try {
    const ahead = hasBody ? undefined : answeredAhead(address);
    return await (ahead ??
      answerFrom(address, {
        method,
        headers: {
          accept: "application/json",
          "accept-language": i18n.language,
          "x-twiza": "1",
          ...(hasBody ? { "content-type": "application/json" } : {}),
        },
        ...(hasBody ? { body: JSON.stringify(given.body) } : {}),
        signal: given.signal ?? null,
      }));
  } catch (cause) {
    if (given.signal?.aborted) throw cause;
    throw new Problem({
      code: "offline",
      title: t("error.offline"),
      detail: t("error.offline.mend"),
      cause,
    });
  }
}

function problemOf(response: Response, body: unknown): Problem {
  if (isProblemDetails(body)) return new Problem(body);
  return new Problem({
    code: "unreadable",
    title: t("error.internal"),
    detail: t("error.internal.mend"),
    status: response.status,
    requestId: response.headers.get("x-request-id") ?? undefined,
  });
}

type ProblemDetails = ConstructorParameters<typeof Problem>[0];
function isProblemDetails(body: unknown): body is ProblemDetails {
  const { code, title } = (body ?? {}) as Partial<Record<keyof ProblemDetails, unknown>>;
  return typeof code === "string" && typeof title === "string";
}
