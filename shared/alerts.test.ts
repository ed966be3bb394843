import { describe, expect, it } from "vitest";
import { effectiveRule, faultOf, scaleOf, settingKey } from "./alertRules.ts";
import { type Alert, type Explanation, explanationOf } from "./alerts.ts";
import { readMoments, writeMoments } from "./writtenMoments.ts";

const NOW = 1_795_000_000_000;
const BY = { role: "manager" };
const ALERT: Alert = {
  id: "KZ-71-01~silent~1",
  kind: "silent",
  office: "KZ-71-01",
  region: "KZ-71",
  since: NOW - 20,
  raised: NOW - 10,
  value: 1,
  threshold: 1,
  peak: 1,
  cleared: null,
  end: null,
};

function said(id: string, change: Partial<Explanation> = {}): Explanation {
  const text = { cause: "repair", words: "", action: "", from: NOW - 100, until: NOW + 100 } as const;
  const about = { region: "KZ-71", office: "KZ-71-01", kind: null, alert: null };
  return { id, ...about, ...text, by: BY, at: NOW - 100, withdrawn: null, earlier: [], ...change };
}

describe("[G12] what explains an alert", () => {
  it("is the nearest that holds: said to it, then of its office and kind, of its office, of its region; then the latest", () => {
    const region = said("region", { office: null });
    const office = said("office");
    const later = said("later", { at: NOW - 50 });
    const kind = said("kind", { kind: "silent" });
    const own = said("own", { alert: ALERT.id, kind: "silent" });
    const nearest = (...all: Explanation[]) => explanationOf(ALERT, all, NOW)?.id;
    expect(nearest(region)).toBe("region");
    expect(nearest(region, office)).toBe("office");
    expect(nearest(later, office)).toBe("later");
    expect(nearest(kind, later)).toBe("kind");
    expect(nearest(own, kind, region)).toBe("own");
  });

  it("ends by itself, and is not of another place, another kind or taken back", () => {
    for (const other of [
      said("over", { until: NOW }),
      said("not yet", { from: NOW + 1 }),
      said("elsewhere", { office: "KZ-71-02" }),
      said("another kind", { kind: "left" }),
      said("taken back", { withdrawn: NOW - 1 }),
    ])
      expect(explanationOf(ALERT, [other], NOW), other.id).toBeNull();
  });

  it("stays with an alert that is over when it held while the alert stood", () => {
    const over = { ...ALERT, cleared: NOW + 50, end: "below" } as const;
    expect(explanationOf(over, [said("then")], NOW + 900)?.id).toBe("then");
    expect(explanationOf(over, [said("after", { from: NOW + 60 })], NOW + 90)).toBeNull();
  });
});

describe("[G11] a rule", () => {
  const setting = { on: true, raise: 3, clear: 2, minutes: 5 };

  it("is that of the office before its region's, before the country's, before the default", () => {
    const settings = new Map([[settingKey("country", "silent"), setting]]);
    const from = () => effectiveRule(settings, "silent", "KZ-71", "KZ-71-01").from;
    expect(effectiveRule(new Map(), "silent", null, null).from).toBe("default");
    expect(from()).toBe("country");
    settings.set(settingKey("KZ-71", "silent"), setting);
    expect(from()).toBe("KZ-71");
    settings.set(settingKey("KZ-71-01", "silent"), setting);
    expect(from()).toBe("KZ-71-01");
    expect(effectiveRule(settings, "left", "KZ-71", "KZ-71-01").from).toBe("default");
  });

  it("is scaled by the office's norm and desks", () => {
    expect(scaleOf("longest-wait", { waitNormSeconds: 900, desks: 20 })).toBe(900);
    expect(scaleOf("queue-growth", { waitNormSeconds: 900, desks: 2 })).toBe(4);
    expect(scaleOf("queue-growth", { waitNormSeconds: 900, desks: 20 })).toBe(20);
  });

  it("that would flutter or lies out of range is refused by its field", () => {
    expect(faultOf("left", { on: true, raise: 0.2, clear: 0.1, minutes: 5 })).toBeNull();
    expect(faultOf("left", { on: true, raise: 1.2, clear: 0.1, minutes: 5 })?.field).toBe("raise");
    expect(faultOf("left", { on: true, raise: 0.2, clear: 0.2, minutes: 5 })?.field).toBe("clear");
    expect(faultOf("left", { on: true, raise: Number.NaN, clear: 0, minutes: 5 })?.field).toBe("raise");
    expect(faultOf("left", { on: true, raise: 0.2, clear: 0.1, minutes: 2.5 })?.field).toBe("minutes");
  });
});

it("moments leave as RFC 3339 and come back as they were; what is called alike and is no moment stays", () => {
  const record = { asOf: NOW, alerts: [ALERT], rule: { from: "country" } };
  const written = writeMoments(record);
  expect(written.alerts[0]?.raised).toBe(new Date(NOW - 10).toISOString());
  expect(written.alerts[0]?.cleared).toBeNull();
  expect(readMoments(written)).toEqual(record);
});
