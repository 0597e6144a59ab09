import {
  Menu,
  MenuButton,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { paths, rowOf } from '../paths.ts';
import { texts } from '../texts.ts';

const formats = ['html', 'json', 'csv', 'junit.xml', 'sarif'] as const;

/** The stored report, written for someone else: a customer, a spreadsheet, a pipeline. */
export function ExportMenu({ runId }: { runId: string }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        {/* Without its arrow it is as wide as the button that keeps its place. */}
        <MenuButton icon={<ArrowDownloadRegular />} menuIcon={null}>
          {texts.run.exportAs}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {formats.map((format) => (
            <MenuItemLink
              key={format}
              href={paths.reportExport(runId, format)}
              {...(format === 'html'
                ? { target: '_blank', rel: 'noreferrer' }
                : { download: `verification-${rowOf(runId)}.${format}` })}
            >
              {texts.run.exports[format]}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
