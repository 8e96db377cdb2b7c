import type { RunResult } from '../suite/schema.ts';

export const reportOf = (result: RunResult): string =>
  `<!doctype html><title>${result.identity.player}</title>`;
