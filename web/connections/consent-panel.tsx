import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { graphql } from '../gql/gql.ts';
import { readFragment, type FragmentType } from '../gql/fragment-masking.ts';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ButtonLink } from '../ui/links.tsx';
import { Panel } from '../ui/panel.tsx';
import { Quiet } from '../ui/quiet.tsx';
import { Stack } from '../ui/stack.tsx';
import { useAddressHash } from '../ui/address-hash.ts';
import { VerifyConnectionButton } from './verify-connection-button.tsx';

const ConsentPanelFragment = graphql(`
  fragment ConsentPanel on ProviderConnection {
    id
    adminConsentUrl
    ...VerifyConnection
  }
`);

const useStyles = makeStyles({
  text: { margin: 0, maxWidth: '68ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  steps: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, maxWidth: '68ch' },
});

export interface ConsentPanelProps {
  readonly connection: FragmentType<typeof ConsentPanelFragment>;
  readonly onStarted: () => void;
}

/** How the customer allows the application. `#consent` leads here. */
export function ConsentPanel({ connection, onStarted }: ConsentPanelProps) {
  const styles = useStyles();
  const shown = readFragment(ConsentPanelFragment, connection);
  const { adminConsentUrl: url } = shown;
  const panel = useRef<HTMLElement>(null);
  const wanted = useAddressHash() === 'consent';
  useEffect(() => {
    if (wanted) panel.current?.focus();
  }, [wanted]);
  const { title, about, needsCredential, whatTheySee, sees, careful, ...words } = texts.consent;
  return (
    <Panel title={title} ref={panel}>
      <Stack gap="M" padded>
        <p className={styles.text}>{about}</p>
        {url === null ? (
          <Quiet as="p" className={styles.text}>
            {needsCredential}
          </Quiet>
        ) : (
          <>
            <div className={styles.actions}>
              <ButtonLink href={url}>{words.open}</ButtonLink>
              <CopyButton text={url} label={words.copy} />
              <VerifyConnectionButton
                connection={shown}
                label={words.verify}
                about={words.verifyAbout}
                onStarted={onStarted}
              />
            </div>
            <Disclosure summary={whatTheySee}>
              <ol className={styles.steps}>
                {sees.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Disclosure>
            <Quiet as="p" className={styles.text}>
              {careful}
            </Quiet>
          </>
        )}
      </Stack>
    </Panel>
  );
}
