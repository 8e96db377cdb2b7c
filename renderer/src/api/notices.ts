import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DismissNotices, Notice } from '../../../protocol/sessions.ts';
import { get, post } from './client.ts';
import { keys } from './queries.ts';

/** How long a thing has to be in sight before its notices count as read: a glance while passing is none. */
const glanceMs = 3000;

export const useNotices = () =>
  useQuery({ queryKey: keys.notices, queryFn: () => get<Notice[]>('/v1/notices') });

/** The notices that are left without some. */
export const without = (notices: Notice[] | undefined, ids: readonly number[]): Notice[] =>
  (notices ?? []).filter(({ id }) => !ids.includes(id));

/** Dismisses notices, here at once and in every other window. They come back when the engine was not told. */
const dismissNotices = async (queries: QueryClient, ids: number[]): Promise<void> => {
  if (ids.length === 0) return;
  queries.setQueryData<Notice[]>(keys.notices, (notices) => without(notices, ids));
  try {
    await post<DismissNotices>('/v1/notices/dismiss', { ids });
  } catch {
    // The engine does not answer, which the page says elsewhere; what it did not hear is still to be told.
    await queries.invalidateQueries({ queryKey: keys.notices });
  }
};

export const useDismissNotices = () => {
  const queries = useQueryClient();
  return (ids: number[]): void => void dismissNotices(queries, ids);
};

/**
 * Notices about a thing go once it was looked at: those that were there before, a moment after it was opened; those
 * that came meanwhile when it is left. While the window is hidden nobody looks.
 */
export const useSeen = (kind: NonNullable<Notice['about']>['kind'], thing: string): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const opened = new Date().toISOString();
    const seen = (before?: string): void => {
      const notices = queries.getQueryData<Notice[]>(keys.notices) ?? [];
      const about = notices.filter(
        (notice) =>
          notice.about?.kind === kind && notice.about.id === thing && (!before || notice.at < before),
      );
      const ids = about.map(({ id }) => id);
      void dismissNotices(queries, ids);
    };
    const visible = () => document.visibilityState === 'visible';
    let timer: ReturnType<typeof setTimeout>;
    const look = (): void => {
      clearTimeout(timer);
      if (visible()) timer = setTimeout(() => seen(opened), glanceMs);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      if (visible()) seen();
    };
  }, [queries, kind, thing]);
};
