import { describe, expect, it } from 'vitest';
import { countTouched } from '../../utils/versions/touched.ts';

const before = [
  { role: 'paragraph', text: 'Bà Lan nói: “Phí cảng sẽ tăng gấp đôi.”' },
  { role: 'paragraph', text: 'Others want a firmer promise.' },
] as const;

describe('countTouched', () => {
  it('counts what stood there before and is altered or lost now', () => {
    const touched = countTouched(before, [
      { quote: '"Phí cảng sẽ tăng gấp đôi."'.normalize('NFD'), status: 'altered' },
      { quote: 'a firmer promise', status: 'orphan' },
      { quote: 'Others want', status: 'moved' },
    ]);
    expect(touched).toEqual({ altered: 1, lost: 1 });
  });

  it('finds a passage that runs over two blocks', () => {
    const quote = 'tăng gấp đôi.”\nOthers want';
    expect(countTouched(before, [{ quote, status: 'orphan' }]).lost).toBe(1);
  });

  it('leaves out what had been altered before, and what stood in a caption', () => {
    const quote = 'The wall in 1953, photographed by its builder.';
    expect(countTouched(before, [{ quote, status: 'orphan' }])).toEqual({ altered: 0, lost: 0 });
  });
});
