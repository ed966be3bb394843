import { useSettings } from "../settings.ts";

/** A choice that looks like the title it is; on an unattended screen only the chosen word. */
export function Choice<T extends string>({
  label,
  value,
  options,
  choose,
}: {
  label: string;
  value: T;
  options: readonly { readonly id: T; readonly name: string }[];
  choose: (id: T) => void;
}) {
  const { kiosk } = useSettings();
  const chosen = options.find(({ id }) => id === value)?.name ?? value;
  if (kiosk) return <>{chosen}</>;
  return (
    <span className="choice">
      <span className="choice__word" aria-hidden="true">
        {chosen}
      </span>
      <select aria-label={label} value={value} onChange={(event) => choose(event.target.value as T)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
