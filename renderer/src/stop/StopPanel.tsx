import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../protocol/sessions.ts';
import type { StopCondition } from '../../../protocol/stop.ts';
import { put } from '../api/client.ts';
import { problemIn } from '../api/problem.ts';
import { keys, useTaskNames } from '../api/queries.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { StopEditor } from './StopEditor.tsx';

/** The stop conditions of a session that is being played, to be changed at any time. */
export const StopPanel = ({ session }: { session: Session }) => {
  const queries = useQueryClient();
  const tasks = useTaskNames(session.id).data ?? [];
  const change = useMutation({
    mutationFn: (stopWhen: StopCondition[]) =>
      put<Session>(`/v1/sessions/${session.id}/stop-when`, { stopWhen }),
    onSuccess: (changed) => queries.setQueryData(keys.session(session.id), changed),
  });
  if (session.state === 'ended') return null;
  const sees = session.player === 'eyes';
  const judging = {
    sees,
    goal: sees && session.goal !== null,
    tasks,
    realTime: session.clock === 'real-time',
  };
  return (
    <Panel title={texts.stop.title}>
      <StopEditor
        conditions={session.stopWhen ?? []}
        judging={judging}
        busy={change.isPending}
        onChange={change.mutate}
      />
      {change.error && <ProblemAlert problem={problemIn(change.error)} mt="sm" onDismiss={change.reset} />}
    </Panel>
  );
};
