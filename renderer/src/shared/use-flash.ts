import { useCallback, useEffect, useRef, useState } from 'react';

const shownMs = 3000;

/** A short word that says something worked and goes away by itself; null: nothing to say. */
export const useFlash = (): [string | null, (words: string) => void] => {
  const [words, setWords] = useState<string | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const flash = useCallback((text: string) => {
    clearTimeout(timer.current);
    setWords(text);
    timer.current = window.setTimeout(() => setWords(null), shownMs);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return [words, flash];
};
