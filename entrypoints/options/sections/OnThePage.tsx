import type { JSX } from 'preact';
import { Switches } from '../../../components/options/Switches.tsx';
import { Told } from '../../../components/options/told.tsx';
import { useSettingsActs } from '../settings-acts.ts';

/** What Pressmark does on a page by itself. */
export function OnThePage(): JSX.Element {
  const { settings, acts, change } = useSettingsActs();
  return (
    <>
      <Switches
        names={['snapsToWords', 'showsStrip', 'showsBadge', 'showsProposals']}
        settings={settings}
        onSwitch={(name, isOn) =>
          change({ [name]: isOn }, ({ t }) => t(isOn ? 'settingOn' : 'settingOff', t(`setting_${name}`)))
        }
      />
      <Told acts={acts} />
    </>
  );
}
