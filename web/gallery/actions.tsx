import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { useState } from 'react';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { AppLink, ButtonLink } from '../ui/links.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { noop, Row } from './sample.tsx';

/** What is pressed or followed. */
export function Actions() {
  const [isOn, setOn] = useState(true);
  return (
    <>
      <Panel title="Buttons">
        <Row>
          <ActionButton
            label="Verify"
            appearance="primary"
            reason={null}
            icon={<PlayRegular />}
            onClick={noop}
          />
          <ActionButton label="Edit" about="Opens a dialog." reason={null} onClick={noop} />
          <ActionButton label="Delete" danger reason={null} onClick={noop} />
          <ActionButton label="Verifying" busy reason={null} onClick={noop} />
          <ActionButton label="Archive" reason="Your role does not allow this." onClick={noop} />
          <ActionButton label="Acknowledge" appearance="subtle" size="small" reason={null} onClick={noop} />
          <ActionButton label="Only mine" pressed={isOn} reason={null} onClick={() => setOn(!isOn)} />
          <CopyButton text="text" label="Copy link" />
          <CopyButton text="text" label="Copy ID" compact />
          <Tooltip content="More about it." relationship="description">
            <span tabIndex={0}>A word with a tooltip</span>
          </Tooltip>
        </Row>
      </Panel>
      <Panel title="Links" aside={<AppLink href="/">Beside a title</AppLink>}>
        <Row>
          <AppLink href="/" strong>
            The name of a thing
          </AppLink>
          <ButtonLink href="/" appearance="primary">
            The next click
          </ButtonLink>
          <ButtonLink href="https://learn.microsoft.com" size="small">
            Elsewhere
          </ButtonLink>
        </Row>
        <Row>
          <NextSteps
            steps={[
              { label: 'Replace the credential', url: '/' },
              { label: 'Read about this reason', url: '/help/reasons' },
            ]}
          />
        </Row>
      </Panel>
    </>
  );
}
