import { manifest } from "../manifest.ts";

/**
 * Certificates as paper and as pictures, and the designs that they are made from. What sets them is machine code of some fifty
 * megabytes, and its letters another three: a function of its own, so that no other starts slower for it. Looks, logos and
 * signatures lie among the private blobs. Whom one is not issued to yet, the courses and the learners say, and the outline of a version.
 */
export const documents = manifest({
  name: "documents",
  kind: "http",
  pages: [],
  tables: {
    certificates: "read-write",
    courses: "read",
    learners: "read",
    people: "read-write",
  },
  blobs: { public: "read", private: "read-write" },
  papers: true,
  architecture: "x86_64",
  environment: [],
  memoryMb: 1024,
  timeoutSeconds: 20,
});
