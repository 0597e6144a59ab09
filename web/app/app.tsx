import { ApolloProvider } from '@apollo/client/react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import type { Api } from '../api/client.ts';
import { LiveProvider } from '../api/live.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { Routes } from './routes.tsx';
import { Shell } from './shell/shell.tsx';
import { useTheme } from './shell/theme.ts';
import { themes } from './themes.ts';

const useStyles = makeStyles({
  app: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

export function App({ api }: { api: Api }) {
  const styles = useStyles();
  const { theme } = useTheme();
  return (
    <FluentProvider theme={themes[theme]}>
      <ApolloProvider client={api.client}>
        <LiveProvider value={api.socket}>
          {/* Not on FluentProvider: its class is put on every tooltip's and toast's layer too. */}
          <div className={styles.app}>
            <Shell>
              <Routes />
            </Shell>
            <Toasts />
          </div>
        </LiveProvider>
      </ApolloProvider>
    </FluentProvider>
  );
}
