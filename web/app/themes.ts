import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { withSurfaces } from '../ui/surface.ts';

/** In a build these are data (web/build/fluent-themes.ts). */
export const themes = {
  light: withSurfaces(webLightTheme),
  dark: withSurfaces(webDarkTheme),
  contrast: withSurfaces(teamsHighContrastTheme, { isHighContrast: true }),
};
