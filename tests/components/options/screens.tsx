import type { JSX } from 'preact';
import { AboutFacts } from '../../../components/options/AboutFacts.tsx';
import { AppearanceFields } from '../../../components/options/AppearanceFields.tsx';
import { ColourNames } from '../../../components/options/ColourNames.tsx';
import { KeyTable } from '../../../components/options/KeyTable.tsx';
import { LearnedFacts } from '../../../components/options/LearnedFacts.tsx';
import { Contents, Section } from '../../../components/options/Section.tsx';
import { SiteList } from '../../../components/options/SiteList.tsx';
import { StorageFacts } from '../../../components/options/StorageFacts.tsx';
import { switches, Switches } from '../../../components/options/Switches.tsx';
import { Told } from '../../../components/options/told.tsx';
import { TrashList } from '../../../components/options/TrashList.tsx';
import { TypeList } from '../../../components/options/TypeList.tsx';
import { chooseKey } from '../../../utils/model/key-press.ts';
import { defaultSettings } from '../../../utils/model/settings.ts';

const nothing = (): void => {};

/** The parts of the settings, for tests that hold for every component. */
export const optionsScreens: Record<string, JSX.Element> = {
  'the contents of the settings': <Contents sections={[{ id: 'keys', title: 'Phím' }]} />,
  'a section of the settings': (
    <Section id="keys" title="Phím">
      <p>a</p>
    </Section>
  ),
  'language and theme': <AppearanceFields settings={defaultSettings} onChange={nothing} />,
  'the names of colours': <ColourNames names={{ yellow: 'cần kiểm tra' }} onName={nothing} />,
  'the switches': (
    <Switches names={switches} settings={{ ...defaultSettings, showsStrip: false }} onSwitch={nothing} />
  ),
  'what was learned': (
    <LearnedFacts
      count={12}
      silenced={[{ name: 'Cảng Đông', type: 'place' }]}
      hasAny
      onAllow={nothing}
      onForget={nothing}
      onExport={nothing}
    />
  ),
  'the keys': (
    <KeyTable
      rows={[
        { id: 'a', act: 'Sao chép', keys: 'C' },
        { id: 'b', act: 'Xóa', keys: '' },
      ]}
      changing={{
        choose: chooseKey,
        onChosen: nothing,
        onRefused: nothing,
        onCancelled: nothing,
        renderMore: () => null,
      }}
    />
  ),
  'keys that are fixed': <KeyTable rows={[{ id: 'a', act: 'Sao chép', keys: 'Alt+C' }]} />,
  'the allowed sites': <SiteList sites={['harbour.example', '*']} onForget={nothing} onAllow={() => true} />,
  'no allowed site': <SiteList sites={[]} onForget={nothing} onAllow={() => true} />,
  'own types': <TypeList types={['Tàu']} onAdd={nothing} onRemove={nothing} />,
  'what was deleted': (
    <TrashList
      rows={[
        { id: 'a', quote: 'phí cảng', lang: 'vi', title: 'Phí cảng tăng', deleted: '2026-11-18T07:00:00Z' },
      ]}
      onRestore={nothing}
    />
  ),
  'the storage': (
    <StorageFacts
      counts={{ articles: 1, annotations: 12, entities: 0 }}
      bytes={1_240_000}
      isPersistent={false}
      onPersist={nothing}
    />
  ),
  'about us': <AboutFacts version="0.1.0" onPractise={nothing} />,
  'what was done': (
    <Told acts={{ outcome: { state: 'done', serial: 1, say: ({ t }) => t('undone'), onUndo: nothing } }} />
  ),
  'what failed': <Told acts={{ outcome: { state: 'failed', code: 'storageFull' } }} />,
};
