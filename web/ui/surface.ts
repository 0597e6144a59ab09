import type { Theme } from '@fluentui/react-components';

/**
 * Behind text and icons of every color. Fluent's own tokens for what is hovered or selected are for its black-on-cyan
 * pairs in high contrast: a link or a badge on them cannot be read.
 */
export const surface = { hover: 'var(--surfaceHover)', selected: 'var(--surfaceSelected)' } as const;

/** A theme with what `surface` names; FluentProvider makes a CSS variable of every entry. */
export function withSurfaces(theme: Theme, { isHighContrast = false } = {}) {
  const { colorNeutralBackground1, colorNeutralBackground1Hover, colorNeutralBackground1Selected } = theme;
  return {
    ...theme,
    surfaceHover: isHighContrast ? colorNeutralBackground1 : colorNeutralBackground1Hover,
    surfaceSelected: isHighContrast ? colorNeutralBackground1 : colorNeutralBackground1Selected,
  };
}
