import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { readSignInMethods, type SignInMethods } from '../../api/session.ts';
import { routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { useDocumentHead } from '../../ui/document-head.ts';
import { Message } from '../../ui/message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';
import { DemoPeople, DemoPeopleSkeleton } from './demo-people.tsx';
import { PageProblem } from '../../app/page/page-problem.tsx';
import { SignInProblem, SignInWithMicrosoft } from './sign-in-with-microsoft.tsx';

type State =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly methods: SignInMethods }
  | { readonly kind: 'failed'; readonly error: unknown };

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '680px',
    margin: `${tokens.spacingVerticalXXXL} auto`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground2,
    textWrap: 'balance',
  },
});

export function SignInPage() {
  const styles = useStyles();
  const [searchParams] = useSearchParams();
  const [state, retry] = useMethods();
  useDocumentHead(texts.signIn.title);
  if (state.kind === 'failed') return <PageProblem error={state.error} onRetry={retry} />;
  return (
    <div className={styles.page}>
      <header>
        <Stack gap="S">
          <h1 className={styles.title}>{texts.signIn.title}</h1>
          <p className={styles.lead}>{texts.signIn.lead}</p>
        </Stack>
      </header>
      <SignInProblem problem={searchParams.get('problem')} />
      {state.kind === 'loading' ? (
        <DemoPeopleSkeleton />
      ) : (
        <Methods methods={state.methods} returnTo={searchParams.get('return') ?? routes.home} />
      )}
    </div>
  );
}

function Methods({ methods, returnTo }: { methods: SignInMethods; returnTo: string }) {
  if (methods.entra || methods.demo !== null)
    return (
      <>
        {methods.demoEverywhere && (
          <Notice tone="WARNING" title={texts.signIn.everywhere}>
            <span>{texts.signIn.everywhereAbout}</span>
          </Notice>
        )}
        {methods.entra && <SignInWithMicrosoft returnTo={returnTo} />}
        {methods.demo !== null && <DemoPeople people={methods.demo} returnTo={returnTo} />}
      </>
    );
  return (
    <Message
      badge={{ color: 'WARNING', icon: 'warning' }}
      title={texts.signIn.none}
      about={texts.signIn.noneAbout}
    />
  );
}

function useMethods(): [State, () => void] {
  const [state, setState] = useState<State>({ kind: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const settle = (next: State) => wanted && setState(next);
    readSignInMethods().then(
      (methods) => settle({ kind: 'ready', methods }),
      (error: unknown) => settle({ kind: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [attempt]);
  const retry = () => {
    setState({ kind: 'loading' });
    setAttempt(attempt + 1);
  };
  return [state, retry];
}
