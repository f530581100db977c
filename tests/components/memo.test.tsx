// @vitest-environment jsdom
import { afterEach, expect, describe, it, vi } from 'vitest';
import { memo } from '../../components/memo.tsx';
import { clear, show } from './stage.tsx';

afterEach(clear);

describe('memo', () => {
  it('renders again only when a prop is another value', () => {
    const render = vi.fn<(props: { readonly words: string; readonly mark?: object }) => void>();
    const Words = memo(function Words(props: { readonly words: string; readonly mark?: object }) {
      render(props);
      return <p>{props.words}</p>;
    });
    const mark = {};
    show(<Words words="phí cảng" mark={mark} />);
    show(<Words words="phí cảng" mark={mark} />);
    expect(render).toHaveBeenCalledTimes(1);
    show(<Words words="phí cảng" mark={{}} />);
    show(<Words words="phí cảng" />);
    expect(show(<Words words="cầu cảng" />).textContent).toBe('cầu cảng');
    expect(render).toHaveBeenCalledTimes(4);
  });
});
