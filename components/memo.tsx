import { Component, type FunctionComponent, type JSX } from 'preact';

/**
 * The component, rendered anew only when one of its props is another value than before. For the members of long
 * lists, whose parent renders with every scroll of the page.
 */
export function memo<Props extends object>(Inner: FunctionComponent<Props>): FunctionComponent<Props> {
  class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      return !isShallowEqual(this.props, next);
    }

    override render(props: Props): JSX.Element {
      return <Inner {...props} />;
    }
  }
  return (props) => <Memo {...props} />;
}

function isShallowEqual(a: object, b: object): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && Object.is(Reflect.get(a, name), Reflect.get(b, name)))
  );
}
