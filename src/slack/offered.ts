/**
 * What the bot offers in Slack and is told of. The manifest of the app says the same, and a test
 * compares the two with the listeners.
 */
export const COMMAND = '/eksip'

/** Shortcuts in the menu of a message, by their callback ids. */
export const SHORTCUTS = { whatIf: 'what_if', compareWith: 'compare_with' } as const
