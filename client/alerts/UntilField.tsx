import type { ComponentProps } from "react";
import { TextField } from "../components/Field.tsx";
import { useRoomWords } from "../settings.ts";
import { evening, toField } from "./localMoment.ts";
import { ROOM_WORDS } from "./roomWords.ts";

interface UntilFieldProps extends Omit<ComponentProps<"input">, "value"> {
  readonly value: string;
  readonly now: number;
  readonly zone: string;
  readonly choose: (until: string) => void;
}

/** Until when something holds, with the usual answers one press away; moments on the clocks of the zone. */
export function UntilField({ value, now, zone, choose, ...input }: UntilFieldProps) {
  const room = useRoomWords(ROOM_WORDS);
  const usual = [
    [room.hour, now + 3_600_000],
    [room.hours, now + 3 * 3_600_000],
    [room.today, evening(now, zone, 0)],
    [room.tomorrow, evening(now, zone, 1)],
  ] as const;
  return (
    <div className="form--line untilField">
      <TextField
        label={room.fieldUntil}
        type="datetime-local"
        value={value}
        onChange={(event) => choose(event.target.value)}
        {...input}
      />
      <div className="deeds">
        {usual
          .filter(([, moment]) => moment > now)
          .map(([name, moment]) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-pressed={value === toField(moment, zone)}
              onClick={() => choose(toField(moment, zone))}
            >
              {name}
            </button>
          ))}
      </div>
    </div>
  );
}
