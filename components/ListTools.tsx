import type { JSX } from 'preact';
import { useText } from './text.ts';

export const listOrders = ['place', 'time'] as const;
/** As they stand in the article, or the latest first. */
export type ListOrder = (typeof listOrders)[number];

export type ListToolsProps = {
  readonly query: string;
  readonly order: ListOrder;
  readonly onQuery: (query: string) => void;
  readonly onOrder: (order: ListOrder) => void;
};

/** Finds and orders the annotations of a list. */
export function ListTools({ query, order, onQuery, onOrder }: ListToolsProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="list-tools" role="search">
      <label class="field">
        <span class="field-label">{t('listFilter')}</span>
        <input
          type="search"
          name="filter"
          value={query}
          autoComplete="off"
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span class="field-label">{t('listOrder')}</span>
        <select
          name="order"
          value={order}
          onChange={(event) => onOrder(event.currentTarget.value === 'time' ? 'time' : 'place')}
        >
          {listOrders.map((one) => (
            <option key={one} value={one}>
              {t(`listOrder_${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
