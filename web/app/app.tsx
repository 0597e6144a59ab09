import { ApolloProvider } from '@apollo/client/react';
import {
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Api } from '../api/client.ts';
import { LiveProvider } from '../api/live.tsx';
import { withSurfaces } from '../ui/surface.ts';
import { Toasts } from '../ui/toasts.tsx';
import { Routes } from './routes.tsx';
import { Shell } from './shell/shell.tsx';
import { useTheme, type ThemeName } from './shell/theme.ts';

const themes = {
  light: withSurfaces(webLightTheme),
  dark: withSurfaces(webDarkTheme),
  contrast: withSurfaces(teamsHighContrastTheme, { isHighContrast: true }),
} as const satisfies Record<ThemeName, object>;

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
