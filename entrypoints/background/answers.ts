import type { Receipt } from '../../utils/messaging/protocol.ts';
import { Failure } from '../../utils/model/failure.ts';

/** @throws {Failure} `pageUnreachable` for a call from outside of any page. */
export function tabOf(tabId: number | null): number {
  if (tabId === null) throw new Failure('pageUnreachable');
  return tabId;
}

/** Of what was stored only the act is told, by which it is taken back. */
export function toReceipt({ actId }: { readonly actId: number }): Receipt {
  return { actId };
}
