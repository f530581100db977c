export { allowLookup } from '../session/wikidata.ts';
