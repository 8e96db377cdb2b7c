import { app, crashReporter } from 'electron';

/** Crash dumps stay on this machine, for the user to attach to a report. */
export const keepCrashReports = (): void => {
  crashReporter.start({ uploadToServer: false });
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit')
      console.error(`A ${type} process of the window ended: ${reason} (${exitCode}).`);
  });
};
