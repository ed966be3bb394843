const PLACE = /\{([^{}|]+)(\|date)?\}/g;

/** The columns that a template such as `{issued|date}/{ticket}` names. */
export function templateColumns(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].map(([, column]) => column as string);
}

/**
 * The text of a template: `{column}` is what stands in a column, `{column|date}` the local date of the time in it. Null
 * as soon as one of them is empty.
 */
export function fillTemplate(
  template: string,
  textOf: (column: string) => string | null,
  dateOf: (column: string) => string | null,
): string | null {
  let lacks = false;
  const text = template.replace(PLACE, (_, column: string, date: string | undefined) => {
    const found = date === undefined ? textOf(column) : dateOf(column);
    lacks ||= found === null;
    return found ?? "";
  });
  return lacks ? null : text;
}
