import { Button, Tooltip } from '@mantine/core';
import { largestResult } from '../../../protocol/benchmarks.ts';
import { useImportRun } from '../api/benchmarks.ts';
import { ApiProblem } from '../api/problem.ts';
import { FileChooser } from '../shared/FileChooser.tsx';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';

const words = texts.benchmarks.start;

/** Takes in the result of a run that was made elsewhere. */
export const OpenRun = () => {
  const { problems } = useEngine();
  const open = useImportRun();
  const take = async (file: File): Promise<void> => {
    const { name, size } = file;
    const refuse = (message: string): void => {
      problems.clear();
      problems.add(new ApiProblem({ code: 'resource.run-broken', message, remedy: words.noResultRemedy }));
    };
    if (size > largestResult) return refuse(words.tooLarge(name, largestResult));
    const content = await file.text().catch(() => null);
    if (content === null) return refuse(words.unreadable(name));
    open.mutate({ name: name.slice(-255), content }, { onSuccess: (run) => run && chosenRun.set(run.id) });
  };
  return (
    <FileChooser accept="application/json,.json" label={words.open} onFiles={([file]) => void take(file!)}>
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
    </FileChooser>
  );
};
