import '../../components/styles/entity.css';
import '../../components/styles/found.css';
import { Library } from '../../utils/db/database.ts';
import { settingsOf } from '../../utils/store/library-settings.ts';

export { WithEntities } from '../../utils/views/WithEntities.tsx';
export { TabView } from '../../utils/views/TabView.tsx';

/** The reader's library, as long as the popup is open. */
export const library = new Library();
/** The reader's settings, from the library. */
export const settings = settingsOf(library);
