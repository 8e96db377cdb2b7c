export interface Fault {
  what: string;
  why: string;
}

/**
 * Asks one thing that may throw, hang or answer nonsense. Whatever it does, the answer is a value or null, within
 * `timeoutMs`; what went wrong is added to `faults`.
 */
export const probe = async <Value>(
  what: string,
  timeoutMs: number,
  faults: Fault[],
  look: () => Value | Promise<Value>,
): Promise<Value | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([Promise.resolve().then(look), late]);
  } catch (error) {
    faults.push({ what, why: error instanceof Error ? error.message : String(error) });
    return null;
  } finally {
    clearTimeout(timer);
  }
};
