/** An inline piece of text. Plain strings are shown as they are, whatever characters they hold. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  /** A person, by Slack's id where there is one, and by name elsewhere. */
  | { readonly user: string; readonly name: string | null }

export type Line = readonly Span[]

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** Something the reader can do with one click. */
export interface Action {
  readonly label: string
  /** The line that is asked on the reader's behalf. */
  readonly line: string
}

/** A reply is made of these, from top to bottom, wherever it is shown. */
export type Part =
  | { readonly kind: 'heading'; readonly line: Line }
  | { readonly kind: 'text'; readonly line: Line }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'list'; readonly lines: readonly Line[] }
  /** Fixed-width text; every space counts. */
  | { readonly kind: 'code'; readonly text: string }
  /** Said in a low voice. */
  | { readonly kind: 'note'; readonly line: Line }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }

/** What a reader sees. Doors draw it with their own means: Block Kit, or text in a terminal. */
export interface Reply {
  /** The answer in one sentence, for notifications and screen readers. */
  readonly summary: string
  readonly parts: readonly Part[]
  /** Whether the channel sees it, or only the asker. */
  readonly audience: 'channel' | 'asker'
}
