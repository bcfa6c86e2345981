/** An inline piece of text. Plain strings are shown as they are, whatever characters they hold. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  /** An address of ours, to be opened in a browser. */
  | { readonly link: string }
  /** A person, by Slack's id where there is one, and by name elsewhere. */
  | { readonly user: string; readonly name: string | null }

export type Line = readonly Span[]

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** A button that asks a line on the reader's behalf. */
export interface Ask {
  readonly label: string
  readonly line: string
  /** What is asked back before a line that cannot be taken back, where the door can. */
  readonly confirm?: Confirmation
}

export interface Confirmation {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
}

/** Something the reader can do with one click. */
export type Action =
  | Ask
  /** Opens a form about a run, where the door has forms. */
  | { readonly label: string; readonly opens: 'what-if' | 'compare'; readonly run: number }
  /** Several in one place, for what is asked less often. */
  | { readonly label: string; readonly menu: readonly Ask[] }

/** A line chart: every series has a value at each category. */
export interface Chart {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  /** What stands below the points, from left to right; no two are the same. */
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
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
  | {
      readonly kind: 'list'
      readonly lines: readonly Line[]
      /** Where space is dear, so many lines come first, and `more` tells how many are left. */
      readonly atFirst?: { readonly most: number; readonly more: string }
    }
  /** Fixed-width text; every space counts. */
  | { readonly kind: 'code'; readonly text: string }
  /** Whatever a chart shows, other parts say in text: not every door, and not every reader, has it. */
  | ({ readonly kind: 'chart' } & Chart)
  /** Said in a low voice. */
  | { readonly kind: 'note'; readonly line: Line }
  | { readonly kind: 'actions'; readonly actions: readonly Action[] }

/** What a reader sees. Doors draw it with their own means: Block Kit, or text in a terminal. */
export interface Reply {
  /** The answer in one sentence, for notifications and screen readers. */
  readonly summary: string
  readonly parts: readonly Part[]
  /** Where a reply may be long: the line that gives it again, and stores nothing. */
  readonly again?: Ask
  /** Whether the channel sees it, or only the asker. */
  readonly audience: 'channel' | 'asker'
}
