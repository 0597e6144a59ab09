import { makeStyles, tokens } from '@fluentui/react-components';
import { Redirect } from 'wouter';
import { graphql } from '../gql/gql.ts';
import { paths } from '../paths.ts';
import { texts } from '../texts.ts';
import { SkeletonBlock } from '../ui/skeleton.tsx';
import { AppLink } from '../ui/links.tsx';
import { Message } from '../ui/message.tsx';
import { Page, PageHead } from '../ui/page-layout.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { PlainList } from '../ui/plain-list.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { useLastWorkspace } from './page/last-workspace.ts';
import { usePage } from './page/use-page.tsx';

const HomePageQuery = graphql(`
  query HomePage {
    viewer {
      workspaces {
        id
        name
        role
      }
    }
  }
`);

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  item: {
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: tokens.fontSizeBase400,
  },
});

/** Rarely seen: a person with one workspace, or who was in one before, is led there. */
export function HomePage() {
  const styles = useStyles();
  const last = useLastWorkspace();
  const page = usePage(
    HomePageQuery,
    {},
    { of: ({ viewer }) => viewer, title: () => texts.home.title, skeleton: <Skeleton /> },
  );
  if (page.shown === null) return page.instead;
  const { workspaces } = page.shown;
  const known =
    workspaces.find(({ id }) => id === last) ?? (workspaces.length === 1 ? workspaces[0] : undefined);
  if (known !== undefined) return <Redirect to={paths.workspace(known.id)} replace />;
  if (workspaces.length === 0) {
    const badge = { color: 'NEUTRAL', icon: 'circle' } as const;
    return <Message wholePage badge={badge} title={texts.home.none} about={texts.home.noneAbout} />;
  }
  return (
    <Page>
      <PageHead title={texts.home.title} />
      <PlainList className={styles.list}>
        {workspaces.map(({ id, name, role }) => (
          <Stack as="li" gap="XS" key={id} className={styles.item}>
            <AppLink href={paths.workspace(id)} strong>
              {name}
            </AppLink>
            <Quiet small>{texts.home.role(texts.roles[role])}</Quiet>
          </Stack>
        ))}
      </PlainList>
    </Page>
  );
}

function Skeleton() {
  const styles = useStyles();
  return (
    <PageSkeleton top title={texts.home.title}>
      <div className={styles.list}>
        <SkeletonBlock width="100%" height="78px" />
        <SkeletonBlock width="100%" height="78px" />
      </div>
    </PageSkeleton>
  );
}
