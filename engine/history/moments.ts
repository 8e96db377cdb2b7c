/** A moment of a query as the store has it, ISO 8601 in UTC; a date alone is its beginning where we are. */
export const isoOf = (moment: string | undefined): string | null => {
  if (moment === undefined) return null;
  const dateAlone = /^\d{4}-\d\d-\d\d$/.test(moment);
  return new Date(dateAlone ? `${moment}T00:00:00` : moment).toISOString();
};
