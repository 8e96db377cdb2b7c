import { Table, Text } from '@mantine/core';
import type { Hardware } from '../../../protocol/hardware.ts';
import { tiers } from '../../../protocol/words.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';

/** Every setting that a tier decides, with what it does, its value at each tier and the one in force. */
export const TuningTable = ({ hardware }: { hardware: Hardware }) => (
  <Panel title={texts.hardware.settings}>
    <Table
      fz="sm"
      horizontalSpacing={8}
      verticalSpacing={8}
      aria-label={texts.hardware.settingsCaption}
      tabularNums
      data-testid="tuning"
    >
      <Table.Thead>
        <Table.Tr c="dimmed" fz="xs">
          <Table.Th fw={500} pl={0}>
            {texts.hardware.setting}
          </Table.Th>
          {tiers.map((tier) => (
            <Table.Th key={tier} ta="right" fw={500}>
              {texts.hardware.tiers[tier]}
            </Table.Th>
          ))}
          <Table.Th ta="right" fw={500}>
            {texts.hardware.now}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hardware.settings.map(({ name, title, unit, about, tiers: values, value }) => (
          <Table.Tr key={name} data-setting={name}>
            <Table.Th scope="row" fw={500} pl={0}>
              {title}, {unit}
              <Text size="xs" c="dimmed" fw={400}>
                {about}
              </Text>
            </Table.Th>
            {tiers.map((tier) => (
              <Table.Td key={tier} ta="right" c={tier === hardware.tier.tier ? 'bright' : 'dimmed'}>
                {values[tier]}
              </Table.Td>
            ))}
            <Table.Td ta="right" fw={700}>
              {value}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Panel>
);
