import type { ElementValue } from '../http/page-contract.ts'
import type { AppView, Message } from '../state/model.ts'
import type { Answers } from './answers.ts'

/** What came of a form: errors by block_id if any, and the modal that is on top now. */
export type Submitted = {
  readonly errors: Readonly<Record<string, string>>
  readonly modal: AppView | undefined
}

/**
 * A person in the workspace, played by a test or a script. What they do waits until something
 * appears or changes for them because of it, and throws when nothing does.
 */
export type WorkspaceUser = {
  readonly id: string
  /**
   * Types a line and gives what the user then sees from others: every message posted or changed
   * because of it, at least one. A line that is no slash command gives the posted message itself.
   */
  types(channel: string, text: string, options?: InThread): Promise<readonly Message[]>
  /** Writes `@eksip` and the text, and gives what the bot answers, at least one message. */
  mentions(channel: string, text: string, options?: InThread): Promise<readonly Message[]>
  /**
   * Uses an element, found by its action_id or its words; `value` is the choice in a menu, by its
   * words or value. Gives the messages that changed or came; none when one went away, or when a
   * modal or the Home changed instead. Throws when the bot does not acknowledge.
   */
  clicks(
    where: Message | AppView,
    element: string,
    value?: ElementValue,
  ): Promise<readonly Message[]>
  /** Types into an external menu and gives the words of the options that the app suggests. */
  suggestions(where: Message | AppView, element: string, typed: string): Promise<readonly string[]>
  /** Types into an external menu and chooses an option, by its words or value, as `clicks` does. */
  chooses(
    where: Message | AppView,
    element: string,
    option: string,
    typed?: string,
  ): Promise<readonly Message[]>
  /** Uploads a file for a form, and gives its id: what `submits` takes for a file input. */
  uploads(name: string, content: Buffer): string
  /** Fills in a modal and sends it. Inputs are named by action_id, block_id or label. */
  submits(view: AppView, answers?: Answers): Promise<Submitted>
  /** Closes the modal on top, or with `all` every open one. */
  closes(view: AppView, options?: { readonly all?: boolean }): Promise<void>
  /** Runs a shortcut of a message, or with `null` a global one; gives messages as `clicks` does. */
  shortcut(message: Message | null, callbackId: string): Promise<readonly Message[]>
  /** Opens the App Home and gives what the app publishes then. */
  opensHome(): Promise<AppView>
  /** Waits until the user sees a message whose text matches, and gives the newest such one. */
  sees(channel: string, wanted: string | RegExp): Promise<Message>
  /** Waits until the modal on top has matching words, and gives it. */
  seesModal(wanted?: string | RegExp): Promise<AppView>
  /** The modal on top right now. */
  modal(): AppView | undefined
  /** Changes the language, such as `fr-FR`. */
  speaks(locale: string): void
  /** Allows an installation, as an admin, and gives the address that the browser goes to then. */
  allows(authorizeUrl: string): string
}

/** Where a line is written: in a thread, by the `ts` of its first message. */
export type InThread = { readonly threadTs?: string }
