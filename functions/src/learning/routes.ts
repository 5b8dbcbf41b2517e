import { eventsIn } from "@twiza/contract";
import {
  allowLearner,
  changeContact,
  changeTestTimes,
  countStuck,
  createCardFor,
  createCohort,
  createTicket,
  endCardOf,
  enrol,
  enrolPeople,
  listCohorts,
  listEligible,
  listEnrolments,
  moveLearners,
  readCohort,
  readEnrolment,
  readMove,
  readProgress,
  recordEvents,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Enrolments, progress and cohorts. */
export function learningApp(setting: Setting) {
  const app = createApp(setting);
  const { deps } = setting;
  operation(app, { setting, name: "enrol" }, ({ principal, body }) => enrol(deps, principal, body));
  operation(app, { setting, name: "listEnrolments" }, ({ principal, query }) =>
    listEnrolments(deps, principal, { learnerId: query.learnerId, after: query.after }),
  );
  operation(app, { setting, name: "readEnrolment" }, ({ principal, params, query }) =>
    readEnrolment(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "recordEvents" }, ({ principal, params, body }) =>
    recordEvents(deps, principal, {
      courseId: params.courseId,
      batch: { ...body, events: eventsIn(body), isBrief: body.common !== undefined },
    }),
  );
  operation(app, { setting, name: "listCohorts" }, ({ principal, query }) =>
    listCohorts(deps, principal, query.after),
  );
  operation(app, { setting, name: "createCohort" }, ({ principal, body }) =>
    createCohort(deps, principal, body),
  );
  operation(app, { setting, name: "readCohort" }, ({ principal, params }) =>
    readCohort(deps, principal, params.cohortId),
  );
  operation(app, { setting, name: "changeTestTimes" }, ({ principal, params, body }) =>
    changeTestTimes(deps, principal, { id: params.cohortId, body }),
  );
  operation(app, { setting, name: "allowLearner" }, ({ principal, params, body }) =>
    allowLearner(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "changeContact" }, ({ principal, params, body }) =>
    changeContact(deps, principal, { id: params.cohortId, body }),
  );
  operation(app, { setting, name: "readProgress" }, ({ principal, params, query }) =>
    readProgress(deps, principal, { id: params.cohortId, after: query.after }),
  );
  operation(app, { setting, name: "countStuck" }, ({ principal }) => countStuck(deps, principal));
  operation(app, { setting, name: "enrolPeople" }, ({ principal, params, body }) =>
    enrolPeople(deps, principal, { id: params.cohortId, body }),
  );
  operation(app, { setting, name: "createTicket" }, ({ principal, params, body }) =>
    createTicket(deps, principal, { id: params.cohortId, body }),
  );
  operation(app, { setting, name: "createCardFor" }, ({ principal, params, body }) =>
    createCardFor(deps, principal, { id: params.cohortId, ...body }),
  );
  operation(app, { setting, name: "endCardOf" }, ({ principal, params }) =>
    endCardOf(deps, principal, { id: params.cohortId, learnerId: params.learnerId }),
  );
  operation(app, { setting, name: "listEligible" }, ({ principal, params, query }) =>
    listEligible(deps, principal, { id: params.cohortId, after: query.after }),
  );
  operation(app, { setting, name: "readMove" }, ({ principal, params, query }) =>
    readMove(deps, principal, { ...params, ...query }),
  );
  operation(app, { setting, name: "moveLearners" }, ({ principal, params, body }) =>
    moveLearners(deps, principal, { ...params, body }),
  );
  return app;
}
