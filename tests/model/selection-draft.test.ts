import { describe, expect, it } from 'vitest';
import { parseSelectionDraft, selectionDraftKeyOf } from '../../utils/model/selection-draft.ts';

describe('parseSelectionDraft', () => {
  it.each([null, 'quote', 'entity'] as const)('reads a draft with the panel %s', (panel) => {
    const draft = { panel, speaker: 'Lê Thu Hà', name: 'Cảng Đông', type: 'place' };
    expect(parseSelectionDraft(JSON.stringify(draft))).toEqual(draft);
  });

  const refused: Record<string, string | null> = {
    'nothing stored': null,
    'broken JSON': '{"panel":',
    'a null': 'null',
    'a number': '7',
    'an unknown panel': '{"panel":"highlight","speaker":"","name":"","type":""}',
    'a missing panel': '{"speaker":"","name":"","type":""}',
    'a missing text': '{"panel":null,"speaker":"","name":""}',
    'a text of another type': '{"panel":null,"speaker":{},"name":"","type":""}',
  };
  it.each(Object.entries(refused))('answers with null for %s', (_, value) => {
    expect(parseSelectionDraft(value)).toBeNull();
  });
});

describe('selectionDraftKeyOf', () => {
  it('finds the same words on the same page again', () => {
    const url = 'https://harbour.example/levy';
    expect(selectionDraftKeyOf(url, 'Cảng Đông')).toBe(selectionDraftKeyOf(url, 'Cảng Đông'));
  });

  it('keeps pages and words apart', () => {
    const keys = [
      selectionDraftKeyOf('https://harbour.example/levy', 'port'),
      selectionDraftKeyOf('https://harbour.example/tide', 'port'),
      selectionDraftKeyOf('https://harbour.example/levy', 'ports'),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('stays short enough for the gate however long address and words are', () => {
    const key = selectionDraftKeyOf(`https://harbour.example/${'a'.repeat(5_000)}`, 'ă'.repeat(9_000));
    expect(key.length).toBeLessThanOrEqual(1_000);
  });
});
