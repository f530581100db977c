// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Told, useActs, type Acts } from '../../../components/options/told.tsx';
import { Failure } from '../../../utils/model/failure.ts';
import { clear, find, press, show } from '../stage.tsx';

afterEach(clear);

describe('useActs', () => {
  let acts: Acts;
  function Stage() {
    acts = useActs();
    return <Told acts={acts} />;
  }
  const said = (): string => find('[role=status]', '').textContent;

  it('says that an act is done when it is, and how to take it back', async () => {
    const stage = show(<Stage />);
    const work = vi.fn<() => Promise<void>>(async () => await Promise.resolve());
    const undo = vi.fn<() => Promise<void>>(async () => await Promise.resolve());
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
