import type { App } from '@slack/bolt'
import type { ListenerContext } from '../context.ts'

/** Adds what the bot does for one kind of request. */
export type Listener = (app: App, context: ListenerContext) => void
