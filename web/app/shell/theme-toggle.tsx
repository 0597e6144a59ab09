import { Button } from '@fluentui/react-components';
import { WeatherMoonRegular } from '@fluentui/react-icons/svg/weather-moon';
import { WeatherSunnyRegular } from '@fluentui/react-icons/svg/weather-sunny';
import { texts } from '../../texts.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useTheme } from './theme.ts';

/** The other of the two that most people use; the menu of the person has all. */
export function ThemeToggle() {
  const { theme, choose } = useTheme();
  const dark = theme !== 'light';
  return (
    <Tooltip content={dark ? texts.shell.toLight : texts.shell.toDark} relationship="label">
      <Button
        appearance="subtle"
        icon={dark ? <WeatherSunnyRegular /> : <WeatherMoonRegular />}
        onClick={() => choose(dark ? 'light' : 'dark')}
      />
    </Tooltip>
  );
}
