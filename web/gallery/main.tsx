import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { themes } from '../app/themes.ts';
import { PlainList } from '../ui/plain-list.tsx';
import { Columns, Page, PageHead } from '../ui/page-layout.tsx';
import { Actions } from './actions.tsx';
import { Fields } from './fields.tsx';
import { Lists } from './lists.tsx';
import { Overlays } from './overlays.tsx';
import { Skeletons } from './skeletons.tsx';
import { Statements } from './statements.tsx';
import { Words } from './words.tsx';

const names = ['light', 'dark', 'contrast'] as const;

const useStyles = makeStyles({
  gallery: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  themes: { display: 'flex', gap: tokens.spacingHorizontalM, '& > li > a': { color: 'inherit' } },
});

/** Every component of ui/ in its states, for eyes and for the accessibility test: npm run dev:web, then /gallery/. */
function Gallery() {
  const styles = useStyles();
  const wanted = new URLSearchParams(location.search).get('theme');
  const theme = names.find((name) => name === wanted) ?? 'light';
  document.documentElement.dataset['theme'] = theme;
  const links = (
    <PlainList label="Themes" className={styles.themes}>
      {names.map((name) => (
        <li key={name}>
          <a href={`?theme=${name}`}>{name}</a>
        </li>
      ))}
    </PlainList>
  );
  return (
    <FluentProvider theme={themes[theme]}>
      <main className={styles.gallery}>
        <Page>
          <PageHead
            above="web/ui"
            title="Gallery"
            below={`Every component in its states, in the ${theme} theme`}
            actions={links}
          />
          <Columns
            main={
              <>
                <Lists />
                <Statements />
                <Skeletons />
              </>
            }
            side={
              <>
                <Words />
                <Actions />
                <Fields />
              </>
            }
          />
          <Overlays />
        </Page>
      </main>
    </FluentProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(<Gallery />);
