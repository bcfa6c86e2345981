// The page's scripts run in a browser without a build, so they are JavaScript; these are the two
// that tests look into.

declare module '*/page/mrkdwn.js' {
  /** A piece of a parsed text; which parts it has depends on its kind. */
  export type Piece = {
    readonly kind: string
    readonly text?: string
    readonly id?: string
    readonly url?: string
    readonly children?: readonly Piece[]
  }
  export function parseMrkdwn(text: string): readonly Piece[]
}

declare module '*/page/composer.js' {
  export function createHistory(): {
    add(line: string): void
    go(step: number, current: string): string | undefined
  }
}
