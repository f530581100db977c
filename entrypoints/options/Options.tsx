import type { JSX } from 'preact';
import { Contents, Section } from '../../components/options/Section.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../../utils/db/database.ts';
import type { MessageKey } from '../../utils/i18n/translator.ts';
import { About } from './sections/About.tsx';
import { Appearance } from './sections/Appearance.tsx';
import { Colours } from './sections/Colours.tsx';
import { Commands } from './sections/Commands.tsx';
import { Keys } from './sections/Keys.tsx';
import { Learned } from './sections/Learned.tsx';
import { Notes } from './sections/Notes.tsx';
import { OnThePage } from './sections/OnThePage.tsx';
import { OwnTypes } from './sections/OwnTypes.tsx';
import { Sites } from './sections/Sites.tsx';
import { Storage } from './sections/Storage.tsx';
import { Trash } from './sections/Trash.tsx';

type SectionOf = {
  readonly id: string;
  readonly title: MessageKey;
  readonly render: (library: Library) => JSX.Element;
};

/** In this order; the ids are what addresses lead to. */
const sections: readonly SectionOf[] = [
  { id: 'appearance', title: 'optionsAppearance', render: () => <Appearance /> },
  { id: 'colours', title: 'optionsColours', render: () => <Colours /> },
  { id: 'page', title: 'optionsPage', render: () => <OnThePage /> },
  { id: 'sites', title: 'optionsSites', render: () => <Sites /> },
  { id: 'types', title: 'optionsTypes', render: (library) => <OwnTypes library={library} /> },
  { id: 'learned', title: 'optionsLearned', render: (library) => <Learned library={library} /> },
  {
    id: 'shortcuts',
    title: 'optionsShortcuts',
    render: () => (
      <>
        <Commands />
        <Keys />
      </>
    ),
  },
  { id: 'notes', title: 'optionsExport', render: (library) => <Notes library={library} /> },
  { id: 'trash', title: 'optionsTrash', render: (library) => <Trash library={library} /> },
  { id: 'storage', title: 'optionsStorage', render: (library) => <Storage library={library} /> },
  { id: 'about', title: 'optionsAbout', render: () => <About /> },
];

/** Settings, a section for each kind of them. */
export function Options({ library }: { readonly library: Library }): JSX.Element {
  const { t } = useText();
  return (
    <div class="options">
      <header>
        <h1>{t('optionsTitle')}</h1>
      </header>
      <Contents sections={sections.map(({ id, title }) => ({ id, title: t(title) }))} />
      <main>
        {sections.map(({ id, title, render }) => (
          <Section key={id} id={id} title={t(title)}>
            {render(library)}
          </Section>
        ))}
      </main>
    </div>
  );
}
