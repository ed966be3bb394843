/** The key of the row that counts the complaints about an operator under a theme. Identifiers hold no bar. */
export function themeKey(operator: string, theme: string): string {
  return `${operator}|${theme}`;
}

/** The operator and the theme of a key that was made here. */
export function themeOf(key: string): { readonly operator: string; readonly theme: string } {
  const bar = key.indexOf("|");
  return { operator: key.slice(0, bar), theme: key.slice(bar + 1) };
}
