import { allocate } from '../allocation/allocate.ts'
import { readRequest, type RequestProblem } from '../scenario/request.ts'

/** The answer to one line of requests: the figures of its node group, or its problems. */
export function allocationLine(line: string): string {
  const { id, request } = parsedLine(line)
  if (request === undefined) return refused(null, [NOT_JSON])
  const scenario = readRequest(request)
  if (!scenario.ok) return refused(id, scenario.problems)
  const plan = allocate(scenario.value)
  const { fit, groups } = plan
  return JSON.stringify({ id, ok: true, ...groups[0], ...(fit === null ? {} : { fit }) })
}

const NOT_JSON: RequestProblem = {
  code: 'not-json',
  path: '',
  message: 'the line is not a JSON object',
}

function parsedLine(line: string): { readonly id: unknown; readonly request?: object } {
  try {
    const json: unknown = JSON.parse(line)
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return { id: null }
    const { id = null, ...request } = json as { readonly id?: unknown }
    return { id, request }
  } catch {
    return { id: null }
  }
}

function refused(id: unknown, problems: readonly RequestProblem[]): string {
  return JSON.stringify({ id, ok: false, problems })
}
