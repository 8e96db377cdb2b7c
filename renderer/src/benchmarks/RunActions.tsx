import { Button, Group, Menu, Text } from '@mantine/core';
import { IconBookmark, IconDownload, IconFileText, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { fetchExport, useNoBaseline, useRunVerb } from '../api/benchmarks.ts';
import { saveFile } from '../shared/save-file.ts';
import { useFlash } from '../shared/use-flash.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { DeleteRun } from './DeleteRun.tsx';
import { ReportDialog } from './ReportDialog.tsx';

const words = texts.benchmarks.actions;

const formats = {
  json: { label: words.json, type: 'application/json' },
  csv: { label: words.csv, type: 'text/csv' },
  html: { label: words.html, type: 'text/html' },
} as const;
type Format = keyof typeof formats;

const Export = ({ run, onSaved }: { run: BenchmarkRun; onSaved: (words: string) => void }) => {
  const { problems } = useEngine();
  const save = async (format: Format): Promise<void> => {
    try {
      const name = `eevee-benchmark-${run.player}-${run.createdAt.slice(0, 10)}-${run.id}.${format}`;
      saveFile(name, await fetchExport(run.id, format), formats[format].type);
      onSaved(words.saved(name));
    } catch (error) {
      problems.add(error);
    }
  };
  return (
    <Menu position="bottom-end" portalProps={{ target: '#main' }}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          data-testid="export"
        >
          {words.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(formats) as Format[]).map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)} data-testid={`export-${format}`}>
            {formats[format].label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};

const Baseline = ({ run, onDone }: { run: BenchmarkRun; onDone: (words: string) => void }) => {
  const act = useRunVerb(run.id);
  const undo = useNoBaseline(run.id);
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconBookmark size={15} aria-hidden />}
      loading={act.isPending || undo.isPending}
      onClick={() =>
        run.baseline
          ? undo.mutate(undefined, { onSuccess: () => onDone(words.unmadeBaseline) })
          : act.mutate('baseline', { onSuccess: () => onDone(words.madeBaseline) })
      }
      data-testid="baseline"
    >
      {run.baseline ? words.noBaseline : words.makeBaseline}
    </Button>
  );
};

/** What can be done with a run that is not being played. */
export const RunActions = ({ run }: { run: BenchmarkRun }) => {
  const [flashed, flash] = useFlash();
  const [open, setOpen] = useState<'report' | 'delete' | null>(null);
  const finished = run.state === 'finished';
  if (run.state === 'running') return null;
  return (
    <Group gap={6} role="group" aria-label={words.label}>
      <Text size="xs" c="dimmed" role="status" data-testid="run-flash">
        {flashed}
      </Text>
      {finished && (
        <>
          {run.comparable && <Baseline run={run} onDone={flash} />}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFileText size={15} aria-hidden />}
            onClick={() => setOpen('report')}
            data-testid="report"
          >
            {words.report}
          </Button>
          <Export run={run} onSaved={flash} />
        </>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={15} aria-hidden />}
        onClick={() => setOpen('delete')}
        data-testid="delete-run"
      >
        {words.delete}
      </Button>
      {open === 'report' && <ReportDialog id={run.id} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteRun run={run} onClose={() => setOpen(null)} />}
    </Group>
  );
};
