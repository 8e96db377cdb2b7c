/** A cell of a table with commas (RFC 4180), in which a spreadsheet finds no formula. */
export const csvField = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line of such a table. */
export const csvLine = (cells: (string | number | null)[]): string => `${cells.map(csvField).join(',')}\n`;
