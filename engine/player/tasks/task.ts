import type { GuideTask } from '../../../protocol/guide.ts';

/** 'stuck': everything that could be tried was tried. */
export type TaskResult = 'done' | 'stuck';

/** The guide's entry for one kind of task. */
export type TaskOf<Kind extends GuideTask['kind']> = Extract<GuideTask, { kind: Kind }>;
