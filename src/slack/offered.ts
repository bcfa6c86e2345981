/**
 * What the bot offers in Slack and is told of. The manifest of the app says the same, and a test
 * compares the two with the listeners.
 */
export const COMMAND = '/eksip'

/** The messages that the bot is told of: those in its direct messages, which are lines without the command. */
export const MESSAGES = 'message.im'

/** Shortcuts by their callback ids: two in the menu of a message, and one for anywhere. */
export const SHORTCUTS = { whatIf: 'what_if', compareWith: 'compare_with', ask: 'ask' } as const
