import { browser } from '#imports';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SiteList } from '../../../components/options/SiteList.tsx';
import { Told, useActs } from '../../../components/options/told.tsx';
import {
  allowSite,
  forgetSite,
  groupSites,
  listAllowedSites,
  readSite,
  type Site,
} from '../../../utils/session/sites.ts';

/** The sites on which highlights show without a click. */
export function Sites(): JSX.Element {
  const acts = useActs();
  const sites = useSites();

  function allow(address: string): boolean {
    const site = readSite(address);
    if (site === null) {
      acts.tell(({ t }) => t('optionsSiteInvalid'));
      return false;
    }
    // At once: browsers let nothing come between the reader's press and the question.
    allowSite(...site.patterns).then(
      (isAllowed) =>
        acts.tell(({ t }) => t(isAllowed ? 'optionsSiteAllowed' : 'optionsSiteRefused', site.host)),
      (error: unknown) => {
        console.warn(error);
        acts.tell(({ t }) => t('optionsSiteInvalid'));
      },
    );
    return true;
  }

  return (
    <>
      <SiteList
        sites={sites.map(({ host }) => host)}
        onAllow={allow}
        onForget={(host) => {
          const patterns = sites.find((site) => site.host === host)?.patterns ?? [];
          void acts.run(
            async () => await forgetSite(...patterns),
            ({ t }) => t('optionsSiteForgotten', host === '*' ? t('optionsSitesEvery') : host),
          );
        }}
      />
      <Told acts={acts} />
    </>
  );
}

function useSites(): readonly Site[] {
  const [sites, setSites] = useState<readonly Site[]>([]);
  useEffect(() => {
    const load = (): void => void listAllowedSites().then((patterns) => setSites(groupSites(patterns)));
    load();
    browser.permissions.onAdded.addListener(load);
    browser.permissions.onRemoved.addListener(load);
    return () => {
      browser.permissions.onAdded.removeListener(load);
      browser.permissions.onRemoved.removeListener(load);
    };
  }, []);
  return sites;
}
