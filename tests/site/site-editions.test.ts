// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { applyEdition, type Edits } from '../support/site-editions.ts';

const page = `<!doctype html><html><head><title>“Fog”</title></head><body>
<h1>“Fog”</h1>
<p class="lead">Fog closed the pier for 9 hours.</p>
<p>“It’s&nbsp;thick,” said Ada Rowe…</p>
<p>The lamp was lit.</p>
<script>var words = “kept”;</script>
</body></html>`;

const edits: Edits = {
  reworded: [{ from: 'for 9 hours', to: 'for 10 hours' }],
  cut: ['The lamp was lit.'],
  moved: [{ block: 'The lamp was lit.', before: 'Fog closed' }],
  ads: ['Fog closed', 'The lamp was lit.'],
};

describe('applyEdition', () => {
  it('returns the original as it is', () => {
    expect(applyEdition(page, 'original', edits)).toBe(page);
  });

  it('rewords sentences', () => {
    expect(applyEdition(page, 'reworded', edits)).toBe(page.replace('9 hours', '10 hours'));
  });

  it('cuts whole paragraphs', () => {
    expect(applyEdition(page, 'cut', edits)).toBe(page.replace('<p>The lamp was lit.</p>', ''));
  });

  it('moves paragraphs and loses none', () => {
    const moved = applyEdition(page, 'moved', edits);
    expect(moved.indexOf('The lamp')).toBeLessThan(moved.indexOf('Fog closed'));
    expect(moved).toHaveLength(page.length);
  });

  it('puts a box behind each named paragraph and keeps the text', () => {
    const withAds = applyEdition(page, 'ads', edits);
    expect(withAds).toContain('hours.</p><div class="ad');
    expect(withAds).toContain('lit.</p><aside class="promo"');
  });

  it('straightens quotes and swaps spaces in the text alone', () => {
    const retyped = applyEdition(page, 'typography', edits);
    expect(retyped).toContain('<p>"It\'s thick," said Ada Rowe...</p>');
    expect(retyped).toContain('for 9\u00A0hours.');
    expect(retyped).toContain('<title>“Fog”</title>');
    expect(retyped).toContain('var words = “kept”;');
  });

  it('refuses an edit of words that the page does not have', () => {
    const wrong = { ...edits, cut: ['The lamp was out.'] };
    expect(() => applyEdition(page, 'cut', wrong)).toThrow('Expected the page to hold “The lamp was out.”');
  });

  it('refuses an edit of words that the page has twice', () => {
    const wrong = { ...edits, cut: ['“Fog”'] };
    expect(() => applyEdition(page, 'cut', wrong)).toThrow('found several');
  });
});
