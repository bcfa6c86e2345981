import { z } from 'zod'
import { languageOf, type Language } from '../words/words.ts'
import type { Clients } from './clients.ts'
import { lookUp } from './look-up.ts'

/** What Slack knows of somebody. */
export interface Person {
  readonly name: string | null
  /** By the locale of their Slack; `null` where Slack did not say. */
  readonly language: Language | null
  /** Such as `Europe/Paris`; `null` where Slack did not say. */
  readonly timeZone: string | null
  /** An admin or owner of the workspace. */
  readonly isAdmin: boolean
}

/** The people of all workspaces. */
export interface People {
  /** Never fails and answers within `WITHIN_MS`: somebody unknown is no admin and has no language. */
  find(installation: string, user: string): Promise<Person>
}

/** Nobody's answer waits longer for their name and language. */
const WITHIN_MS = 300
/** People change their language rarely, and Slack allows about 100 of these calls a minute. */
const KEEP_MS = 4 * 60 * 60 * 1_000
const KEEP_FAILURE_MS = 60_000
const MOST_PEOPLE = 10_000

const STRANGER: Person = { name: null, language: null, timeZone: null, isAdmin: false }

/** What is used of `users.info`. */
const UserInfo = z.object({
  user: z.object({
    name: z.string().optional(),
    locale: z.string().optional(),
    tz: z.string().optional(),
    is_admin: z.boolean().optional(),
    is_owner: z.boolean().optional(),
  }),
})

/** What is known of somebody is kept for `keepMs`. */
export function slackPeople(
  clients: Clients,
  { keepMs = KEEP_MS, now = Date.now }: { keepMs?: number | undefined; now?: () => number } = {},
): People {
  const find = lookUp<Person>({
    async ask(key) {
      const [installation = '', user = ''] = key.split(' ')
      const client = await clients.of(installation)
      return personOf(await client.users.info({ user, include_locale: true }))
    },
    otherwise: STRANGER,
    withinMs: WITHIN_MS,
    keepMs,
    keepFailureMs: KEEP_FAILURE_MS,
    most: MOST_PEOPLE,
    now,
  })
  return { find: (installation, user) => find(`${installation} ${user}`) }
}

function personOf(response: unknown): Person {
  const { user } = UserInfo.parse(response)
  return {
    name: user.name ?? null,
    language: user.locale === undefined ? null : languageOf(user.locale),
    timeZone: user.tz ?? null,
    isAdmin: user.is_admin === true || user.is_owner === true,
  }
}
