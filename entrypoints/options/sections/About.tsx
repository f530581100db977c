import { browser } from '#imports';
import type { JSX } from 'preact';
import { AboutFacts } from '../../../components/options/AboutFacts.tsx';

/** What this is, what it stores, and where to try it. */
export function About(): JSX.Element {
  return (
    <AboutFacts
      version={browser.runtime.getManifest().version}
      onPractise={() => void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })}
    />
  );
}
