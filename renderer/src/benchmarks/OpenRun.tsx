import { Button, FileButton, Tooltip } from '@mantine/core';
import { useImportRun } from '../api/benchmarks.ts';
import { ApiProblem } from '../api/problem.ts';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';

const words = texts.benchmarks.start;

/** Takes in the result of a run that was made elsewhere. */
export const OpenRun = () => {
  const { problems } = useEngine();
  const open = useImportRun();
  const take = async (file: File | null): Promise<void> => {
    if (!file) return;
    const { name } = file;
    let content: unknown;
    try {
      content = JSON.parse(await file.text());
    } catch {
      const message = words.notJson(name);
      problems.clear();
      problems.add(new ApiProblem({ code: 'resource.run-broken', message, remedy: words.notJsonRemedy }));
      return;
    }
    open.mutate({ name: name.slice(-255), content }, { onSuccess: (run) => run && chosenRun.set(run.id) });
  };
  return (
    <FileButton
      onChange={(file) => void take(file)}
      accept="application/json,.json"
      inputProps={{ 'aria-label': words.open }}
    >
      {(props) => (
        <Tooltip label={words.openHint}>
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            loading={open.isPending}
            data-testid="open-run"
          >
            {words.open}
          </Button>
        </Tooltip>
      )}
    </FileButton>
  );
};
