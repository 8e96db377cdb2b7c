import { Alert, Button, Group, Input, NumberInput, Select, Stack } from '@mantine/core';
import { IconInfoCircle, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import type { CreateSession } from '../../../protocol/sessions.ts';
import type { StopCondition } from '../../../protocol/stop.ts';
import { type PlayerKind, playerKinds, speeds } from '../../../protocol/words.ts';
import { useWindows } from '../api/queries.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { kindsFor } from '../stop/draft.ts';
import { StopEditor } from '../stop/StopEditor.tsx';
import { texts } from '../texts.ts';
import { likeLast, type Start } from './play-like-last.ts';

const words = texts.library.start;
/** Mantine's select knows strings only; this one stands for "no goal", and for "by our own core". */
const none = '';

interface Props {
  entry: LibraryEntry;
  busy: boolean;
  onStart: (start: Start) => void;
  onClose: () => void;
}

/** Everything that can be chosen about a start; it opens as the game was played last. */
export const StartDialog = ({ entry, busy, onStart, onClose }: Props) => {
  const last = likeLast(entry);
  const known = entry.goals.length > 0;
  const [player, setPlayer] = useState(last.player ?? 'none');
  const [goal, setGoal] = useState(last.goal ?? none);
  const [seed, setSeed] = useState<number | string>(last.seed ?? 0);
  const [speed, setSpeed] = useState(String(last.speed ?? 1));
  const windows = (useWindows().data ?? []).filter(
    ({ title, shown }) => known && shown && !['', document.title].includes(title),
  );
  const [stopWhen, setStopWhen] = useState<StopCondition[]>([]);
  const [where, setWhere] = useState(none);
  const window = windows.find(({ id }) => String(id) === where);
  const judging = {
    sees: player === 'eyes',
    goal: player === 'eyes' && goal !== none,
    tasks: [],
    realTime: true,
  };
  // Whoever changes the player or the goal afterwards must not be refused for what cannot be judged any more.
  const judged = kindsFor(judging);
  const start = () =>
    onStart({
      stopWhen: stopWhen.filter(({ when }) => judged.includes(when)),
      entry: entry.id,
      player,
      goal: player === 'eyes' && goal !== none ? goal : null,
      ...(window
        ? { window: { id: window.id } }
        : { seed: Number(seed) || 0, speed: Number(speed) as NonNullable<CreateSession['speed']> }),
    });
  return (
    <Dialog title={words.title(entry.title)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Stack gap="md">
          {!known && (
            <Alert variant="light" color="blue" icon={<IconInfoCircle aria-hidden />}>
              {words.unknown}
            </Alert>
          )}
          <Select
            label={words.player}
            data={playerKinds.map((kind) => ({
              value: kind,
              label: words.players[kind],
              disabled: kind === 'eyes' && !known,
            }))}
            value={player}
            onChange={(value) => value && setPlayer(value as PlayerKind)}
            allowDeselect={false}
            data-testid="player"
          />
          {known && player === 'eyes' && (
            <Select
              label={words.goal}
              data={[
                ...entry.goals.map(({ name, title }) => ({ value: name, label: title })),
                { value: none, label: words.freely },
              ]}
              value={goal}
              onChange={(value) => setGoal(value ?? none)}
              allowDeselect={false}
              data-testid="goal"
            />
          )}
          {windows.length > 0 && (
            <Select
              label={words.where}
              description={words.whereHint}
              inputWrapperOrder={['label', 'input', 'description']}
              data={[
                { value: none, label: words.here },
                ...windows.map(({ id, title }) => ({ value: String(id), label: words.inWindow(title) })),
              ]}
              value={window ? where : none}
              onChange={(value) => setWhere(value ?? none)}
              allowDeselect={false}
              data-testid="where"
            />
          )}
          <Group grow align="flex-start">
            {player !== 'none' && (
              <NumberInput
                label={words.seed}
                description={words.seedHint}
                inputWrapperOrder={['label', 'input', 'description']}
                min={0}
                max={0xffff_ffff}
                allowDecimal={false}
                allowNegative={false}
                value={seed}
                disabled={window !== undefined}
                onChange={setSeed}
              />
            )}
            <Select
              label={words.speed}
              data={speeds.map((value) => ({ value: String(value), label: texts.controls.speedOf(value) }))}
              value={speed}
              disabled={window !== undefined}
              onChange={(value) => setSpeed(value ?? '1')}
              allowDeselect={false}
            />
          </Group>
          <Input.Wrapper label={texts.stop.title} labelElement="div">
            <StopEditor
              conditions={stopWhen.filter(({ when }) => judged.includes(when))}
              judging={judging}
              onChange={setStopWhen}
            />
          </Input.Wrapper>
          <Button
            type="submit"
            size="md"
            loading={busy}
            leftSection={<IconPlayerPlayFilled size={18} aria-hidden />}
            data-testid="start-with-options"
          >
            {words.start}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
};
