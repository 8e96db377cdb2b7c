import { Button, Select, TextInput } from '@mantine/core';
import { type Filter, useHistoryChoices } from '../api/history.ts';
import { useGames } from '../api/queries.ts';
import { texts } from '../texts.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history;

export const noFilter: Filter = { from: '', to: '', game: '', goal: '', outcome: '' };
export const isEmpty = (filter: Filter): boolean => Object.values(filter).every((each) => each === '');

/** A goal as the game's guide calls it. */
export const useGoalTitle = (): ((goal: string) => string) => {
  const goals = useGames().data?.flatMap((game) => game.goals) ?? [];
  return (name) => goals.find((goal) => goal.name === name)?.title ?? name;
};

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
}

/** What sessions are looked for by. Only what was played can be chosen. */
export const Filters = ({ filter, onChange }: Props) => {
  const choices = useHistoryChoices().data;
  const goalTitle = useGoalTitle();
  const any = { value: '', label: words.filters.any };
  // One game may have been played under two titles; it is one game.
  const games = new Map(choices?.games.map(({ game, title }) => [game, title]));
  const lists = {
    game: [...games].map(([value, label]) => ({ value, label })),
    goal: (choices?.goals ?? []).map(({ goal }) => ({ value: goal, label: goalTitle(goal) })),
    outcome: Object.entries(words.outcomes).map(([value, label]) => ({ value, label })),
  };
  return (
    <search aria-label={words.filters.label} className={classes.filters}>
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          size="xs"
          w={140}
          label={words.filters[name]}
          value={filter[name]}
          onChange={(event) => onChange({ ...filter, [name]: event.currentTarget.value })}
          data-testid={`filter-${name}`}
        />
      ))}
      {(['game', 'goal', 'outcome'] as const).map((name) => (
        <Select
          key={name}
          size="xs"
          w={name === 'goal' ? 220 : 170}
          label={words.filters[name]}
          data={[any, ...lists[name]]}
          value={filter[name]}
          onChange={(value) => onChange({ ...filter, [name]: value ?? '' })}
          allowDeselect={false}
          data-testid={`filter-${name}`}
        />
      ))}
      {!isEmpty(filter) && (
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => onChange(noFilter)}
          data-testid="clear-filters"
        >
          {words.clearFilters}
        </Button>
      )}
    </search>
  );
};
