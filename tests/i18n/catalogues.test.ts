import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json';
import vi from '../../public/_locales/vi/messages.json';
import { annotationKinds, colours } from '../../utils/model/annotation.ts';
import { builtInEntityTypes } from '../../utils/model/entity.ts';
import { failureCodes } from '../../utils/model/failure.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

const english: Catalogue = en;
const vietnamese: Catalogue = vi;
const keys = Object.keys(english);

const placeholdersOf = (message: string): string[] => (message.match(/\$\d/gu) ?? []).toSorted();

function readSources(): string {
  const files = ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return ['wxt.config.ts', ...files].map((file) => readFileSync(file, 'utf8')).join('\n');
}

const sources = readSources();
/** Beginnings of keys that are put together in the code, as in t(`kind_${kind}`). */
const begun = [...sources.matchAll(/`([a-z]\w*_)\$\{/giu)].map(([, start = '']) => start);
const plurals = new Set([...sources.matchAll(/plural\(\s*'(\w+)'/gu)].map(([, key = '']) => key));

function isUsed(key: string): boolean {
  if (sources.includes(`'${key}'`) || sources.includes(`__MSG_${key}__`)) return true;
  if (plurals.has(key.replace(/_(?:one|other)$/u, ''))) return true;
  return begun.some((start) => key.startsWith(start));
}

describe('the message catalogues', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(vietnamese)).toEqual(keys);
  });

  it.each(keys)('say %s in both languages with the same placeholders', (key) => {
    const messages = [english[key]?.message ?? '', vietnamese[key]?.message ?? ''];
    expect(messages.filter((message) => message.trim() === '')).toEqual([]);
    expect(messages.map((message) => message.trim())).toEqual(messages);
    expect(placeholdersOf(messages[1] ?? '')).toEqual(placeholdersOf(messages[0] ?? ''));
  });

  it('hold Vietnamese in composed letters', () => {
    const wrong = keys.filter(
      (key) => vietnamese[key]?.message !== vietnamese[key]?.message.normalize('NFC'),
    );
    expect(wrong).toEqual([]);
  });

  it('name their own language', () => {
    expect([english['catalogueLocale'], vietnamese['catalogueLocale']]).toEqual([
      { message: 'en' },
      { message: 'vi' },
    ]);
  });

  it('have both forms of every plural', () => {
    const bases = keys.flatMap((key) => /^(.+)_(?:one|other)$/u.exec(key)?.[1] ?? []);
    // `type_other` and `group_other` are of an entity type and no plural.
    const forms = new Set(bases.filter((base) => base !== 'type' && base !== 'group'));
    expect(forms.size).toBeGreaterThan(0);
    const lacking = [...forms].filter((base) => !(`${base}_one` in english && `${base}_other` in english));
    expect(lacking).toEqual([]);
  });

  it('hold nothing that no code asks for', () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  const families: Record<string, readonly string[]> = {
    failure_: failureCodes,
    kind_: annotationKinds,
    colour_: colours,
    type_: builtInEntityTypes,
    group_: builtInEntityTypes,
  };
  it.each(Object.entries(families))('have one message for each %s and no other', (start, endings) => {
    const there = keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    expect(there.toSorted()).toEqual(endings.toSorted());
  });

  it('hold a message for every name in the manifest', () => {
    const named = [...sources.matchAll(/__MSG_(\w+)__/gu)].map(([, key = '']) => key);
    expect(named).not.toEqual([]);
    expect(named.filter((key) => !(key in english))).toEqual([]);
  });

  it('end every failure as a sentence', () => {
    const failures = keys.filter((key) => key.startsWith('failure_'));
    const open = failures.filter(
      (key) => ![english, vietnamese].every((catalogue) => catalogue[key]?.message.endsWith('.')),
    );
    expect(open).toEqual([]);
  });
});
