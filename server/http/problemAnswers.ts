import { PROBLEMS, type ProblemId, problemType } from "./problem.ts";

type Part = Record<string, unknown>;

/** Those after which the same request is worth sending again, with the seconds after which. */
const LATER: readonly ProblemId[] = ["too-fast", "redis-away", "not-ready"];

/**
 * The answers for problems as the description of the interface tells them, those of one status together. What needs the
 * store may also come before the store has read its data.
 */
export function problemAnswers(...ids: readonly ProblemId[]): Record<string, Part> {
  const byStatus: Record<string, Part> = {};
  for (const id of ids.flatMap((each): ProblemId[] => (each === "redis-away" ? [each, "not-ready"] : [each]))) {
    const { status, title } = PROBLEMS[id];
    const said = `${title} (\`${problemType(id)}\`)`;
    const earlier = byStatus[status]?.description;
    byStatus[status] = {
      description: earlier === undefined ? said : `${earlier}; ${said}`,
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      ...(LATER.includes(id)
        ? { headers: { "Retry-After": { description: "seconds", schema: { type: "integer" } } } }
        : {}),
    };
  }
  return byStatus;
}
