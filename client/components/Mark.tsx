const RAYS = Array.from({ length: 8 }, (_, at) => (at * Math.PI) / 4);

/** The centre's sign: the sun in the sky. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" className="mark__sky" />
      <circle cx="20" cy="20" r="6.6" className="mark__sun" />
      {RAYS.map((angle) => (
        <line
          key={angle}
          className="mark__ray"
          x1={20 + Math.cos(angle) * 10.4}
          y1={20 + Math.sin(angle) * 10.4}
          x2={20 + Math.cos(angle) * 13.6}
          y2={20 + Math.sin(angle) * 13.6}
        />
      ))}
    </svg>
  );
}
