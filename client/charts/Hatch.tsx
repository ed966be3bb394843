/** The lines that mark what is forecast and not measured: a pattern to fill with, inside `defs`. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className="hatch" x1="0" y1="0" x2="0" y2="6" strokeWidth="2.4" />
    </pattern>
  );
}
