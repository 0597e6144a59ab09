import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { withSurfaces } from '../ui/surface.ts';
import { Forms } from './forms.tsx';
import { Lists } from './lists.tsx';
import { Statements } from './statements.tsx';

const themes = { light: withSurfaces(webLightTheme), dark: withSurfaces(webDarkTheme) };

const useStyles = makeStyles({
  theme: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalXXL,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

/** Every part of ui/ in both themes, for eyes and for the accessibility test: npm run dev:web, then /gallery/. */
function Gallery() {
  const styles = useStyles();
  return (
    <main>
      <h1>Gallery</h1>
      {Object.entries(themes).map(([name, theme]) => (
        <FluentProvider key={name} theme={theme}>
          <section className={styles.theme} aria-label={name}>
            <Statements theme={name} />
            <Lists theme={name} />
            <Forms theme={name} />
          </section>
        </FluentProvider>
      ))}
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
