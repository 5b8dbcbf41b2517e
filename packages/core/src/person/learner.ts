import {
  type AccountId,
  type Enrolment,
  type IntentId,
  type Learner,
  type LearnerId,
  lookOf,
  MOST_PROFILES,
  PROFILE_COLOURS,
  PROFILE_PICTURES,
  type ProfileLook,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { actingFor } from "./acting.ts";
import type { Asking } from "./device.ts";
import { sessionInHand } from "./session.ts";

type Look = { readonly [K in keyof ProfileLook]?: ProfileLook[K] | undefined };

/** A learner to be made. What nobody chose of her look is drawn from her id. */
export function newLearner(
  deps: Deps,
  { accountId, name, look = {} }: { accountId: AccountId; name: string; look?: Look },
): Learner {
  const id = deps.newId("learner");
  const drawn = lookOf(id);
  return {
    id,
    accountId,
    name,
    picture: look.picture ?? drawn.picture,
    colour: look.colour ?? drawn.colour,
    createdAt: deps.clock.now().toISOString(),
  };
}

/** The first picture and colour that nobody of these wears, where nothing was chosen: two alike on one phone help nobody. */
function unlike(others: readonly Learner[], chosen: Look): Look {
  const free = <T>(all: readonly T[], worn: readonly T[]) => all.find((one) => !worn.includes(one));
  return {
    picture:
      chosen.picture ??
      free(
        PROFILE_PICTURES,
        others.map(({ picture }) => picture),
      ),
    colour:
      chosen.colour ??
      free(
        PROFILE_COLOURS,
        others.map(({ colour }) => colour),
      ),
  };
}

/**
 * Makes a learning profile of the account, and from the same moment this session acts for it.
 * @throws Refused `account.required` to whoever did not prove the account's contact here, `profile.too_many`
 */
export function createLearner(
  deps: Deps,
  { principal, cookieHash }: Asking,
  body: { intentId: IntentId; name: string } & Look,
): Promise<{ learnerId: LearnerId }> {
  return once(deps, { principal, operation: "learner.create", request: body }, async () => {
    if (!principal.ownsAccount) throw new Refused("account.required");
    const { value, revision, person } = await sessionInHand(deps, cookieHash);
    if (person.learners.length + value.profiles.length >= MOST_PROFILES)
      throw new Refused("profile.too_many");
    const { accountId } = principal;
    const look = unlike(person.learners, body);
    const learner = newLearner(deps, { accountId, name: body.name, look });
    const acting = deps.store.sessions.put({ ...value, learnerId: learner.id }, revision);
    return {
      reply: { learnerId: learner.id },
      writes: [...deps.store.people.createLearner(learner), acting],
    };
  });
}

type Changed = { intentId: IntentId; name: string } & ProfileLook;

/**
 * Changes a learner of this device. A new name also goes to the courses that she is still taking, so that it will stand on her
 * certificates; what is earned keeps the name under which it was earned.
 */
export function changeLearner(
  deps: Deps,
  principal: Asking["principal"],
  { id, body }: { id: LearnerId; body: Changed },
): Promise<Omit<Learner, "accountId">> {
  const learning = actingFor(principal, id);
  const asked = { principal: learning, operation: `learner.change ${id}`, request: body };
  return once(deps, asked, async () => {
    const kept = found(await deps.store.people.learner(id));
    const { name, picture, colour } = body;
    const learner: Learner = { ...kept.value, name, picture, colour };
    const taken = name === kept.value.name ? [] : await underWay(deps, id);
    const { accountId: _, ...reply } = learner;
    return {
      reply,
      writes: [
        deps.store.people.changeLearner(learner, kept.revision),
        ...taken.map(({ value, revision }) =>
          deps.store.enrolments.put({ ...value, learnerName: name }, revision),
        ),
      ],
    };
  });
}

/** A transaction holds a hundred items; nobody takes eighty courses at a time. */
const MOST_RENAMED = 80;

async function underWay(deps: Deps, id: LearnerId): Promise<readonly Kept<Enrolment>[]> {
  const found: Kept<Enrolment>[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.enrolments.ofLearner(id, after);
    found.push(...page.values.filter(({ value }) => !value.earnedAt));
    after = page.next;
  } while (after !== undefined);
  return found.slice(0, MOST_RENAMED);
}
