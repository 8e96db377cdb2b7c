import type { Page } from 'playwright-core';
import { part, soon } from './play-page.ts';

/** In the room Benchmarks: the reference player, and these tasks alone. */
export const chooseTasks = async (page: Page, tasks: readonly string[]): Promise<void> => {
  await part(page, 'room-benchmarks').click();
  await part(page, 'player').selectOption('oracle');
  await part(page, 'no-kinds').click();
  await part(page, 'single-tasks').click();
  for (const task of tasks) await part(page, `task-${task}`).check();
};

/** The same, each of them with one seed. */
export const chooseTasksOnce = async (page: Page, tasks: readonly string[]): Promise<void> => {
  await chooseTasks(page, tasks);
  await part(page, 'seeds').getByText('Own range').click();
  await part(page, 'last-seed').fill('0');
  await soon(() => part(page, 'episodes').textContent()).toBe(
    `${tasks.length} episode${tasks.length === 1 ? '' : 's'}`,
  );
};
