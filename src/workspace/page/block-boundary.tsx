import { Component, type ReactNode } from 'react'

import { usePage } from './page-context.ts'

type Properties = { readonly block: unknown; readonly children: ReactNode }

/** A block that cannot be drawn shows its JSON and does not take the page with it. */
export class BlockBoundary extends Component<Properties, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  // A message that was changed gets another chance.
  override componentDidUpdate(before: Properties): void {
    if (this.state.hasFailed && before.block !== this.props.block) {
      this.setState({ hasFailed: false })
    }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return <RawBlock block={this.props.block} />
  }
}

/** A block as the bot sent it. */
export function RawBlock({ block }: { readonly block: unknown }): ReactNode {
  const { words } = usePage()
  return (
    <details className="raw-block">
      <summary>{words.rawBlock}</summary>
      <pre>{JSON.stringify(block, undefined, 2)}</pre>
    </details>
  )
}
