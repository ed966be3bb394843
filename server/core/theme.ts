/** The key of the row that counts the complaints about an operator under a theme. Identifiers hold no bar. */
export function themeKey(operator: string, theme: string): string {
  return `${operator}|${theme}`;
}

/** The theme of a key that was made here for this operator; null when it is another's. */
export function themeOf(key: string, operator: string): string | null {
  return key.startsWith(`${operator}|`) ? key.slice(operator.length + 1) : null;
}
