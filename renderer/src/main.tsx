import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import './app/global.css';
import './app/reduced-motion.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeTokenFromAddress } from './api/host.ts';
import { App } from './app/App.tsx';
import { CrashScreen } from './app/CrashScreen.tsx';
import { createQueries } from './app/queries.ts';
import { theme, variables } from './app/theme.ts';
import { ProblemBoard } from './shared/problem-board.ts';
import { EngineProvider } from './stream/engine.tsx';

takeTokenFromAddress();

const problems = new ProblemBoard();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <CrashScreen>
        <QueryClientProvider client={createQueries()}>
          <EngineProvider problems={problems}>
            <App />
          </EngineProvider>
        </QueryClientProvider>
      </CrashScreen>
    </MantineProvider>
  </StrictMode>,
);
