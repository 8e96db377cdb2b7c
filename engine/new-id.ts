import { randomInt } from 'node:crypto';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A name for a session or a case: twelve characters, fit for paths and addresses. */
export const newId = (): string => Array.from({ length: 12 }, () => alphabet[randomInt(36)]).join('');
