import { faultText, reasonText } from "../../shared/reasonNames.ts";
import type { ApplicationAnswer } from "../../shared/statistics.ts";
import { localDay } from "../../shared/time.ts";
import { useRoomWords, useWords } from "../settings.ts";
import { APPLICATION_WORDS, type Told } from "./applicationWords.ts";

const AT_AUTHORITY: ReadonlySet<string> = new Set(["sent", "received"]);

interface Line {
  readonly at: number;
  readonly step: Told | "due";
  readonly reason?: string;
  readonly fault?: string;
}

/** The steps of an application in the order of time, with the deadline among them. */
export function linesOf({ steps, deadline }: Pick<ApplicationAnswer, "steps" | "deadline">): readonly Line[] {
  const lines: Line[] = steps.map(({ type, time, ...why }) => ({
    ...why,
    at: Date.parse(time),
    step: type.slice("oss.application.".length) as Told,
  }));
  if (deadline !== null) lines.push({ at: Date.parse(deadline), step: "due" });
  return lines.sort((a, b) => a.at - b.at);
}

/** The way of an application, step by step, with who held it after each and for how long. */
export function Timeline({ of, zone }: { of: ApplicationAnswer; zone: string }) {
  const words = useRoomWords(APPLICATION_WORDS);
  const { format, language } = useWords();
  const lines = linesOf(of);
  const steps = lines.filter(({ step }) => step !== "due");
  return (
    <ol className="way">
      {lines.map(({ at, step, reason, fault }) => {
        const next =
          step === "due" ? undefined : steps[steps.findIndex((each) => each.at === at && each.step === step) + 1];
        const isDue = step === "due";
        return (
          <li key={`${step} ${at}`} className="way__step" data-step={step} data-delayed={isDue && of.delayed}>
            <time className="way__time" dateTime={new Date(at).toISOString()}>
              {format.date(localDay(isDue ? at - 1 : at, zone))}{" "}
              <span>{isDue && format.clock(at, zone) === "00:00" ? "24:00" : format.clock(at, zone)}</span>
            </time>
            <span className="way__name">
              {isDue ? words.dueHere : words.steps[step]}
              {isDue && of.delayed && <strong> ▲ {words.delayed}</strong>}
            </span>
            {(reason !== undefined || fault !== undefined) && (
              <span className="way__why">
                {[reason && reasonText(reason, language), fault && faultText(fault, language)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            )}
            {next !== undefined && (
              <span className="way__held">
                {AT_AUTHORITY.has(step) ? words.authority : words.frontOffice} ·{" "}
                {format.duration((next.at - at) / 1000)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
