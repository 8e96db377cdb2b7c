import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconThumbDown, IconThumbDownFilled, IconThumbUp, IconThumbUpFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { type RatingVerdict, ratingReasons } from '../../../../protocol/words.ts';
import { texts } from '../../texts.ts';
import { shownKey } from '../shortcuts.ts';
import type { RatingOf } from './use-rating.ts';

interface Props {
  frame: number;
  rating: RatingOf;
  /** The newest decision has keys, too. */
  newest?: boolean;
}

const icons = { up: [IconThumbUp, IconThumbUpFilled], down: [IconThumbDown, IconThumbDownFilled] } as const;

const Thumb = ({ verdict, frame, rating, newest }: Props & { verdict: RatingVerdict }) => {
  const given = rating.of(frame)?.verdict === verdict;
  const Icon = icons[verdict][given ? 1 : 0];
  const key = newest ? ` (${shownKey(verdict === 'up' ? 'good' : 'bad')})` : '';
  return (
    <Tooltip label={(given ? texts.rating.undo : texts.rating[verdict]) + key}>
      <ActionIcon
        variant={given ? 'light' : 'subtle'}
        color={given ? (verdict === 'up' ? 'moss' : 'red') : 'gray'}
        size={newest ? 32 : 26}
        aria-label={texts.rating[verdict]}
        aria-pressed={given}
        onClick={() => rating.toggle(frame, verdict)}
        data-testid={newest ? `thumb-${verdict}` : undefined}
      >
        <Icon size={newest ? 18 : 15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
};

/** What was wrong, in one click or a few words; may be left out. */
const Reasons = ({ frame, rating }: Props) => {
  const [words, setWords] = useState(rating.of(frame)?.words ?? '');
  const chosen = rating.of(frame)?.reason;
  return (
    <Stack gap="xs">
      <div>
        <Text size="sm" fw={600}>
          {texts.rating.why}
        </Text>
        <Text size="xs" c="dimmed">
          {texts.rating.whyHint}
        </Text>
      </div>
      <Group gap={6}>
        {ratingReasons.map((reason) => (
          <Button
            key={reason}
            size="compact-sm"
            variant={chosen === reason ? 'filled' : 'default'}
            aria-pressed={chosen === reason}
            onClick={() => {
              rating.put(frame, { verdict: 'down', reason, words });
              if (reason !== 'other') rating.stopAsking();
            }}
            data-testid={`reason-${reason}`}
          >
            {texts.rating.reasons[reason]}
          </Button>
        ))}
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rating.put(frame, { verdict: 'down', reason: chosen ?? 'other', words });
          rating.stopAsking();
        }}
      >
        <Group gap={6} wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            maxLength={500}
            aria-label={texts.rating.words}
            placeholder={texts.rating.words}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            data-testid="rating-words"
          />
          <Button size="xs" type="submit" variant="default" disabled={words.trim() === ''}>
            {texts.rating.save}
          </Button>
        </Group>
      </form>
    </Stack>
  );
};

/** Thumbs up and down for one decision. */
export const Thumbs = ({ frame, rating, newest = false }: Props) => (
  <Popover
    opened={rating.asked === frame}
    onChange={(open) => !open && rating.stopAsking()}
    width={310}
    position="bottom-end"
    shadow="md"
    withArrow
    // The thumbs are two buttons, not one that opens something.
    withRoles={false}
    portalProps={{ target: '#main' }}
  >
    <Popover.Target>
      <Group gap={2} wrap="nowrap">
        <Thumb verdict="up" frame={frame} rating={rating} newest={newest} />
        <Thumb verdict="down" frame={frame} rating={rating} newest={newest} />
      </Group>
    </Popover.Target>
    <Popover.Dropdown role="dialog" aria-label={texts.rating.why} data-testid="reasons">
      {rating.asked === frame && <Reasons frame={frame} rating={rating} />}
    </Popover.Dropdown>
  </Popover>
);
