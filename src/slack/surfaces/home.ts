import { useOf } from '../../answers/budget.ts'
import { SETTING_ACTION } from '../../blocks/home-settings.ts'
import { HOME_ASK_ACTION, homeView, type Home } from '../../blocks/home.ts'
import { EVERY_RUN, type Run } from '../../history/history.ts'
import type { Preference } from '../../history/preferences.ts'
import { CniVersion } from '../../scenario/scenario.ts'
import { visitorOf, type Caller, type Visitor } from '../asker.ts'
import type { ListenerContext } from '../context.ts'
import type { Listener } from '../listeners/listener.ts'
import { namedRuns } from './find-runs.ts'
import { callerOfForm } from './form-caller.ts'
import { ANYWHERE } from './metadata.ts'
import { openForm } from './open-form.ts'
import { HomeOpened, ViewClick } from './payloads.ts'

const MOST_RUNS = 5
/** Channels that somebody asked in lately; more budgets are more than a Home is for. */
const MOST_CHANNELS = 5
const LOOKED_THROUGH = 50

/** The bot's Home, drawn anew whenever it is opened and after every change of a setting. */
export const home: Listener = (app, context) => {
  app.event('app_home_opened', ({ body, context: bolt }) =>
    context.underWay.run(async () => {
      const read = HomeOpened.safeParse(body)
      if (!read.success || read.data.event.tab !== 'home') return
      const { team_id: id, event } = read.data
      const sender = { team: { id }, user: { id: event.user } }
      await publish(callerOfForm(sender, ANYWHERE, bolt), context)
    }),
  )

  app.action(HOME_ASK_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      await ack()
      const read = ViewClick.safeParse(body)
      if (!read.success) return
      const caller = callerOfForm(read.data, ANYWHERE, bolt)
      await openForm('ask', ANYWHERE, { caller, trigger: read.data.trigger_id }, context)
    }),
  )

  app.action(SETTING_ACTION, ({ body, ack, context: bolt }) =>
    context.underWay.run(async () => {
      const read = ViewClick.safeParse(body)
      if (!read.success) return ack()
      const { team, user, actions } = read.data
      const { action_id, selected_option } = actions[0]
      const person = { workspace: team.id, author: user.id }
      await context.preferences.change(person, changeOf(action_id, selected_option?.value ?? ''))
      await ack()
      await publish(callerOfForm(read.data, ANYWHERE, bolt), context)
    }),
  )
}

async function publish(caller: Caller, context: ListenerContext): Promise<void> {
  const visitor = await visitorOf(caller, context)
  const client = await context.clients.of(caller.installation)
  const view = homeView(await homeOf(visitor, context))
  await client.views.publish({ user_id: caller.user, view })
}

async function homeOf(visitor: Visitor, context: ListenerContext): Promise<Home> {
  const { asker, preference, words } = visitor
  const { history, now } = context
  const [pinned, mine, names] = await Promise.all([
    history.page(asker, { ...EVERY_RUN, isPinned: true }, MOST_RUNS),
    history.page(asker, { ...EVERY_RUN, author: asker.author }, LOOKED_THROUGH),
    history.names(asker),
  ])
  return {
    pinned: pinned.runs,
    named: await namedRuns(names.slice(0, MOST_RUNS), asker, history),
    recent: mine.runs.slice(0, MOST_RUNS),
    budgets: await budgetsOf(mine.runs, asker, preference, context),
    preference,
    words,
    now: now(),
  }
}

/** The budgets of channels that somebody has asked in lately: there they have been a member. */
async function budgetsOf(
  runs: readonly Run[],
  asker: Visitor['asker'],
  preference: Preference,
  { budgets }: ListenerContext,
): Promise<Home['budgets']> {
  const channels = [...new Set(runs.map(({ channel }) => channel))].slice(0, MOST_CHANNELS)
  const found = await Promise.all(
    channels.map(async (channel) => {
      const there = { ...asker, channel }
      const budget = await budgets.find(there)
      if (!budget) return []
      return [{ channel, use: await useOf(budget, budgets, null, { asker: there, preference }) }]
    }),
  )
  return found.flat()
}

/** The change that a menu's option stands for. Whatever else comes changes nothing. */
function changeOf(action: string, value: string): Partial<Preference> {
  switch (action) {
    case 'setting-language':
      return { language: value === 'en' || value === 'fr' ? value : null }
    case 'setting-cni':
      return { cni: CniVersion.safeParse(value).success ? value : null }
    case 'setting-quiet':
      return { isQuiet: value === 'on' }
    case 'setting-figure':
      return { figure: value === 'held' ? 'held' : null }
    default:
      return {}
  }
}
