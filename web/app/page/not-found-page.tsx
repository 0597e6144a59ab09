import { texts } from '../../texts.ts';
import { useDocumentHead } from '../../ui/document-head.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Message } from '../../ui/message.tsx';
import { routes } from '../../paths.ts';

/** One page for "does not exist" and "not yours": a person who may not know of a thing must not learn of it here. */
export function NotFoundPage() {
  useDocumentHead(texts.notFound.title);
  return (
    <Message
      wholePage
      badge={{ color: 'NEUTRAL', icon: 'question-circle' }}
      title={texts.notFound.title}
      about={texts.notFound.about}
      actions={
        <ButtonLink href={routes.home} appearance="primary">
          {texts.notFound.home}
        </ButtonLink>
      }
    />
  );
}
