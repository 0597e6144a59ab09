import { Button, Tooltip } from '@fluentui/react-components';
import { WeatherMoonRegular } from '@fluentui/react-icons/svg/weather-moon';
import { WeatherSunnyRegular } from '@fluentui/react-icons/svg/weather-sunny';
import { texts } from '../texts.ts';
import type { ThemeName } from './theme.ts';

export function ThemeToggle({ theme, onToggle }: { theme: ThemeName; onToggle: () => void }) {
  const dark = theme === 'dark';
  return (
    <Tooltip content={dark ? texts.shell.toLight : texts.shell.toDark} relationship="label">
      <Button
        appearance="subtle"
        icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        onClick={onToggle}
      />
    </Tooltip>
  );
}
