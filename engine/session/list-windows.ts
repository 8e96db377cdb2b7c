import { listWindows } from '../../native/window.ts';
import { problemFrom } from '../problem.ts';
import type { WindowList } from './windows.ts';

/** Entry of the process that asks a display for its windows, and ends. The argument: its name, '' for the usual. */
const display = process.argv[2] || undefined;
let list: WindowList;
try {
  list = { windows: listWindows(display) };
} catch (error) {
  list = { problem: problemFrom(error) };
}
process.send?.(list, () => process.exit(0));
