import { Button, CloseButton, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useStore } from '../shared/store.ts';
import { texts } from '../texts.ts';
import { type TakenFile, takenFiles, useIntake } from './intake.ts';
import classes from './TakenFiles.module.css';

const words = texts.library.drop;

const Sign = ({ result }: { result: TakenFile['result'] }) => {
  if (!result) return <Loader size={16} aria-hidden />;
  if ('problem' in result) return <IconAlertTriangle size={18} className={classes.bad} aria-hidden />;
  const Icon = result.added.outcome === 'known' ? IconInfoCircle : IconCheck;
  return <Icon size={18} className={classes.good} aria-hidden />;
};

const Row = ({ taken }: { taken: TakenFile }) => {
  const take = useIntake();
  const { file, game, result } = taken;
  const problem = result && 'problem' in result ? result.problem : null;
  const message =
    problem?.message ?? (result && 'added' in result ? result.added.message : words.sending(file.name));
  return (
    <li
      className={classes.row}
      data-outcome={problem ? problem.code : result && 'added' in result && result.added.outcome}
    >
      <Sign result={result} />
      <div className={classes.words}>
        <Text size="sm">{message}</Text>
        {problem && (
          <Text size="sm" c="dimmed">
            {problem.remedy}
          </Text>
        )}
      </div>
      {game !== null && problem?.code === 'resource.rom-changed' && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void take([file], { game, replace: true })}
        >
          {words.anyway}
        </Button>
      )}
    </li>
  );
};

/** What came of the files that were given, each in a sentence, until it was read. */
export const TakenFiles = () => {
  const taken = useStore(takenFiles);
  if (taken.length === 0) return null;
  const bad = taken.filter(({ result }) => result && 'problem' in result).length;
  return (
    <section
      className={classes.panel}
      aria-label={words.results}
      data-testid="taken-files"
      data-bad={bad > 0}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keyboards have to be able to scroll it */}
      <div role="status" tabIndex={0} className={classes.list}>
        {taken.length > 1 && taken.every(({ result }) => result) && (
          <Text size="sm" fw={600} mb={6}>
            {words.many(taken.length - bad, bad)}
          </Text>
        )}
        <ul>
          {taken.map((each) => (
            <Row key={each.number} taken={each} />
          ))}
        </ul>
      </div>
      <Group align="flex-start">
        <CloseButton size="sm" aria-label={words.dismiss} onClick={() => takenFiles.set([])} />
      </Group>
    </section>
  );
};
