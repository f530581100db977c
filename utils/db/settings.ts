import type { Library } from './database.ts';
import { builtInEntityTypes, normaliseName } from '../model/entity.ts';
import { applySettings, parseSettings, type Settings, type SettingsPatch } from '../model/settings.ts';

const ownTypesKey = 'ownEntityTypes';
const settingsKey = 'settings';

/** What the reader decided for all pages. */
export async function readSettings(library: Library): Promise<Settings> {
  return parseSettings((await library.settings.get(settingsKey))?.value);
}

/** Changes settings and answers all of them as they are now. */
export async function changeSettings(library: Library, patch: SettingsPatch): Promise<Settings> {
  return await library.transaction('rw', library.settings, async () => {
    const settings = applySettings(await readSettings(library), patch);
    await library.settings.put({ key: settingsKey, value: settings });
    return settings;
  });
}

/** The entity types that the reader added, in the order they were added. */
export async function listOwnEntityTypes(library: Library): Promise<string[]> {
  const row = await library.settings.get(ownTypesKey);
  return Array.isArray(row?.value)
    ? row.value.filter((value): value is string => typeof value === 'string')
    : [];
}

/** Adds an entity type; one that is there already, in any case, is not added again. */
export async function addOwnEntityType(library: Library, name: string): Promise<void> {
  const type = normaliseName(name);
  await library.transaction('rw', library.settings, async () => {
    const types = await listOwnEntityTypes(library);
    const isKnown = [...builtInEntityTypes, ...types].some(
      (known) => known.toLocaleLowerCase() === type.toLocaleLowerCase(),
    );
    if (!isKnown) await library.settings.put({ key: ownTypesKey, value: [...types, type] });
  });
}

/** Takes an own entity type out of the choice; entities of that type keep it. */
export async function removeOwnEntityType(library: Library, name: string): Promise<void> {
  await library.transaction('rw', library.settings, async () => {
    const types = await listOwnEntityTypes(library);
    await library.settings.put({ key: ownTypesKey, value: types.filter((type) => type !== name) });
  });
}
