/** Helpers that print data as C source. */

/** An array of bytes; keeps lines short so that compiler messages stay readable. */
export function byteArray(name, bytes) {
  const lines = [];
  for (let i = 0; i < bytes.length; i += 24) lines.push(`  ${bytes.slice(i, i + 24).join(',')}`);
  return `const u8 ${name}[${Math.max(1, bytes.length)}] = {\n${lines.join(',\n') || '  0'}\n};\n`;
}

/** A C identifier for a name with dashes. */
export const identifier = (name) => name.replaceAll('-', '_');

/** A C constant for a name with dashes. */
export const constant = (name) => identifier(name).toUpperCase();
