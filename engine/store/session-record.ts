import type { Session } from '../../protocol/sessions.ts';

/** What sessions did not have in earlier versions, as it was then. */
const before: Pick<Session, 'turnSince' | 'advice' | 'agreement'> = {
  turnSince: null,
  advice: null,
  agreement: { followed: 0, differed: 0 },
};

/** A session as it was stored, by this version or an earlier one. */
export const readSession = (record: string): Session => ({
  ...before,
  ...(JSON.parse(record) as Omit<Session, keyof typeof before>),
});
