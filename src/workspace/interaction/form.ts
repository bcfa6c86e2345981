import type { Core } from '../core.ts'
import { blocksOf, idOf, type Shown } from '../delivery/shown.ts'
import { formState, type FormState } from '../elements/form-state.ts'
import type { Known } from '../elements/state-value.ts'
import type { FormValues } from '../http/page-contract.ts'
import { findFile } from '../state/lookup.ts'
import type { User } from '../state/model.ts'
import { apiFile } from '../web-api/message.ts'

/** What the inputs hold that a user sees, as payloads show it. */
export function stateOf(core: Core, user: User, shown: Shown, form: FormValues): FormState {
  return formState(blocksOf(shown), form, knownIn(core, user, idOf(shown)))
}

/** What a user may choose in one message or view, beside what stands in its blocks. */
export function knownIn(core: Core, user: User, shownId: string): Known {
  return {
    suggestedFor: ({ blockId, actionId }) =>
      core.suggestions.of({ userId: user.id, shownId, blockId, actionId }),
    fileOf(id) {
      const file = findFile(core.live.current(), id)
      return file?.userId === user.id ? apiFile(file, core.origin()) : undefined
    },
  }
}
