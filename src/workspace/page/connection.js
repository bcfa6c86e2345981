// @ts-check

/**
 * Follows the workspace as one user: the whole view first, and again after a broken connection,
 * then each change.
 *
 * @param {string} user
 * @param {{ view(view: any): void, change(change: any): void, lost(): void }} listener
 * @returns {() => void} stops following
 */
export function follow(user, listener) {
  const source = new EventSource(`/workspace/changes?user=${encodeURIComponent(user)}`)
  source.addEventListener('view', (event) => listener.view(JSON.parse(event.data)))
  source.addEventListener('change', (event) => listener.change(JSON.parse(event.data)))
  source.addEventListener('error', () => listener.lost())
  return () => source.close()
}

/**
 * Sends something that the user did and waits until the bot has acknowledged it.
 *
 * @param {'type' | 'click'} what
 * @param {Record<string, string | undefined>} body
 * @returns {Promise<{ ok: boolean, error?: string }>}
 */
export async function send(what, body) {
  try {
    const response = await fetch(`/workspace/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return await response.json()
  } catch {
    return { ok: false, error: 'the workspace does not answer; is it still running?' }
  }
}
