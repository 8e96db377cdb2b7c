import {
  ActionIcon,
  Button,
  Group,
  Popover,
  SegmentedControl,
  Slider,
  Stack,
  Switch,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { percent } from '../../shared/format.ts';
import { texts } from '../../texts.ts';
import { palettes } from '../cell-colours.ts';
import classes from './LooksMenu.module.css';
import { type Looks, paletteNames, strengthRange, usualLooks } from './looks.ts';

interface Props {
  looks: Looks;
  onChange: (looks: Looks) => void;
}

const switches = ['cells', 'edges', 'grid', 'reads'] as const;
const shownColours = ['door', 'grass', 'person', 'sign', 'gate', 'player', 'text'] as const;

const Choices = ({ looks, onChange }: Props) => {
  const id = useId();
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {texts.looks.title}
      </Text>
      {switches.map((name) => (
        <Switch
          key={name}
          size="sm"
          label={texts.looks[name]}
          checked={looks[name]}
          onChange={(event) => onChange({ ...looks, [name]: event.currentTarget.checked })}
          data-testid={`looks-${name}`}
        />
      ))}
      <div>
        <Group justify="space-between" mb={4}>
          <Text size="sm" id={id}>
            {texts.looks.strength}
          </Text>
          <Text size="xs" c="dimmed" className="tabular">
            {percent(looks.strength / 100)}
          </Text>
        </Group>
        <Slider
          aria-labelledby={id}
          thumbProps={{ 'aria-labelledby': id }}
          {...strengthRange}
          step={10}
          label={null}
          value={looks.strength}
          onChange={(strength) => onChange({ ...looks, strength })}
          data-testid="looks-strength"
        />
      </div>
      <div>
        <Text size="sm" mb={4}>
          {texts.looks.palette}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={texts.looks.palette}
          value={looks.palette}
          onChange={(palette) => onChange({ ...looks, palette: palette as Looks['palette'] })}
          data={paletteNames.map((name) => ({ value: name, label: texts.looks.palettes[name] }))}
          data-testid="looks-palette"
        />
        <div className={classes.swatches} aria-hidden>
          {shownColours.map((name) => (
            <i key={name} style={{ background: palettes[looks.palette][name] ?? 'none' }} />
          ))}
        </div>
      </div>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {texts.looks.kept}
        </Text>
        <Button size="compact-xs" variant="default" onClick={() => onChange(usualLooks)}>
          {texts.looks.reset}
        </Button>
      </Group>
    </Stack>
  );
};

/** Chooses what is drawn over the picture. */
export const LooksMenu = (props: Props) => {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={310}
      position="top-end"
      shadow="md"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Tooltip label={texts.looks.open} disabled={open}>
          <ActionIcon
            variant={open ? 'light' : 'subtle'}
            color="gray"
            size={38}
            aria-label={texts.looks.open}
            onClick={() => setOpen(!open)}
            data-testid="looks-button"
          >
            <IconAdjustmentsHorizontal size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      {/* The toolbar keeps clicks from moving the focus; what is in here needs it. */}
      <Popover.Dropdown aria-label={texts.looks.title} onMouseDown={(event) => event.stopPropagation()}>
        {open && <Choices {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
};
