/** What XML 1.0 can not hold, not even escaped. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const TO_ESCAPE = /[&<>"\r]/;

/** Text as it stands in XML, in content and in attributes; characters that XML does not know are left out. */
export function xmlText(text: string): string {
  const possible = text.replace(IMPOSSIBLE, "");
  if (!TO_ESCAPE.test(possible)) return possible;
  return possible
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

/** The first line of every XML file of a workbook. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
