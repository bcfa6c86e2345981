import type { BotOptions } from './bot.ts'

const APP_TOKEN = 'xapp-of-these-tests'

/** The two ways from Slack to the bot: its signed requests, and a connection that the bot opens. */
export const DOORS: Readonly<Record<'signed HTTP' | 'Socket Mode', BotOptions>> = {
  'signed HTTP': {},
  'Socket Mode': {
    slack: (one) => ({ ...one, appToken: APP_TOKEN, signingSecret: null }),
    workspace: { delivery: 'socket', appToken: APP_TOKEN },
  },
}
