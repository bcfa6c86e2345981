import type { RichTextBlock } from '@slack/types'

import type { AppView, Channel, Message, StoredFile, User } from '../state/model.ts'
import type { CommandEntry, ShortcutEntry } from '../state/manifest.ts'

/**
 * What the page and the workspace say to each other.
 *
 * `GET /workspace/changes?user=ada` streams server-sent events: first `view` (a `View`), and again
 * after every reconnection; then one `change` (a `PageChange`) for everything that this user notices.
 * `GET /workspace/traffic` streams `entry` events (a `TrafficEntry`): those that are kept, then new
 * ones; an entry with a known id takes the place of the older one.
 * `POST /workspace/<name>` with a JSON body does one thing; see `PageRequests`.
 * `POST /workspace/upload?user=ada&name=plan.csv` takes a file's bytes as
 * `application/octet-stream` and answers an `UploadAnswer`; `GET /files/<id>/<name>` gives it back.
 */
export type View = {
  readonly team: string
  /** The id of the user who looks. Another user is another stream. */
  readonly me: string
  readonly botUserId: string
  readonly users: readonly User[]
  /** What this user may open. */
  readonly channels: readonly Channel[]
  /** What this user sees in them, oldest first. Those with `threadTs` belong into a thread. */
  readonly messages: readonly Message[]
  readonly files: readonly FileEntry[]
  /** Lines that are offered on a first visit, and filled in by a click. */
  readonly examples: readonly ExampleGroup[]
  /** The app's slash commands, for completion. */
  readonly commands: readonly CommandEntry[]
  readonly shortcuts: readonly ShortcutEntry[]
  /** The open modals, lowest first: the last one is on top and the only one to be used. */
  readonly modals: readonly AppView[]
  /** `null` until the app has published one, which it may do when the Home is opened. */
  readonly home: AppView | null
}

/** Example lines that belong together. */
export type ExampleGroup = {
  readonly title: string
  readonly about: string
  /** Where such a line is sent: the channel itself, or the thread of an answer in it. */
  readonly place: 'channel' | 'thread'
  readonly lines: readonly string[]
}

/** An uploaded file; its address is `/files/<id>/<name>`. */
export type FileEntry = Pick<StoredFile, 'id' | 'name' | 'title' | 'altText' | 'mimeType'>

/** One step of the view. */
export type PageChange =
  | { readonly kind: 'posted' | 'changed' | 'deleted'; readonly message: Message }
  /** A channel is new, has a new member, or is archived. */
  | { readonly kind: 'channel'; readonly channel: Channel }
  /** Somebody's language is another one now. */
  | { readonly kind: 'user'; readonly user: User }
  | { readonly kind: 'file'; readonly file: FileEntry }
  /** The whole stack of this user's modals; empty when the last one was closed. */
  | { readonly kind: 'modals'; readonly modals: readonly AppView[] }
  | { readonly kind: 'home'; readonly home: AppView }

/**
 * What an element holds. Text inputs, date (`2026-11-22`) and time (`14:30`) pickers: a text; the
 * date-time picker: seconds since 1970; selects, radio buttons and overflow menus: the option's
 * `value`, or the id of a user, channel or conversation; checkboxes and multi-selects: a list of
 * those; file inputs: a list of the ids of uploaded files; rich text inputs: a rich_text block, or a
 * text without styles. `null` where nothing is chosen. A button holds nothing.
 */
export type ElementValue = string | number | readonly string[] | RichTextBlock | null

/** What all inputs of a message or view hold, by block_id and action_id. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, ElementValue>>>>

/** Where an element is. */
export type Place =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly viewId: string }

/** The body of each `POST /workspace/<name>`. `user` is always who does it: a handle or id. */
export type PageRequests = {
  /** Sends a line: a message, a slash command, or `/invite @eksip`. */
  readonly type: {
    readonly user: string
    readonly channel: string
    readonly text: string
    readonly threadTs?: string | undefined
  }
  /**
   * Uses a button, menu, picker or input that dispatches actions. `form` holds the inputs beside it.
   * Slack sends one request for each click: disable the element until the answer is here.
   */
  readonly click: {
    readonly user: string
    readonly place: Place
    readonly blockId: string
    readonly actionId: string
    readonly value?: ElementValue | undefined
    readonly form?: FormValues | undefined
  }
  /** Asks for the options of an external select. Answered with `OptionsAnswer`. */
  readonly suggest: {
    readonly user: string
    readonly place: Place
    readonly blockId: string
    readonly actionId: string
    /** What was typed so far. */
    readonly query: string
  }
  /** Submits the modal on top. Answered with `SubmitAnswer`; what happens to it comes as a change. */
  readonly submit: {
    readonly user: string
    readonly viewId: string
    readonly form: FormValues
  }
  /** Closes the modal on top, or with `all` the whole stack (the × at its corner). */
  readonly close: {
    readonly user: string
    readonly viewId: string
    readonly all?: boolean | undefined
    readonly form?: FormValues | undefined
  }
  /** Runs a shortcut: a message's, or without `message` a global one. */
  readonly shortcut: {
    readonly user: string
    readonly callbackId: string
    readonly message?: { readonly channel: string; readonly ts: string } | undefined
  }
  /** Opens the App Home: the app is told and may publish a view. */
  readonly home: { readonly user: string }
  /** Changes the language of the user, such as `fr-FR`. */
  readonly language: { readonly user: string; readonly locale: string }
}

/** What the page learns about something that it sent. `error` is Slack's code, such as `operation_timeout`. */
export type PageAnswer = { readonly ok: true } | { readonly ok: false; readonly error: string }

/** The file that an upload has become, or why it was not taken. */
export type UploadAnswer =
  | { readonly ok: true; readonly file: FileEntry }
  | { readonly ok: false; readonly error: string }

/** The options that the app suggests, in one list or in groups. */
export type OptionsAnswer =
  | {
      readonly ok: true
      readonly options: readonly SuggestedOption[]
      readonly groups: readonly {
        readonly label: string
        readonly options: readonly SuggestedOption[]
      }[]
    }
  | { readonly ok: false; readonly error: string }

export type SuggestedOption = {
  readonly label: string
  readonly value: string
  readonly description?: string | undefined
}

/** `errors` says what is wrong with which input, by block_id; it may be empty. */
export type SubmitAnswer =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly error: string
      readonly errors: Readonly<Record<string, string>>
    }

/** One request of the workspace to the bot, or of the bot to the workspace, without its secrets. */
export type TrafficEntry = {
  readonly id: string
  /** When it began, in ms since 1970. */
  readonly atMs: number
  readonly direction: 'to the bot' | 'from the bot'
  readonly transport: 'http' | 'socket'
  /** What it is called: `/eksip`, `block_actions`, `app_mention`, `chat.postMessage`, `response_url`. */
  readonly name: string
  /** The headers that matter, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: JSON where it can be shown as such. */
  readonly body: string
  /** How the sender proved who it is, and whether the receiver took it. */
  readonly proof:
    | 'signature accepted'
    | 'signature refused'
    | 'token accepted'
    | 'token refused'
    | 'none'
    | 'unknown'
  /** The HTTP status; 200 for an acknowledged envelope; `null` while there is none. */
  readonly status: number | null
  /** What came back, or Slack's code for why nothing did; `null` while it is awaited. */
  readonly answer: string | null
  readonly durationMs: number | null
}
