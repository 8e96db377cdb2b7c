import { Button, Checkbox, Fieldset, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BenchmarkCatalog } from '../../../protocol/benchmarks.ts';
import { texts } from '../texts.ts';
import classes from './KindChoice.module.css';
import { chosenOf, tasksOf, type Wish, withTasks } from './wish.ts';

const words = texts.benchmarks;

interface Props {
  catalog: BenchmarkCatalog;
  wish: Wish;
  onChange: (wish: Wish) => void;
}

type Kind = BenchmarkCatalog['kinds'][number];

const Tasks = ({ catalog, wish, onChange, kind }: Props & { kind: Kind }) => {
  const chosen = tasksOf(wish, catalog).map(({ name }) => name);
  return (
    <Stack
      gap={6}
      className={classes.tasks}
      role="group"
      aria-label={words.start.typesOf(words.kinds[kind.kind])}
    >
      {kind.scenarios.map(({ name, title, told, goalKnown }) => (
        <Checkbox
          key={name}
          size="xs"
          label={title}
          description={
            [
              told === title ? null : told,
              wish.player === 'ai' && !goalKnown ? words.start.unknownGoal : null,
            ]
              .filter(Boolean)
              .join(' ') || null
          }
          checked={chosen.includes(name)}
          onChange={({ currentTarget }) => onChange(withTasks(wish, catalog, [name], currentTarget.checked))}
          data-testid={`task-${name}`}
        />
      ))}
    </Stack>
  );
};

/** Kinds of task, and single tasks for those who want them. */
export const KindChoice = (props: Props) => {
  const { catalog, wish, onChange } = props;
  const [single, setSingle] = useState(false);
  const all = catalog.kinds.flatMap(({ scenarios }) => scenarios.map(({ name }) => name));
  return (
    <Fieldset
      legend={words.start.kinds}
      variant="unstyled"
      classNames={{ root: classes.root, legend: classes.legend }}
    >
      <Group gap={6} mb={8}>
        <Button size="compact-xs" variant="default" onClick={() => onChange({ ...wish, tasks: null })}>
          {words.start.all}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => onChange(withTasks(wish, catalog, all, false))}
          data-testid="no-kinds"
        >
          {words.start.none}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={single}
          onClick={() => setSingle(!single)}
          data-testid="single-tasks"
        >
          {words.start.showTypes}
        </Button>
      </Group>
      <Stack gap={8} {...(single ? { className: classes.long } : {})}>
        {catalog.kinds.map((kind) => {
          const chosen = chosenOf(wish, kind);
          const names = kind.scenarios.map(({ name }) => name);
          return (
            <div key={kind.kind}>
              <Checkbox
                label={
                  <Group gap={6} justify="space-between" wrap="nowrap">
                    {words.kinds[kind.kind]}
                    <Text span size="xs" c="dimmed" className="tabular">
                      {chosen}/{names.length}
                    </Text>
                  </Group>
                }
                description={words.kindsAbout[kind.kind]}
                classNames={{ body: classes.body, labelWrapper: classes.label }}
                checked={chosen === names.length}
                indeterminate={chosen > 0 && chosen < names.length}
                onChange={({ currentTarget }) =>
                  onChange(withTasks(wish, catalog, names, currentTarget.checked))
                }
                data-testid={`kind-${kind.kind}`}
              />
              {single && <Tasks {...props} kind={kind} />}
            </div>
          );
        })}
      </Stack>
    </Fieldset>
  );
};
