/** Reads CSV letter by letter by the grammar of RFC 4180, and nothing that it does not allow. @throws Error */
export function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  const field = (): string => {
    let value = "";
    if (text[at] !== '"') {
      while (at < text.length && text[at] !== "," && text[at] !== "\r") {
        if (text[at] === '"' || text[at] === "\n") throw new Error(`a stray ${JSON.stringify(text[at])} at ${at}`);
        value += text[at++];
      }
      return value;
    }
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error("a quote is never closed");
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[++at];
      else break;
    }
    at += 1;
    return value;
  };
  while (at < text.length) {
    const record = [field()];
    while (text[at] === ",") {
      at += 1;
      record.push(field());
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no line break at ${at}`);
    at += 2;
    records.push(record);
  }
  return records;
}
