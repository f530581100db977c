// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { TypeList } from '../../../components/options/TypeList.tsx';
import { clear, find, field, show } from '../stage.tsx';

afterEach(clear);

const nothing = (): void => {};

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
