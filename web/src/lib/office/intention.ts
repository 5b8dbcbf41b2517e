import { newIntent } from "../intent.ts";

/**
 * The intent of one form: made when it opens, the same for every try with the same content, so that a second tap or a retry
 * does it once; another as soon as the content has changed after a try.
 */
export function intention(make: () => string = () => newIntent()): (content: unknown) => string {
  let id = make();
  let tried: string | undefined;
  return (content) => {
    const print = JSON.stringify(content);
    if (tried !== undefined && tried !== print) id = make();
    tried = print;
    return id;
  };
}
