import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Hardware } from '../../../protocol/hardware.ts';
import { type Tier, tiers } from '../../../protocol/words.ts';
import { useChooseTier } from '../api/commands.ts';
import { Panel } from '../shared/Panel.tsx';
import { useFlash } from '../shared/use-flash.ts';
import { texts } from '../texts.ts';
import classes from './HardwareRoom.module.css';

/** The control knows strings only; this one stands for "as measured". */
const automatic = 'automatic';

/** The engine's sentence begins with the tier, which stands above it in large letters already. */
const reasonIn = (why: string): string => why.replace(/^\w+, b/, 'B');

/** The tier in force with its reason, and the user's own choice, which one click takes back. */
export const TierPanel = ({ tier }: { tier: Hardware['tier'] }) => {
  const hintId = useId();
  const choose = useChooseTier();
  const [flashed, flash] = useFlash();
  const chosen = tier.from === 'chosen' ? tier.tier : null;
  /** What was chosen before the last change; undefined: nothing to undo. */
  const [before, setBefore] = useState<Tier | null | undefined>(undefined);
  // What was pressed shows at once: disabled meanwhile, the control would lose the keyboard.
  const shown = choose.isPending ? choose.variables : chosen;
  const change = (to: Tier | null) => {
    choose.mutate(to, {
      onSuccess: (now) => {
        setBefore(chosen);
        flash(texts.hardware.changed(texts.hardware.tiers[now.tier.tier]));
      },
    });
  };
  const undo = () => {
    if (before === undefined) return;
    choose.mutate(before, {
      onSuccess: () => {
        setBefore(undefined);
        flash(texts.hardware.undone);
      },
    });
  };
  const measured = tier.measured?.tier;
  return (
    <Panel
      title={texts.hardware.tier}
      aside={
        <Text size="xs" c="dimmed" role="status" mih="1.2em" data-testid="tier-flash">
          {flashed}
        </Text>
      }
    >
      <Stack gap="sm">
        <div className={classes.tier} data-testid="tier">
          {texts.hardware.tiers[tier.tier]}
        </div>
        <Text size="sm" data-testid="tier-why">
          {reasonIn(tier.why)}
        </Text>
        <Group gap="sm" mt={4}>
          <SegmentedControl
            aria-label={texts.hardware.choose}
            aria-describedby={hintId}
            data={[
              {
                value: automatic,
                label: measured ? texts.hardware.automaticOf(measured) : texts.hardware.automatic,
              },
              ...tiers.map((each) => ({ value: each, label: texts.hardware.tiers[each] })),
            ]}
            value={shown ?? automatic}
            onChange={(value) => change(tiers.find((each) => each === value) ?? null)}
            data-testid="tier-choice"
          />
          {before !== undefined && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={undo}
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              data-testid="tier-undo"
            >
              {texts.hardware.undo}
            </Button>
          )}
        </Group>
        <Text size="xs" c="dimmed" id={hintId}>
          {texts.hardware.chooseHint}
        </Text>
      </Stack>
    </Panel>
  );
};
