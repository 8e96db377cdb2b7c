import { Code, Text } from '@mantine/core';
import { useSessionFiles } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { CopyText } from '../shared/CopyText.tsx';
import { diskSpace } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history.replay;

/** Where the recorded inputs are, and the command that plays them again. */
export const ReplayPanel = ({ id }: { id: string }) => {
  const { data: files, error } = useSessionFiles(id);
  return (
    <Panel title={words.title}>
      {error && <ProblemAlert problem={problemIn(error)} />}
      {files && (
        <div data-testid="replay">
          <Text size="sm">{files.replay ? words.about : words.none}</Text>
          {files.replay && (
            <>
              <div className={classes.path}>
                <Code>{files.replay.path}</Code>
                <CopyText value={files.replay.path} label={words.copyFile} />
              </div>
              <div className={classes.path}>
                <Code>{files.replay.command}</Code>
                <CopyText value={files.replay.command} label={words.copyCommand} />
              </div>
            </>
          )}
          <Text size="xs" c="dimmed" mt="sm">
            {words.size(diskSpace(files.bytes))}
          </Text>
        </div>
      )}
    </Panel>
  );
};
