import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Opens the card of an entity by its id; `null` where there is no room for one. */
export type EntityDoor = ((id: string) => void) | null;

/** The way from a name to everything that is kept of it; each view with room for that provides its own. */
export const EntityDoorContext = createContext<EntityDoor>(null);

/** The way to an entity's card in the tree this runs in. */
export function useEntityDoor(): EntityDoor {
  return useContext(EntityDoorContext);
}
