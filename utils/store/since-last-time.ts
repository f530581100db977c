import type { Library } from '../db/database.ts';
import { readSinceLastTime } from '../db/versions.ts';
import type { VersionBlock } from '../model/version.ts';
import { compareVersions, hasChanged, type VersionChanges } from '../versions/compare.ts';

/** What has changed in an article since the reader knew it. */
export type News = {
  /** The version that is there now. */
  readonly versionId: string;
  /** When the text that the reader knew was seen last; ISO 8601 UTC. */
  readonly since: string;
  readonly before: readonly VersionBlock[];
  readonly changes: VersionChanges;
};

/** The news of a version, `null` when there are none or when the reader has noted them. */
export async function readNews(library: Library, versionId: string | null): Promise<News | null> {
  const since = versionId === null ? null : await readSinceLastTime(library, versionId);
  if (since === null) return null;
  const { before, after } = since;
  const changes = compareVersions(before.blocks, after.blocks);
  if (!hasChanged(changes)) return null;
  return { versionId: after.id, since: before.lastSeen, before: before.blocks, changes };
}
