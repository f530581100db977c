import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentScriptLimit, readEntrySizes } from '../bench/entry-sizes.ts';

const folders = ['.output/chrome-mv3', '.output/firefox-mv3'];

type Manifest = {
  permissions: string[];
  host_permissions?: string[];
  optional_host_permissions: string[];
  content_scripts?: unknown;
  incognito: string;
  web_accessible_resources: { resources: string[]; use_dynamic_url?: boolean }[];
  content_security_policy: { extension_pages: string };
};

describe.each(folders)('the build in %s', (folder) => {
  const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest;
  const annotator = readFileSync(`${folder}/content-scripts/annotator.js`, 'utf8');

  it('has a content script without any database', () => {
    expect(annotator).not.toMatch(/dexie/iu);
    expect(annotator).not.toContain('indexedDB');
  });

  it('keeps the content script under its limit', () => {
    const size = readEntrySizes(folder).find(({ entry }) => entry.endsWith('annotator.js'));
    expect(size?.gzipBytes).toBeLessThan(contentScriptLimit);
  });

  it('asks for nothing at installation but what works on a click', () => {
    const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'unlimitedStorage'];
    const own = folder.includes('chrome') ? [...permissions, 'sidePanel'] : permissions;
    expect(manifest.permissions.toSorted()).toEqual(own.toSorted());
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.incognito).toBe('not_allowed');
  });

  it('lets pages reach two frames and nothing else', () => {
    expect(manifest.web_accessible_resources.flatMap(({ resources }) => resources)).toEqual([
      'card.html',
      'keys.html',
    ]);
  });

  it('forbids its own pages every foreign connection but the one, and every foreign script', () => {
    const whole = manifest.content_security_policy.extension_pages;
    const policy = whole.replace("connect-src 'self' https://www.wikidata.org;", "connect-src 'self';");
    expect(policy).not.toBe(whole);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|(?:connect|script)-src [^;]*(?:http|ws|\*)/u);
  });

  it('shows the popup with little more than what says which article it is', () => {
    const page = readFileSync(`${folder}/popup.html`, 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/gu)].map(([, file = '']) => file);
    const texts = named.map((file) => readFileSync(join(folder, file), 'utf8'));
    // A popup is not shown before all of it has come, and each file takes its time.
    expect(named.length).toBeLessThanOrEqual(3);
    expect(texts.join('').length).toBeLessThan(50_000);
    expect(texts.join('')).not.toMatch(/dexie/iu);
  });

  it('runs no code from text', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    );
    const suspects = scripts.filter((file) =>
      /\beval\(|new Function\(/u.test(readFileSync(join(folder, file), 'utf8')),
    );
    expect(suspects).toEqual([]);
  });
});
