import { Button, Center, Group, NumberInput, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { IconHistory, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { CreateSession, Game, Session } from '../../../protocol/sessions.ts';
import { speeds } from '../../../protocol/words.ts';
import { useStartSession } from '../api/commands.ts';
import { problemIn } from '../api/problem.ts';
import { useGames, useWindows } from '../api/queries.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { createLike } from './create-like.ts';
import classes from './StartCard.module.css';

/** Mantine's select knows strings only; this one stands for "no goal". */
const freely = '';
/** And this one for "by our own core". */
const here = '';

/** The last session, if it can go on. */
const Resume = ({ session, onResume, busy }: { session: Session; onResume: () => void; busy: boolean }) => (
  <div className={classes.resume}>
    <div>
      <Text size="sm" fw={600}>
        {texts.start.last(session.title)}
      </Text>
      <Text size="xs" c="dimmed">
        {texts.start.resumeFrom(session.autosave?.frame ?? session.frame)}
      </Text>
    </div>
    <Button
      variant="default"
      onClick={onResume}
      loading={busy}
      leftSection={<IconHistory size={18} stroke={1.7} aria-hidden />}
    >
      {texts.start.resume}
    </Button>
  </div>
);

interface FormProps {
  games: readonly Game[];
  onStart: (wanted: Partial<CreateSession>) => void;
  busy: boolean;
}

const Form = ({ games, onStart, busy }: FormProps) => {
  const [gameId, setGameId] = useState(games.find(({ ready }) => ready)?.id ?? games[0]!.id);
  const game = games.find(({ id }) => id === gameId);
  const [goal, setGoal] = useState(game?.goals.at(-1)?.name ?? freely);
  const [seed, setSeed] = useState<number | string>(0);
  const [speed, setSpeed] = useState('1');
  const windows = (useWindows().data ?? []).filter(
    ({ title, shown }) => shown && !['', document.title].includes(title),
  );
  const [where, setWhere] = useState(here);
  const window = windows.find(({ id }) => String(id) === where);
  const choose = (id: string | null) => {
    if (id === null) return;
    setGameId(id);
    setGoal(games.find((other) => other.id === id)?.goals.at(-1)?.name ?? freely);
  };
  const start = () =>
    onStart({
      game: gameId,
      goal: goal === freely ? null : goal,
      ...(window
        ? { window: { id: window.id } }
        : { seed: Number(seed) || 0, speed: Number(speed) as CreateSession['speed'] }),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <Stack gap="md">
        <Select
          label={texts.start.game}
          data={games.map(({ id, title, ready }) => ({
            value: id,
            label: ready ? title : texts.start.notReady(title),
            disabled: !ready,
          }))}
          value={gameId}
          onChange={choose}
          allowDeselect={false}
        />
        <Select
          label={texts.start.goal}
          data={[
            ...(game?.goals ?? []).map(({ name, title }) => ({ value: name, label: title })),
            { value: freely, label: texts.start.freely },
          ]}
          value={goal}
          onChange={(value) => setGoal(value ?? freely)}
          allowDeselect={false}
        />
        {windows.length > 0 && (
          <Select
            label={texts.start.where}
            description={texts.start.whereHint}
            inputWrapperOrder={['label', 'input', 'description']}
            data={[
              { value: here, label: texts.start.here },
              ...windows.map(({ id, title }) => ({ value: String(id), label: texts.start.inWindow(title) })),
            ]}
            value={window ? where : here}
            onChange={(value) => setWhere(value ?? here)}
            allowDeselect={false}
            data-testid="where"
          />
        )}
        <Group grow align="flex-start">
          <NumberInput
            label={texts.start.seed}
            description={texts.start.seedHint}
            inputWrapperOrder={['label', 'input', 'description']}
            min={0}
            max={0xffff_ffff}
            allowDecimal={false}
            allowNegative={false}
            value={seed}
            disabled={window !== undefined}
            onChange={setSeed}
          />
          <Select
            label={texts.start.speed}
            data={speeds.map((value) => ({ value: String(value), label: texts.controls.speedOf(value) }))}
            value={speed}
            disabled={window !== undefined}
            onChange={(value) => setSpeed(value ?? '1')}
            allowDeselect={false}
          />
        </Group>
        <Button
          type="submit"
          size="md"
          loading={busy}
          disabled={!game?.ready}
          leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
          data-testid="start-button"
        >
          {texts.start.start}
        </Button>
      </Stack>
    </form>
  );
};

interface Props {
  sessions: readonly Session[];
  onStarted: (id: string) => void;
}

/** Shown while nothing runs: one click starts the game that ships, everything else can be chosen. */
export const StartCard = ({ sessions, onStarted }: Props) => {
  const games = useGames();
  const start = useStartSession(({ id }) => onStarted(id));
  const newestFirst = [...sessions].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  // A session that never got going has nothing to resume; look past it.
  const last = newestFirst.find(({ autosave }) => autosave !== null);
  const resumable = last && last.end?.reason !== 'goal-reached' ? last : null;
  if (games.isPending) return <Waiting words={texts.start.loading} />;
  return (
    <Center mih="100%" p="md">
      <Paper className={classes.card} withBorder data-testid="start-card">
        <Title order={2}>{texts.start.title}</Title>
        <Text c="dimmed" mt={4} mb="lg">
          {texts.start.intro}
        </Text>
        {games.error ? (
          <ProblemAlert problem={problemIn(games.error)} />
        ) : games.data.length === 0 ? (
          <ProblemAlert
            problem={{
              code: 'resource.rom-missing',
              message: texts.start.noGames,
              remedy: texts.start.noGamesRemedy,
            }}
          />
        ) : (
          <Form games={games.data} onStart={start.mutate} busy={start.isPending} />
        )}
        {resumable && (
          <Resume
            session={resumable}
            busy={start.isPending}
            onResume={() =>
              start.mutate({ ...createLike(resumable, games.data ?? []), resumeFrom: resumable.id })
            }
          />
        )}
      </Paper>
    </Center>
  );
};
