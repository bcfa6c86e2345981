import { Removal } from '../requests.ts'
import type { Listener } from './listener.ts'

/**
 * A workspace removes the bot, or an admin revokes its token. Slack may send both, in either order
 * and more than once: each time everything goes that is still there. A failure is not acknowledged,
 * so that Slack sends the event again.
 */
export const lifecycle: Listener = (app, context) => {
  const { underWay, uninstall, logger } = context
  const remove = async (body: unknown): Promise<void> => {
    const read = Removal.safeParse(body)
    if (!read.success) return logger.warn('an uninstallation that could not be read')
    const { event, team_id, enterprise_id, is_enterprise_install } = read.data
    // Tokens of people are none of ours.
    if (event.type === 'tokens_revoked' && event.tokens.bot.length === 0) return
    const owner = is_enterprise_install ? (enterprise_id ?? team_id) : team_id
    await uninstall(owner)
    logger.info({ owner, event: event.type }, 'the bot was removed')
  }
  app.event('app_uninstalled', ({ body }) => underWay.run(() => remove(body)))
  app.event('tokens_revoked', ({ body }) => underWay.run(() => remove(body)))
}
