/** Text inside XML or HTML, also inside a quoted attribute. Tab and line breaks as references, or an attribute loses them. */
export function escapeMarkup(text: string): string {
  return withoutForbidden(text).replaceAll(/[&<>"'\t\r\n]/g, (character) => entities[character] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\t': '&#9;',
  '\r': '&#13;',
  '\n': '&#10;',
};

/** XML 1.0 has no way to write most control characters, lone surrogates and two others: one of them ends the whole file. */
function withoutForbidden(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
}
