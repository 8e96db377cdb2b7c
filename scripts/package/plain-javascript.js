import { stripTypeScriptTypes } from 'node:module';

/**
 * A node of the syntax tree, as far as it is read here; `start` and `end` count UTF-16 units of the source.
 * @typedef {{ type: string, start: number, end: number, value?: unknown, [more: string]: unknown }} SyntaxNode
 */

/** @param {unknown} value @returns {value is SyntaxNode} */
const isNode = (value) => typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** @param {SyntaxNode} node @returns {Iterable<SyntaxNode>} */
function* everyNode(node) {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* everyNode(child);
  }
}

/** @param {SyntaxNode} node @returns {string | null} */
const stringOf = ({ type, value }) => (type === 'Literal' && typeof value === 'string' ? value : null);

/** A whole string that is the name or the path of a TypeScript file of ours. */
const typeScriptFile = /^[\w./-]+\.ts$/;

/** @param {SyntaxNode} node what `import` or `export … from` names; null: another statement */
const importedBy = (node) => {
  const from = node['source'];
  return /^(Import|Export)/.test(node.type) && isNode(from) ? stringOf(from) : null;
};

/**
 * One TypeScript file as the plain JavaScript that Node would run of it. Types become blanks, so that lines and
 * columns in an error still are those of the source. Imports, and all other strings that name a TypeScript file
 * (workers and child processes are started by file), name the `.js` that stands in its place.
 *
 * @param {string} source
 * @returns {Promise<{ code: string, imports: string[] }>} the script, and all that it imports by a fixed name
 */
export const plainJavaScript = async (source) => {
  const { parseAst } = await import('vite');
  const stripped = stripTypeScriptTypes(source, { mode: 'strip' });
  const nodes = [...everyNode(/** @type {SyntaxNode} */ (/** @type {unknown} */ (parseAst(stripped))))];
  let code = stripped;
  const named = nodes.filter((node) => typeScriptFile.test(stringOf(node) ?? ''));
  // From the end, so that what comes before stays where the tree says it is.
  for (const { start, end } of named.sort((a, b) => b.start - a.start))
    code = code.slice(0, start) + code.slice(start, end).replace(/\.ts(?=.$)/, '.js') + code.slice(end);
  const imports = nodes.flatMap((node) => importedBy(node) ?? []).map(plainName);
  return { code, imports };
};

/** The name that a file has in the package. @param {string} name */
export const plainName = (name) => name.replace(/\.ts$/, '.js');
