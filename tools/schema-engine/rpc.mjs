import { createInterface } from 'node:readline'

/**
 * Answers the calls that come in on stdin until it is closed. The engine is made at the first call.
 * Prisma's command line ends with success and without a word when its engine dies, so no failure
 * may leave a call unanswered.
 */
export function serve(makeEngine) {
  const openIds = new Set()
  const running = new Set()
  let engine

  const reply = (id, outcome) => {
    if (openIds.delete(id)) send({ id, ...outcome })
  }
  const failAll = (error) => {
    for (const id of openIds) reply(id, failure(error))
  }
  process.on('uncaughtException', failAll)
  process.on('unhandledRejection', failAll)

  const answer = async ({ id, method, params }) => {
    try {
      engine ??= makeEngine()
      const result = await call(await engine, method, params)
      if (method === 'diff' && result?.stdout) send(print(id, result.stdout))
      reply(id, { result: result ?? {} })
    } catch (error) {
      reply(id, failure(error))
    }
  }

  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const message = JSON.parse(line)
    // No method: the command line confirms something that it was asked to print.
    if (message.method === undefined) return
    openIds.add(message.id)
    const work = answer(message).finally(() => running.delete(work))
    running.add(work)
  })
  lines.on('close', async () => {
    await Promise.allSettled(running)
    process.exit(0)
  })
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** One method has another name in the WebAssembly build. */
function call(engine, method, params) {
  return engine[method === 'getDatabaseVersion' ? 'version' : method](params)
}

/** Asks the command line to print; an id of its own, as it confirms it. */
function print(id, text) {
  return { method: 'print', params: { content: text.replace(/\n$/, '') }, id: id + 1_000_000 }
}

function failure(error) {
  const data = {
    is_panic: false,
    message: error?.message ?? String(error),
    error_code: error?.code,
  }
  return {
    error: { code: 4466, message: 'An error happened. Check the data field for details.', data },
  }
}
