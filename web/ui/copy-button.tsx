import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useEffect, useState } from 'react';
import { texts } from '../texts.ts';
import { Tooltip } from './tooltip.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Long enough to be read, short enough for a second try. */
const confirmForMs = 2_000;

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Only the icon, with the label as its tooltip. */
  readonly compact?: boolean;
}

export function CopyButton({ text, label, compact = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), confirmForMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  const icon = copied ? <CheckmarkRegular /> : <CopyRegular />;
  return (
    <>
      {compact ? (
        <Tooltip content={copied ? texts.parts.copied : label} relationship="label">
          <Button appearance="subtle" size="small" icon={icon} onClick={copy} />
        </Tooltip>
      ) : (
        <Button icon={icon} onClick={copy}>
          {label}
        </Button>
      )}
      <VisuallyHidden live>{copied ? texts.parts.copied : ''}</VisuallyHidden>
    </>
  );
}
