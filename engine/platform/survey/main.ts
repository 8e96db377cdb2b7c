import { survey } from './survey.ts';

/**
 * Entry of the process that looks at the computer: the library runs programs and reads files synchronously in
 * places, which must not hold up a running game. Sends what it found and ends.
 */
const found = await survey();
// Programs that never answered must not keep us: exit, rather than wait for them.
process.send?.(found, () => process.exit(0));
