/** What one Listen speaks: a place with all that is in it, several of them with spaces between, or the whole page. */
export type Scope = string;
export const WHOLE: Scope = "*";

/** Why an answer was right or not, and whether: said when she asks for it, and never as part of a question. */
const isAside = (place: string): boolean => /(?:^|\/)(?:why|verdict)$/.test(place);

/** Whether a place is spoken by a Listen of that scope. */
export const isWithin = (place: string, scope: Scope): boolean =>
  scope === WHOLE
    ? !isAside(place)
    : scope
        .split(" ")
        .some((one) => place === one || (place.startsWith(`${one}/`) && !isAside(place)));

/** Whether a Listen of that scope is the one that now speaks, or a smaller one whose place has its turn in it. */
export const isOf = (
  scope: Scope,
  now: { readonly scope: Scope; readonly place: string },
): boolean =>
  scope === now.scope ||
  (isWithin(now.place, scope) && (now.scope === WHOLE || scope.startsWith(`${now.scope}/`)));
