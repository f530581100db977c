import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColourNames } from '../../../components/options/ColourNames.tsx';
import { nameOfAct, showKey } from '../../../components/options/key-names.ts';
import { KeyTable } from '../../../components/options/KeyTable.tsx';
import { SiteList } from '../../../components/options/SiteList.tsx';
import { formatBytes, StorageFacts } from '../../../components/options/StorageFacts.tsx';
import { Told, useActs, type Acts } from '../../../components/options/told.tsx';
import { TypeList } from '../../../components/options/TypeList.tsx';
import { SettingsContext } from '../../../components/settings.ts';
import { ColourDots } from '../../../components/ColourDots.tsx';
import { Failure } from '../../../utils/model/failure.ts';
import { chooseKey } from '../../../utils/model/key-press.ts';
import { pageActs } from '../../../utils/model/page-keys.ts';
import { defaultSettings } from '../../../utils/model/settings.ts';
import { clear, createCatalogueTranslator, find, field, key, nameOf, press, show, type } from '../stage.tsx';

afterEach(clear);

const nothing = (): void => {};

function leave(): void {
  void act(() => (document.activeElement as HTMLElement | null)?.blur());
}

describe('ColourNames', () => {
  it('gives a colour the name typed, on Enter and on leaving the field', () => {
    const onName = vi.fn();
    show(<ColourNames names={{}} onName={onName} />);
    field('Yellow').focus();
    type('Yellow', '  to   check ');
    key('Enter');
    expect(onName.mock.calls).toEqual([['yellow', 'to check']]);
    field('Pink').focus();
    type('Pink', 'said');
    leave();
    expect(onName.mock.calls.at(-1)).toEqual(['pink', 'said']);
  });

  it('says nothing of a name that stays as it was', () => {
    const onName = vi.fn();
    show(<ColourNames names={{ yellow: 'to check' }} onName={onName} />);
    field('Yellow').focus();
    type('Yellow', 'to check ');
    leave();
    field('Green').focus();
    type('Green', 'Green');
    leave();
    expect(onName).not.toHaveBeenCalled();
  });

  it('goes back to the usual name when the field is emptied, and to the stored one on Escape', () => {
    const onName = vi.fn();
    show(<ColourNames names={{ yellow: 'to check', blue: 'said' }} onName={onName} />);
    field('Blue').focus();
    type('Blue', 'x');
    key('Escape');
    leave();
    expect([onName.mock.calls.length, field('Blue').value]).toEqual([0, 'said']);
    field('Yellow').focus();
    type('Yellow', '');
    leave();
    expect(onName.mock.calls).toEqual([['yellow', '']]);
  });
});

describe('ColourDots', () => {
  it('names a colour as the reader does', () => {
    const settings = { ...defaultSettings, colourNames: { pink: 'To Check' } };
    const stage = show(
      <SettingsContext.Provider value={settings}>
        <ColourDots onChoose={nothing} />
      </SettingsContext.Provider>,
    );
    expect([...stage.querySelectorAll('button')].map(nameOf)).toEqual([
      'Highlight in yellow',
      'Highlight in green',
      'Highlight in blue',
      'Highlight in To Check',
      'Highlight in purple',
    ]);
  });
});

describe('KeyTable', () => {
  function showKeys() {
    const changing = { choose: chooseKey, onChosen: vi.fn(), onRefused: vi.fn(), onCancelled: vi.fn() };
    show(
      <KeyTable
        rows={[
          { id: 'copy', act: 'Copy', keys: 'C' },
          { id: 'editNote', act: 'Write', keys: '' },
        ]}
        changing={changing}
      />,
    );
    return changing;
  }

  it('takes the next key for an act', () => {
    const { onChosen } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    expect(document.activeElement?.textContent).toBe('Press the new key');
    expect(key('y')).toBe(true);
    expect(onChosen.mock.calls).toEqual([['copy', 'y']]);
    expect(nameOf(document.activeElement ?? document.body)).toBe('Change the key for: Copy');
  });

  it('goes on listening when a key is refused', () => {
    const { onChosen, onRefused } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    key('y', { ctrlKey: true });
    key('Shift');
    expect(onRefused.mock.calls).toEqual([['modifier']]);
    key('y');
    expect(onChosen.mock.calls).toEqual([['copy', 'y']]);
  });

  it('does not take the key that is still held from pressing the button', () => {
    const { onChosen } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    key('Enter', { repeat: true });
    expect(onChosen).not.toHaveBeenCalled();
  });

  it('lets nobody be caught: Escape and Tab end it', () => {
    const { onChosen, onCancelled } = showKeys();
    find('button', 'Change the key for: Copy').focus();
    press('Change the key for: Copy');
    expect(key('Tab')).toBe(false);
    press('Change the key for: Copy');
    key('Escape');
    key('y');
    expect([onCancelled.mock.calls.length, onChosen.mock.calls.length]).toEqual([2, 0]);
  });

  it('switches a key off, once', () => {
    const { onChosen } = showKeys();
    press('Switch off the key for: Copy');
    press('Switch off the key for: Write');
    expect(onChosen.mock.calls).toEqual([['copy', '']]);
  });
});

describe('nameOfAct', () => {
  it.each(['en', 'vi'] as const)('has another name for each act, in %s', (lang) => {
    const text = createCatalogueTranslator(lang);
    const names = pageActs.map((act) => nameOfAct(act, text, (colour) => colour));
    expect(new Set(names).size).toBe(pageActs.length);
    expect(names.filter((name) => name === '' || name.includes('_'))).toEqual([]);
  });
});

describe('showKey', () => {
  it('shows a letter as it stands on the key', () => {
    expect(['q', '[', 'Enter', ''].map(showKey)).toEqual(['Q', '[', 'Enter', '']);
  });
});

describe('SiteList', () => {
  it('hands the address over, and empties the field when it is one', () => {
    const onAllow = vi.fn((address: string) => address.includes('.'));
    show(<SiteList sites={[]} onForget={nothing} onAllow={onAllow} />);
    type('Address of a site', 'harbour');
    press('Allow');
    expect(field('Address of a site').value).toBe('harbour');
    type('Address of a site', 'harbour.example');
    press('Allow');
    expect(field('Address of a site').value).toBe('');
    expect(onAllow.mock.calls).toEqual([['harbour'], ['harbour.example']]);
  });
});

describe('Rows', () => {
  const list = (types: readonly string[]) => (
    <section>
      <h2 tabIndex={-1}>Types</h2>
      <TypeList types={types} onAdd={nothing} onRemove={nothing} />
    </section>
  );

  it('gives the focus of a row that goes to the next row, then to the one before, then to the heading', () => {
    show(list(['a', 'b', 'c']));
    find('button', 'Remove b').focus();
    show(list(['a', 'c']));
    expect(document.activeElement?.textContent).toBe('Remove c');
    show(list(['a']));
    expect(document.activeElement?.textContent).toBe('Remove a');
    show(list([]));
    expect(document.activeElement?.textContent).toBe('Types');
  });

  it('leaves the focus alone when it was elsewhere', () => {
    show(list(['a', 'b']));
    field('Name of the new type').focus();
    show(list(['a']));
    expect(document.activeElement).toBe(field('Name of the new type'));
  });
});

describe('StorageFacts', () => {
  const counts = { articles: 1, annotations: 1_200, entities: 0 };

  it('says how much is kept and how much room it takes', () => {
    const stage = show(
      <StorageFacts counts={counts} bytes={1_240_000} isPersistent={null} onPersist={nothing} />,
    );
    expect(stage.textContent).toContain(
      'Kept: 1 article, 1,200 annotations, 0 entities. It takes about 1.2 MB.',
    );
    expect(stage.querySelector('button')).toBeNull();
  });

  it('asks the browser only where it has not agreed yet', () => {
    const isAsked = (isPersistent: boolean): boolean =>
      show(
        <StorageFacts counts={counts} bytes={null} isPersistent={isPersistent} onPersist={nothing} />,
      ).querySelector('button') !== null;
    expect([isAsked(true), isAsked(false)]).toEqual([false, true]);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, 'en', '1 kB'],
    [155_900, 'en', '156 kB'],
    [9_960_000, 'vi', '10 MB'],
    [1_240_000, 'vi', '1,2 MB'],
    [53_000_000, 'en', '53 MB'],
    [2_400_000_000, 'en', '2.4 GB'],
  ])('writes %i in %s as %s', (bytes, locale, words) => {
    expect(formatBytes(bytes, locale).replace(/\s/gu, ' ')).toBe(words);
  });
});

describe('useActs', () => {
  let acts: Acts;
  function Stage() {
    acts = useActs();
    return <Told acts={acts} />;
  }
  const said = (): string => find('[role=status]', '').textContent;

  it('says that an act is done when it is, and how to take it back', async () => {
    const stage = show(<Stage />);
    const work = vi.fn(async () => await Promise.resolve());
    const undo = vi.fn(async () => await Promise.resolve());
    await act(
      async () =>
        await acts.run(work, ({ t }) => t('optionsSaved'), { work: undo, say: ({ t }) => t('undone') }),
    );
    expect(stage.querySelector('[role=status]')?.textContent).toBe('Saved on this device.');
    await act(async () => {
      press('Undo');
      await Promise.resolve();
    });
    expect([work.mock.calls.length, undo.mock.calls.length]).toEqual([1, 1]);
    expect(stage.querySelector('[role=status]')?.textContent).toBe('Undone.');
    expect(stage.querySelector('button')).toBeNull();
  });

  it('says why an act failed', async () => {
    const stage = show(<Stage />);
    await act(
      async () =>
        await acts.run(
          async () => await Promise.reject(new Failure('storageFull')),
          ({ t }) => t('optionsSaved'),
        ),
    );
    expect(stage.querySelector('[role=alert]')?.textContent).toContain('The disk is full');
    expect(said()).toBe('');
  });

  it('says a sentence again in another element, so that it is heard again', () => {
    const stage = show(<Stage />);
    void act(() => acts.tell(({ t }) => t('keyKept')));
    const first = stage.querySelector('[role=status] > *');
    void act(() => acts.tell(({ t }) => t('keyKept')));
    expect(stage.querySelector('[role=status] > *')).not.toBe(first);
  });
});
