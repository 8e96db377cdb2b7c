import { useComputedColorScheme } from '@mantine/core';
import { useReport } from '../api/benchmarks.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { Dialog } from '../shared/Dialog.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './ReportDialog.module.css';

const words = texts.benchmarks.actions;

/** By itself the report follows the desktop's colours; inside of the page it follows the page's. */
const inColours = (html: string, scheme: 'light' | 'dark'): string =>
  html.replaceAll('(prefers-color-scheme: dark)', scheme === 'dark' ? 'all' : 'not all');

/** The report in place. Its frame may do nothing: no script, no form, no way out. */
export const ReportDialog = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const scheme = useComputedColorScheme('dark');
  const { data, error } = useReport(id, true);
  return (
    <Dialog title={words.reportTitle} onClose={onClose} size="90%">
      {error && <ProblemAlert problem={problemIn(error)} />}
      {!error && data === undefined && <Waiting words={words.reportLoading} />}
      {data !== undefined && (
        <iframe
          title={words.reportTitle}
          srcDoc={inColours(data, scheme)}
          sandbox=""
          className={classes.report}
          data-testid="report-frame"
        />
      )}
    </Dialog>
  );
};
