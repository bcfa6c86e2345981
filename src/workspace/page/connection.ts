import type {
  OptionsAnswer,
  PageAnswer,
  PageChange,
  PageRequests,
  SubmitAnswer,
  TrafficEntry,
  UploadAnswer,
  View,
} from '../http/page-contract.ts'

/** What is told to somebody who follows the workspace. */
export type Listener = {
  /** The whole view: first, and again after a broken connection. */
  view(view: View): void
  change(change: PageChange): void
  /** `isFinal` when the browser does not try again: there is no such user. */
  lost(isFinal: boolean): void
}

/** What each request is answered with. */
export type AnswerTo<Name extends keyof PageRequests> = Name extends 'suggest'
  ? OptionsAnswer
  : Name extends 'submit'
    ? SubmitAnswer
    : PageAnswer

/** Follows the workspace as one user. Gives what stops it. */
export function follow(user: string, listener: Listener): () => void {
  const source = new EventSource(`/workspace/changes?user=${encodeURIComponent(user)}`)
  source.addEventListener('view', (event) => listener.view(JSON.parse(event.data)))
  source.addEventListener('change', (event) => listener.change(JSON.parse(event.data)))
  source.addEventListener('error', () => listener.lost(source.readyState === EventSource.CLOSED))
  return () => source.close()
}

/** Follows the traffic between workspace and bot. Gives what stops it. */
export function followTraffic(listener: (entry: TrafficEntry) => void): () => void {
  const source = new EventSource('/workspace/traffic')
  source.addEventListener('entry', (event) => listener(JSON.parse(event.data)))
  return () => source.close()
}

/** Sends what a user did and waits for the answer, which comes when the bot has acknowledged. */
export async function send<Name extends keyof PageRequests>(
  name: Name,
  user: string,
  body: Omit<PageRequests[Name], 'user'>,
): Promise<AnswerTo<Name> | Unreachable> {
  try {
    const response = await fetch(`/workspace/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, user }),
    })
    const answer: AnswerTo<Name> = await response.json()
    return answer
  } catch {
    return { ok: false, error: 'workspace_unreachable', errors: {} }
  }
}

/** Uploads a file of the user, for a form. */
export async function uploadFile(user: string, file: File): Promise<UploadAnswer> {
  const query = new URLSearchParams({ user, name: file.name })
  try {
    const response = await fetch(`/workspace/upload?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const answer: UploadAnswer = await response.json()
    return answer
  } catch {
    return { ok: false, error: 'workspace_unreachable' }
  }
}

/** The workspace itself did not answer. */
export type Unreachable = {
  readonly ok: false
  readonly error: 'workspace_unreachable'
  readonly errors: Readonly<Record<string, string>>
}

/** Whether the workspace took a request, be its answer a yes or a no. */
export function wasTaken(answer: PageAnswer | Unreachable): boolean {
  return answer.ok || answer.error !== 'workspace_unreachable'
}
