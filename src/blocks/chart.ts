import type { types } from '@slack/bolt'
import type { Chart } from '../reply/reply.ts'
import { clip } from './clip.ts'
import { SLACK_LIMITS } from './limits.ts'

/** A line chart, which Slack draws itself, as its reference describes it. */
interface ChartBlock extends types.Block {
  readonly type: 'data_visualization'
  readonly title: string
  readonly chart: {
    readonly type: 'line'
    readonly series: readonly {
      readonly name: string
      readonly data: readonly { readonly label: string; readonly value: number }[]
    }[]
    readonly axis_config: {
      readonly categories: readonly string[]
      readonly x_label: string
      readonly y_label: string
    }
  }
}

const { chartTitle, chartName, chartSeries, chartPoints, chartAxis } = SLACK_LIMITS

/** A chart; what is past Slack's limits is left out, and said in the text beside it anyway. */
export function chart({ title, xLabel, yLabel, ...drawn }: Chart): types.KnownBlock {
  const categories = drawn.categories.slice(0, chartPoints).map((name) => clip(name, chartName))
  const series = drawn.series.slice(0, chartSeries).map(({ name, values }) => ({
    name: clip(name, chartName),
    data: categories.map((label, index) => ({ label, value: values[index] ?? 0 })),
  }))
  const axis_config = {
    categories,
    x_label: clip(xLabel, chartAxis),
    y_label: clip(yLabel, chartAxis),
  }
  const block: ChartBlock = {
    type: 'data_visualization',
    title: clip(title, chartTitle),
    chart: { type: 'line', series, axis_config },
  }
  // oxlint-disable-next-line no-unsafe-type-assertion -- Slack's package of types does not have this block yet
  return block as types.Block as types.KnownBlock
}
