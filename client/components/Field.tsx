import type { ComponentProps, ReactNode } from "react";

interface Named {
  readonly label: ReactNode;
  /** What helps to fill it in, below. */
  readonly hint?: ReactNode;
}

/** A line to write in, under its name. */
export function TextField({ label, hint, ...input }: Named & ComponentProps<"input">) {
  return (
    <label className="field">
      <span>{label}</span>
      <input {...input} />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** Room for a few sentences, under its name. */
export function AreaField({ label, hint, ...area }: Named & ComponentProps<"textarea">) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea {...area} />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}

/** What can be chosen, and how it is called. */
export interface Offer {
  readonly id: string;
  readonly name: string;
}

/** A choice among named things, under its name; options of another shape come as children. */
export function SelectField({
  label,
  offers = [],
  children,
  ...select
}: Named & ComponentProps<"select"> & { readonly offers?: readonly Offer[] }) {
  return (
    <label className="field">
      <span>{label}</span>
      <select {...select}>
        {children}
        {offers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is wrong and what helps, said at once. */
export function Trouble({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="trouble" role="alert">
      {children}
    </p>
  );
}
