import { createHash } from 'node:crypto'
import { ENGINE_VERSION } from '../allocation/version.ts'
import { Prisma } from './generated/client.ts'
import type { NewRun } from './kept.ts'
import { GRACE_MS } from './outbox.ts'
import { shapeOf } from './shape.ts'
import { encodePlan } from './stored-plan.ts'
import { encodeScenario } from './stored-scenario.ts'
import { uuid7 } from './uuid7.ts'

/** The one statement that keeps a run, to be sent at `now`; its parameters are told with the function. */
export function keepQuery(run: NewRun, now: number): Prisma.Sql {
  const { asker, request, name, line, scenario, plan, askedAt, parent, against } = run
  const { workspace, channel, thread, isPrivate, author, authorName } = asker
  const { key, answerBy, delivery } = request
  const answerWithin = answerBy && `${answerBy.getTime() - now} milliseconds`
  return Prisma.sql`
    SELECT * FROM keep_run(
      workspace => ${workspace}, channel => ${channel}, thread => ${thread},
      is_private => ${isPrivate}, author => ${author}, author_name => ${authorName},
      id => ${uuid7(askedAt)}, name => ${name}, line => ${line}, shape => ${shapeOf(scenario)},
      scenario => ${JSON.stringify(encodeScenario(scenario))},
      plan => ${JSON.stringify(encodePlan(plan))},
      engine => ${ENGINE_VERSION}, cni => ${scenario.cni}, changes => ${parent},
      against => ${against}, asked_at => ${askedAt.toISOString()}, answer_within => ${answerWithin},
      request => ${key}, same_line => ${key === null ? null : sameLineKey(run)},
      reply => ${delivery?.id}, installation => ${delivery?.installation},
      language => ${delivery?.language}, response_url => ${delivery?.responseUrl},
      reply_due => ${delivery && new Date(now + GRACE_MS).toISOString()},
      audit_id => ${uuid7(askedAt)})`
}

/** Who sent which line where: the same once more within 30 seconds is not a new question. */
function sameLineKey({ asker: { channel, author }, line }: NewRun): string {
  const digest = createHash('sha256').update(JSON.stringify([channel, author, line]))
  return `line:${digest.digest('base64url')}`
}
