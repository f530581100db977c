import { describe, expect, it } from 'vitest';
import { exportLearned } from '../../utils/store/export-learned.ts';

describe('exportLearned', () => {
  it('writes names and weights as JSON that others can read', () => {
    const name = { name: 'Cảng Đông', type: 'place', accepted: 1, rejected: 0, passed: 0, streak: 0 };
    const data = {
      size: 4,
      slots: Int32Array.of(2),
      changes: Float32Array.of(0.5),
      steps: Float32Array.of(0),
      lessons: 1,
    };
    const file = exportLearned([
      { key: 'name:place\nCảng Đông', kind: 'name', value: name },
      { key: 'weights:vi', kind: 'weights', model: 'vi 1', data },
    ]);
    expect(file.fileName).toBe('Pressmark learned.json');
    expect(JSON.parse(file.text)).toMatchObject({
      format: 'pressmark-learned',
      rows: [{ value: name }, { data: { slots: [2], changes: [0.5] } }],
    });
  });
});
