import { useSettings } from "../settings.ts";
import { useBook } from "../store/reference.ts";

/** The country as the wall lays it out, tile by tile, as a quiet ground to stand on. */
export function TileGround() {
  const { regions } = useBook();
  const { language } = useSettings();
  return (
    <div className="tileGround" aria-hidden="true">
      {regions.map(({ id, tile, shortNames }, at) =>
        tile === null ? null : (
          <span
            key={id}
            data-name={shortNames[language]}
            style={
              {
                gridColumn: tile.column + 1,
                gridRow: tile.row + 1,
                "--at": at,
              } as React.CSSProperties
            }
          />
        ),
      )}
    </div>
  );
}
