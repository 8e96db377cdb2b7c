import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { HistorySession } from '../../../protocol/history.ts';
import { type ExportFormat, exportFormats } from '../../../protocol/history-words.ts';
import { download } from '../api/download.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';

const words = texts.history;
/** Formats that hold each frame's time, which is kept for some days only. */
const needsFrameTimes = (format: ExportFormat): boolean => format === 'capframex' || format === 'mangohud';

/** A session as a file for other programs. */
export const ExportMenu = ({
  entry,
  onSaved,
}: {
  entry: HistorySession;
  onSaved: (file: string) => void;
}) => {
  const { problems } = useEngine();
  const save = (format: ExportFormat) =>
    download(`/v1/history/sessions/${entry.session.id}/export?format=${format}`)
      .then(onSaved)
      .catch((error: unknown) => problems.add(error));
  return (
    <Menu position="bottom-end" withinPortal portalProps={{ target: '#main' }}>
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          data-testid="history-export"
        >
          {words.exportTitle}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {exportFormats.map((format) => {
          const gone = needsFrameTimes(format) && !entry.frameTimes;
          return (
            <Menu.Item
              key={format}
              disabled={gone}
              onClick={() => void save(format)}
              data-testid={`export-${format}`}
            >
              {words.exports[format]}
              <Text size="xs" c="dimmed">
                {gone ? words.noFrameTimes : words.exportAbout[format]}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
};
