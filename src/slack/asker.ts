import type { Asker } from '../history/history.ts'
import { NO_PREFERENCE, type Preference, type Preferences } from '../history/preferences.ts'
import { WORDS, type Language, type Words } from '../words/words.ts'
import type { Conversations } from './conversations.ts'
import { withDeadline } from './deadline.ts'
import type { People } from './people.ts'

/** Whoever asks, as Slack's payloads tell, before anything was looked up. */
export interface Caller {
  /** The team or organization that installed the bot: whose token reaches the caller. */
  readonly installation: string
  readonly workspace: string
  readonly channel: string
  /** The root message of the thread, or `null` in the channel itself. */
  readonly thread: string | null
  readonly user: string
  readonly userName: string | null
  /**
   * The channel's name as commands and clicks carry it: `privategroup` and `directmessage` stand for
   * all private ones. `null` where the payload tells nothing, as with events.
   */
  readonly channelName: string | null
}

/** Whoever asks, with what Slack knows of them and of the place. */
export interface Visitor {
  readonly asker: Asker
  readonly preference: Preference
  readonly language: Language
  readonly words: Words
  /** Those without what the person has set. */
  readonly usualWords: Words
  readonly timeZone: string
}

export interface VisitorSources {
  readonly people: People
  readonly conversations: Conversations
  readonly preferences: Preferences
  /** Where neither the person nor Slack names one. */
  readonly language: Language
}

/** A history that is slower than this will hardly store anything in time. */
const PREFERENCE_WITHIN_MS = 1_000

/** The one way from a payload to who asks: every listener takes it. It never fails, and soon ends. */
export async function visitorOf(caller: Caller, sources: VisitorSources): Promise<Visitor> {
  const { installation, workspace, channel, thread, user, userName } = caller
  const [person, isPrivate] = await Promise.all([
    sources.people.find(installation, user),
    isPrivatePlace(caller, sources.conversations),
  ])
  const asker = {
    workspace,
    channel,
    thread,
    isPrivate,
    author: user,
    authorName: userName ?? person.name,
    isAdmin: person.isAdmin,
  }
  const found = withDeadline(sources.preferences.find(asker), PREFERENCE_WITHIN_MS)
  const preference = await found.catch(() => NO_PREFERENCE)
  const usual = person.language ?? sources.language
  const language = preference.language ?? usual
  const { timeZone } = person
  return {
    asker,
    preference,
    language,
    words: WORDS[language],
    usualWords: WORDS[usual],
    timeZone: timeZone ?? 'UTC',
  }
}

/** What cannot be known for sure counts as private: then its runs are shown nowhere else. */
async function isPrivatePlace(caller: Caller, conversations: Conversations): Promise<boolean> {
  const { channelName, installation, channel } = caller
  if (!channel.startsWith('C')) return true
  if (channelName === null) return !(await conversations.isPublic(installation, channel))
  return /^(?:privategroup|directmessage)$|^mpdm-/.test(channelName)
}
