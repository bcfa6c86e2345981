/** One slash command of the app, with its slash. */
export type CommandEntry = {
  readonly command: string
  readonly description: string
  readonly usage_hint: string
}

/** One shortcut: in the menu of a message, or one for the whole workspace. */
export type ShortcutEntry = {
  readonly type: 'message' | 'global'
  readonly name: string
  readonly description: string
  readonly callback_id: string
}

/** What an app says about itself: what it offers, what it may do and what it is told. */
export type Manifest = {
  readonly commands: readonly CommandEntry[]
  readonly shortcuts: readonly ShortcutEntry[]
  readonly botScopes: readonly string[]
  readonly botEvents: readonly string[]
  /** Links to these domains and their subdomains are sent to the app as `link_shared`. */
  readonly unfurlDomains: readonly string[]
}
