import type { Manifest } from './manifest.ts'
import type { App, Channel, State, Team, User } from './model.ts'

/** Slackbot's user id, the same in every workspace. */
export const slackbotId = 'USLACKBOT'

const team: Team = { id: 'T0EKSIP', name: 'eksip local', domain: 'eksip-local' }

const app: App = {
  id: 'A0EKSIP',
  name: 'eksip',
  botId: 'B0EKSIP',
  botUserId: 'U0EKSIP',
}

const person = { locale: 'en-US', isBot: false, isAdmin: false } as const

const users: readonly User[] = [
  { ...person, id: 'U0ADA', name: 'ada', realName: 'Ada Morales', isAdmin: true },
  { ...person, id: 'U0AMELIE', name: 'amelie', realName: 'Amélie Laurent', locale: 'fr-FR' },
  { ...person, id: 'U0OLIVER', name: 'oliver', realName: 'Oliver Hughes', locale: 'en-GB' },
  { ...person, id: app.botUserId, name: 'eksip', realName: 'eksip', isBot: true },
  { ...person, id: slackbotId, name: 'slackbot', realName: 'Slackbot', isBot: true },
]

const people = ['U0ADA', 'U0AMELIE', 'U0OLIVER']

// The bot is in #capacity only: elsewhere it meets not_in_channel and channel_not_found, as it
// would in a real workspace until somebody invites it.
const channels: readonly Channel[] = [
  channel('C0CAPACITY', 'capacity', 'public', ...people, app.botUserId),
  channel('C0PLATFORM', 'platform', 'public', ...people),
  channel('C0PRODBLUE', 'prod-blue', 'private', 'U0ADA', 'U0AMELIE'),
  channel('D0ADA', '', 'direct', 'U0ADA', app.botUserId),
  channel('D0AMELIE', '', 'direct', 'U0AMELIE', app.botUserId),
  channel('D0OLIVER', '', 'direct', 'U0OLIVER', app.botUserId),
]

function channel(
  id: string,
  name: string,
  kind: Channel['kind'],
  ...memberIds: readonly string[]
): Channel {
  return { id, name, kind, memberIds, isArchived: false }
}

/** The workspace as it is on a first visit: three people, four kinds of conversation, no message. */
export const seed: State = {
  team,
  app,
  users,
  channels,
  messages: [],
  files: [],
  homes: {},
  modals: {},
  lastTsMicros: 0,
}

/**
 * What the app offers, may do and is told where no other manifest is given: what stands in
 * deploy/slack-manifest.yaml. A test compares the two.
 */
export const seedManifest: Manifest = {
  commands: [
    {
      command: '/eksip',
      description: 'How many VPC addresses do these nodes and pods take?',
      usage_hint: 't3.2xlarge 2 nodes 27 pods warm-ip=2 | compare #39 #42 | help',
    },
  ],
  shortcuts: [
    {
      type: 'message',
      name: 'What if…',
      description: 'Ask this scenario again with something changed',
      callback_id: 'what_if',
    },
    {
      type: 'message',
      name: 'Compare with…',
      description: 'Set this scenario beside another one',
      callback_id: 'compare_with',
    },
    {
      type: 'global',
      name: 'Ask eksip',
      description: 'How many VPC addresses do these nodes and pods take?',
      callback_id: 'ask',
    },
  ],
  botScopes: [
    'commands',
    'chat:write',
    'app_mentions:read',
    'im:history',
    'users:read',
    'channels:read',
    'im:write',
    'files:write',
    'links:read',
    'links:write',
  ],
  botEvents: [
    'app_mention',
    'message.im',
    'link_shared',
    'app_home_opened',
    'app_uninstalled',
    'tokens_revoked',
  ],
  unfurlDomains: ['eksip.example.com'],
}
