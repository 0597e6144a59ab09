import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { texts } from '../texts.ts';
import { Message } from './message.tsx';

/** A page that throws, or whose code can no longer be loaded after an update, must not take the header with it. */
export class CrashBoundary extends Component<
  { readonly children: ReactNode },
  { readonly crashed: boolean }
> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  /** For whoever looks into the console: Preact, unlike React, says nothing of an error that was caught. */
  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Message
        wholePage
        badge={{ color: 'DANGER', icon: 'error-circle' }}
        title={texts.broken.crashed}
        about={texts.broken.crashedAbout}
        actions={
          <Button appearance="primary" onClick={() => location.reload()}>
            {texts.broken.reload}
          </Button>
        }
      />
    );
  }
}
