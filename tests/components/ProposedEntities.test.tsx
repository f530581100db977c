// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { ProposedEntities, type ProposedEntityView } from '../../components/ProposedEntities.tsx';
import { choose, clear, field, find, key, press, show, type } from './stage.tsx';

afterEach(clear);

function named(name: string, part: Partial<ProposedEntityView> = {}): ProposedEntityView {
  return {
    key: name,
    name,
    type: 'person',
    words: name,
    isKnown: false,
    mentions: [
      { key: `${name} 1`, words: name, before: 'Said ', after: ' twice' },
      { key: `${name} 2`, words: name, before: 'and ', after: ' again' },
    ],
    ...part,
  };
}

const people = ['Marta Lindqvist', 'Desmond Achterberg', 'Amara Nwosu'].map((name) => named(name));
const day = named('2026-11-19', {
  type: 'date',
  words: 'last Thursday',
  mentions: [{ key: 'd', words: 'last Thursday', before: '', after: '' }],
});

function stage(entities: readonly ProposedEntityView[] = [...people, day], did: string[] = []): string[] {
  const root = show(
    <ProposedEntities
      entities={entities}
      lang="en"
      ownTypes={['Ship']}
      known={[{ name: 'Haverness', type: 'place' }]}
      onKeep={(key, choice) => did.push(`keep ${key}${choice === undefined ? '' : JSON.stringify(choice)}`)}
      onReject={(key, mention = 'all') => did.push(`reject ${key} ${mention}`)}
      onKeepType={(type) => did.push(`keep type ${type}`)}
      onRejectType={(type) => did.push(`reject type ${type}`)}
      onShow={(key, mention) => did.push(`show ${key} ${mention}`)}
      onAddType={(name) => did.push(`add ${name}`)}
      onSeen={(keys) => did.push(`saw ${keys.length}`)}
    />,
  );
  const details = root.querySelector('details');
  if (details !== null && !details.open) {
    void act(() => {
      details.open = true;
      details.dispatchEvent(new Event('toggle'));
    });
  }
  return did;
}

/** The button that a row begins with. */
function nameButton(name: string): HTMLElement {
  const button = [...document.querySelectorAll<HTMLElement>('.found-name')].find((one) =>
    one.textContent.startsWith(name),
  );
  if (button === undefined) throw new Error(`expected a row of ${name}`);
  return button;
}

const focus = (name: string): void => void act(() => nameButton(name).focus());

describe('ProposedEntities', () => {
  it('says how many there are, and is folded until it is wanted', () => {
    const root = show(
      <ProposedEntities
        entities={people}
        lang="en"
        ownTypes={[]}
        known={[]}
        onKeep={() => {}}
        onReject={() => {}}
        onKeepType={() => {}}
        onRejectType={() => {}}
        onShow={() => {}}
        onAddType={() => {}}
        onSeen={() => {}}
      />,
    );
    expect(root.querySelector('summary')?.textContent).toBe('3 names and figures found in the article');
    expect(root.querySelector('details')?.open).toBe(false);
  });

  it('keeps and rejects an entity with all its mentions by one press', () => {
    const did = stage();
    press('Keep Marta Lindqvist');
    press('Reject Amara Nwosu');
    expect(did.slice(1)).toEqual(['keep Marta Lindqvist', 'reject Amara Nwosu all']);
  });

  it('keeps and rejects a whole type', () => {
    const did = stage();
    press('Keep all: People');
    press('Reject all: People');
    expect(did.slice(1)).toEqual(['keep type person', 'reject type person']);
  });

  it('unfolds the mentions, each kept, rejected and shown by itself', () => {
    const did = stage();
    void act(() => nameButton('Marta').click());
    const buttons = [...document.querySelectorAll<HTMLElement>('.mention button')];
    expect(buttons).toHaveLength(6);
    for (const button of buttons.slice(0, 3)) void act(() => button.click());
    expect(did.slice(1)).toEqual([
      'show Marta Lindqvist Marta Lindqvist 1',
      'keep Marta Lindqvist{"mention":"Marta Lindqvist 1"}',
      'reject Marta Lindqvist Marta Lindqvist 1',
    ]);
  });

  it('keeps it as something else by two presses, a known name with its type', () => {
    const did = stage();
    press('Correct Marta Lindqvist');
    expect(document.activeElement).toBe(field('Name'));
    type('Name', 'Haverness');
    void act(() => document.querySelector<HTMLFormElement>('.found-correction')?.requestSubmit());
    expect(did.at(-1)).toBe('keep Marta Lindqvist{"as":{"name":"Haverness","type":"place"}}');
  });

  it('lets the type be chosen, and gives up with Escape', () => {
    const did = stage();
    press('Correct Marta Lindqvist');
    choose('Type', 'organisation');
    expect((field('Type') as HTMLSelectElement).value).toBe('organisation');
    expect(key('Escape')).toBe(true);
    expect(document.querySelector('.found-correction')).toBeNull();
    expect(document.activeElement).toBe(find('button', 'Correct Marta Lindqvist'));
    expect(did).toHaveLength(1);
  });

  it('shows a day as it is written, with what it means', () => {
    stage();
    expect(nameButton('last Thursday').textContent).toBe('last ThursdayNovember 19, 20261 mention');
    expect(find('button', 'Keep last Thursday')).toBeTruthy();
  });

  it('hears one key each, and none with others or in a field', () => {
    const did = stage();
    focus('Marta');
    key('k');
    key('x');
    key('k', { ctrlKey: true });
    key('ArrowDown');
    expect(document.activeElement).toBe(nameButton('Desmond'));
    key('ArrowUp');
    expect(document.activeElement).toBe(nameButton('Marta'));
    key('e');
    expect(document.activeElement).toBe(field('Name'));
    key('x');
    expect(did.slice(1)).toEqual(['keep Marta Lindqvist', 'reject Marta Lindqvist all']);
  });

  it('hands the focus of a row that goes to the next one, and to the summary after the last', () => {
    stage();
    focus('Desmond');
    stage([people[0], people[2]].filter((one) => one !== undefined));
    expect(document.activeElement).toBe(nameButton('Amara'));
    stage(people.slice(0, 1));
    expect(document.activeElement).toBe(nameButton('Marta'));
    stage([]);
    expect(document.activeElement?.textContent).toBe('No names to propose');
  });

  it('shows five of a type at first, tells what was seen, and shows the others on demand', () => {
    const did = stage(Array.from({ length: 8 }, (_, index) => named(`Person ${index}`)));
    expect(document.querySelectorAll('.found')).toHaveLength(5);
    press('Show 3 more');
    expect(document.querySelectorAll('.found')).toHaveLength(8);
    expect(did).toEqual(['saw 5', 'saw 8']);
  });
});
