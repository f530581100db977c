import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { callExtension } from '../../utils/messaging/send.ts';
import type { VersionBlock, VersionDraft } from '../../utils/model/version.ts';
import { createVersionReports, type VersionReports } from '../../utils/session/version-reports.ts';

const text = (words: string): VersionBlock[] => [{ role: 'paragraph', text: words }];

let answer: () => Promise<{ versionId: string | null }>;
let sent: { pageId: string; version: VersionDraft }[];
let reports: VersionReports;

beforeEach(() => {
  sent = [];
  answer = async () => await Promise.resolve({ versionId: `version-${sent.length}` });
  const call = async (_: string, input: (typeof sent)[number]): Promise<unknown> => {
    sent.push(input);
    return await answer();
  };
  reports = createVersionReports(call as unknown as typeof callExtension);
});

describe('createVersionReports', () => {
  it('reports each text of a kept page once', async () => {
    await reports.report(null, text('Phí cảng tăng.'));
    expect(reports.id()).toBeNull();
    await reports.report('page-1', text('Phí cảng tăng.'));
    await reports.report('page-1', text('Phí cảng tăng.'));
    expect([reports.id(), sent.length]).toEqual(['version-1', 1]);
    await reports.report('page-1', text('Phí cảng giảm.'));
    expect([reports.id(), sent.length]).toEqual(['version-2', 2]);
    expect(new Set(sent.map(({ version }) => version.visit))).toEqual(new Set([reports.visit()]));
  });

  it('has no version of a text that was not read well enough', async () => {
    await reports.report('page-1', text('Phí cảng tăng.'));
    await reports.report('page-1', null);
    expect([reports.id(), sent.length]).toEqual([null, 1]);
  });

  it('begins another visit with another article, and drops what is answered too late', async () => {
    const late = Promise.withResolvers<{ versionId: string }>();
    answer = async () => await late.promise;
    const reporting = reports.report('page-1', text('Phí cảng tăng.'));
    const visit = reports.visit();
    reports.startVisit();
    late.resolve({ versionId: 'late' });
    await reporting;
    expect(reports.id()).toBeNull();
    expect(reports.visit()).not.toBe(visit);
  });

  it('tries again what failed', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    answer = async () => await Promise.reject(new Error('no space'));
    await reports.report('page-1', text('Phí cảng tăng.'));
    expect(reports.id()).toBeNull();
    answer = async () => await Promise.resolve({ versionId: 'stored' });
    await reports.report('page-1', text('Phí cảng tăng.'));
    expect([reports.id(), sent.length]).toEqual(['stored', 2]);
  });
});
