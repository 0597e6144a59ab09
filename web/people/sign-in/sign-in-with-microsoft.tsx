import { Button } from '@fluentui/react-components';
import { isOwnPath, routes } from '../../paths.ts';
import { texts } from '../../texts.ts';
import { Notice } from '../../ui/notice.tsx';

/** A full page load to another site and back, so a plain link: no route of this app. */
export function SignInWithMicrosoft({ returnTo }: { returnTo: string }) {
  const wanted = isOwnPath(returnTo) ? returnTo : routes.home;
  return (
    <div>
      <Button
        as="a"
        appearance="primary"
        size="large"
        href={`/auth/entra?return=${encodeURIComponent(wanted)}`}
      >
        {texts.signIn.withMicrosoft}
      </Button>
    </div>
  );
}

/** Why the server has sent someone back here; nothing for a word it would not say. */
export function SignInProblem({ problem }: { problem: string | null }) {
  const { problems } = texts.signIn;
  if (problem === null || !Object.hasOwn(problems, problem)) return null;
  return (
    <div role="alert">
      <Notice tone="WARNING" title={texts.signIn.failed}>
        <span>{problems[problem as keyof typeof problems]}</span>
      </Notice>
    </div>
  );
}
