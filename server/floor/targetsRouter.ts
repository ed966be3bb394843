import { Router } from "express";
import { z } from "zod";
import { TARGET_KINDS, TARGET_ROLES, type TargetRecord } from "../../shared/floor.ts";
import type { ReferenceIndex } from "../../shared/referenceIndex.ts";
import { formatDay, localDay, parseDay } from "../../shared/time.ts";
import type { Audit } from "../access/audit.ts";
import { bodyOf, jsonBody } from "../access/body.ts";
import { type Guard, principalBehind } from "../access/guard.ts";
import { givenTargets, targetsOn } from "../core/target.ts";
import { onlyMethods, Problem } from "../http/problem.ts";
import { Query } from "../http/query.ts";
import type { Clock } from "../ports.ts";
import type { TargetStore } from "./floorPorts.ts";
import { askedOffice, placeOf } from "./place.ts";

export interface TargetsParts {
  readonly index: ReferenceIndex;
  readonly clock: Pick<Clock, "now">;
  readonly targets: TargetStore;
  readonly audit: Audit;
}

/** More a day is a slip of the finger. */
const MOST = 500;

const setting = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  role: z.enum(TARGET_ROLES),
  amount: z.int().min(1).max(MOST).nullable(),
  from: z.string(),
});

/**
 * `GET /?office=`: the history of an office's targets, those of the reference data first. `POST /?office=`: a target that
 * holds from a date on, today at the earliest: what was, stays.
 */
export function targetsRouter({ index, clock, targets, audit }: TargetsParts, guard: Guard): Router {
  const place = placeOf(index);
  const router = Router();
  router
    .route("/")
    .get(guard("see-totals", place), async (request, response) => {
      const office = askedOffice(new Query(request, ["office"]), index);
      const records = [...givenTargets(index.reference.targets), ...(await targets.list(office.id))];
      response.set("Cache-Control", "no-store").json({ office: office.id, records });
    })
    .post(guard("set-targets", place), ...jsonBody, async (request, response) => {
      const office = askedOffice(new Query(request, ["office"]), index);
      const { kind, role, amount, from } = bodyOf(request, setting);
      const today = localDay(clock.now(), office.zone);
      const day = parseDay(from);
      if (day === null || day < today || day > today + 400)
        throw new Problem(
          "invalid-parameter",
          `from: give a date from ${formatDay(today)} on, at most 400 days ahead.`,
          {
            members: { parameter: "from" },
          },
        );
      const by = principalBehind(response);
      const history = [...givenTargets(index.reference.targets), ...(await targets.list(office.id))];
      const before = targetsOn(history, role, day)[kind];
      const record: TargetRecord = { kind, role, amount, from, setAt: clock.now(), setBy: by.name, source: null };
      await targets.add(office.id, record);
      const what = `${kind} of ${role} from ${from}: ${before ?? "none"} → ${amount ?? "none"}`;
      await audit.record({ by, act: "set-targets", what, office: office.id, region: office.region });
      response.status(201).json(record);
    })
    .all(onlyMethods("GET", "POST"));
  return router;
}
