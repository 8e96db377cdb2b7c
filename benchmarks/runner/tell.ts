import { type FromRunner, type ToRunner, toRunnerSchema } from '../../protocol/benchmark-runner.ts';

/** Says something to whoever started this process. */
export const tell = (message: FromRunner): void => {
  process.send?.(message);
};

/** Calls back for each request, and when whoever asks is gone. What is no request is not heard. */
export const listen = (heard: (request: ToRunner) => void, gone: () => void): void => {
  process.on('message', (message) => {
    const request = toRunnerSchema.safeParse(message);
    if (request.success) heard(request.data);
  });
  process.on('disconnect', gone);
};
