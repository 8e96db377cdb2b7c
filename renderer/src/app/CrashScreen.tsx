import { Button, Center } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { problemIn } from '../api/problem.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';

/** Shows an error of the page itself in words, where React would leave an empty window. */
export class CrashScreen extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <Center component="main" mih="100dvh" p="xl">
        <ProblemAlert title={texts.problems.crashedTitle} problem={problemIn(this.state.error)} maw={560}>
          <Button mt="sm" onClick={() => location.reload()}>
            {texts.connection.reload}
          </Button>
        </ProblemAlert>
      </Center>
    );
  }
}
