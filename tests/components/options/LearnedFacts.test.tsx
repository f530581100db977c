// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { LearnedFacts } from '../../../components/options/LearnedFacts.tsx';
import { clear, press, show } from '../stage.tsx';

afterEach(clear);

function stage(part: { hasAny?: boolean } = {}): { root: HTMLElement; did: string[] } {
  const did: string[] = [];
  const root = show(
    <LearnedFacts
      count={2}
      silenced={[{ name: 'Cảng Đông', type: 'place' }]}
      hasAny
      onAllow={({ name }) => did.push(`allow ${name}`)}
      onForget={() => did.push('forget')}
      onExport={() => did.push('export')}
      {...part}
    />,
  );
  return { root, did };
}

describe('LearnedFacts', () => {
  it('says how many names were learned, and lists each that is silenced with a way back', () => {
    const { root, did } = stage();
    expect(root.textContent).toContain('2 names learned.');
    press('Allow again: Cảng Đông');
    expect(did).toEqual(['allow Cảng Đông']);
  });

  it('offers to forget and to export, where there is anything', () => {
    const { did } = stage();
    press('Forget all');
    press('Save as a file');
    expect(did).toEqual(['forget', 'export']);
    expect(stage({ hasAny: false }).root.textContent).not.toContain('Forget');
  });
});
