// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PieceList, type PieceListProps } from '../../components/PieceList.tsx';
import { clear, press, show } from './stage.tsx';

const onRemove = vi.fn<PieceListProps['onRemove']>();

afterEach(clear);

describe('PieceList', () => {
  it('names each piece, and takes the pressed one out', () => {
    const pieces = [
      { exact: 'Chúng tôi trả', start: 4 },
      { exact: 'nhưng không phải tháng Giêng', start: 90 },
    ];
    show(<PieceList pieces={pieces} lang="vi" onRemove={onRemove} />);
    press('Take out “Chúng tôi trả”');
    expect(onRemove).toHaveBeenCalledExactlyOnceWith(pieces[0]);
  });
});
