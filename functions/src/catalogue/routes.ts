import {
  addOwner,
  askReview,
  decideReview,
  editCourse,
  listCatalogue,
  listCourses,
  listOwnerCandidates,
  listReviewers,
  publishCourse,
  readCourse,
  readOutline,
  readStatistics,
  removeOwner,
  reviewDraft,
} from "@twiza/core";
import { createApp, type Setting } from "../http/app.ts";
import { operation } from "../http/operation.ts";

/** Courses as the world sees them and as their authors keep them. */
export function catalogueApp(setting: Setting) {
  const app = createApp(setting);
  const { deps, origin } = setting;
  app.get("/health", (c) => c.json({ status: "ok" }));
  operation(app, { setting, name: "listCatalogue" }, ({ query }) =>
    listCatalogue(deps, query.after),
  );
  operation(app, { setting, name: "readOutline" }, ({ params, query }) =>
    readOutline(deps, { ...params, ...query }),
  );
  operation(app, { setting, name: "reviewDraft" }, ({ principal, params, query }) =>
    reviewDraft(deps, principal, { ...params, ...query, origin }),
  );
  operation(app, { setting, name: "listCourses" }, ({ principal, query }) =>
    listCourses(deps, principal, query.after),
  );
  operation(app, { setting, name: "readCourse" }, ({ principal, params }) =>
    readCourse(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "readStatistics" }, ({ principal, params }) =>
    readStatistics(deps, principal, params.courseId),
  );
  operation(app, { setting, name: "editCourse" }, ({ principal, params, body }) =>
    editCourse(deps, principal, params.courseId, body),
  );
  operation(app, { setting, name: "publishCourse" }, ({ principal, params, body }) =>
    publishCourse(deps, principal, params.courseId, body),
  );
  operation(app, { setting, name: "listOwnerCandidates" }, ({ principal, params, query }) =>
    listOwnerCandidates(deps, principal, { ...params, after: query.after }),
  );
  operation(app, { setting, name: "addOwner" }, ({ principal, params, body }) =>
    addOwner(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "removeOwner" }, ({ principal, params, body }) =>
    removeOwner(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "listReviewers" }, ({ principal, params, query }) =>
    listReviewers(deps, principal, { ...params, after: query.after }),
  );
  operation(app, { setting, name: "askReview" }, ({ principal, params, body }) =>
    askReview(deps, principal, { ...params, body }),
  );
  operation(app, { setting, name: "decideReview" }, ({ principal, params, body }) =>
    decideReview(deps, principal, { ...params, body }),
  );
  return app;
}
