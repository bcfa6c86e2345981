import type { Logger } from 'pino'
import type { Budgets } from '../history/budgets.ts'
import type { History } from '../history/history.ts'
import type { Outbox } from '../history/outbox.ts'
import type { Words } from '../words/words.ts'
import type { VisitorSources } from './asker.ts'
import type { Clients } from './clients.ts'
import type { Courier } from './delivery/courier.ts'
import type { FileSender } from './delivery/file-sender.ts'
import type { Events } from './events.ts'
import type { Pace } from './pace.ts'
import type { RunLinks } from './run-links.ts'
import type { UnderWay } from './under-way.ts'

/** What the listeners work with. */
export interface ListenerContext extends VisitorSources {
  readonly history: History
  readonly budgets: Budgets
  readonly outbox: Outbox
  readonly clients: Clients
  readonly courier: Courier
  readonly files: FileSender
  /** `null`: runs have no addresses. */
  readonly links: RunLinks | null
  readonly pace: Pace
  readonly events: Events
  /** In the language of the settings, where the reader's is not known. */
  readonly words: Words
  readonly now: () => Date
  readonly logger: Logger
  readonly underWay: UnderWay
  /** A workspace has removed the bot: its installation, data and tokens go. */
  readonly uninstall: (installation: string) => Promise<void>
}
