import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  circle: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '28px',
    height: '28px',
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    fontSize: tokens.fontSizeBase100,
    '::before': { content: 'attr(data-letters)' },
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** A person without a picture. Decoration: the name stands beside it or in the label of what it is in. */
export function Initials({ name }: { name: string }) {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.charAt(0) ?? '',
  );
  return (
    // As generated content: initials inside a button would have to be part of the button's name.
    <span className={useStyles().circle} data-letters={letters.join('').toUpperCase()} aria-hidden />
  );
}
