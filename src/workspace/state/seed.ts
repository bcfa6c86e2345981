import type { App, Channel, State, Team, User } from './model.ts'

/** Slackbot's user id, the same in every workspace. */
export const slackbotId = 'USLACKBOT'

const team: Team = { id: 'T0EKSIP', name: 'eksip local', domain: 'eksip-local' }

const app: App = {
  id: 'A0EKSIP',
  name: 'eksip',
  botId: 'B0EKSIP',
  botUserId: 'U0EKSIP',
  commands: ['/eksip'],
}

const users: readonly User[] = [
  { id: 'U0ADA', name: 'ada', realName: 'Ada Morales', locale: 'en-US', isBot: false },
  { id: 'U0AMELIE', name: 'amelie', realName: 'Amélie Laurent', locale: 'fr-FR', isBot: false },
  { id: 'U0OLIVER', name: 'oliver', realName: 'Oliver Hughes', locale: 'en-GB', isBot: false },
  { id: app.botUserId, name: 'eksip', realName: 'eksip', locale: 'en-US', isBot: true },
  { id: slackbotId, name: 'slackbot', realName: 'Slackbot', locale: 'en-US', isBot: true },
]

const people = ['U0ADA', 'U0AMELIE', 'U0OLIVER']

// The bot is in #capacity only: elsewhere it meets not_in_channel and channel_not_found, as it
// would in a real workspace until somebody invites it.
const channels: readonly Channel[] = [
  { id: 'C0CAPACITY', name: 'capacity', kind: 'public', memberIds: [...people, app.botUserId] },
  { id: 'C0GENERAL', name: 'general', kind: 'public', memberIds: people },
  { id: 'C0PRODBLUE', name: 'prod-blue', kind: 'private', memberIds: ['U0ADA', 'U0AMELIE'] },
  { id: 'D0ADA', name: '', kind: 'direct', memberIds: ['U0ADA', app.botUserId] },
  { id: 'D0AMELIE', name: '', kind: 'direct', memberIds: ['U0AMELIE', app.botUserId] },
  { id: 'D0OLIVER', name: '', kind: 'direct', memberIds: ['U0OLIVER', app.botUserId] },
]

/** The workspace as it is on a first visit: three people, four kinds of conversation, no message. */
export const seed: State = { team, app, users, channels, messages: [], lastTsMicros: 0 }
