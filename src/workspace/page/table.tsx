import type { DataTableBlock, TableBlock } from '@slack/types'
import { useRef, useState, type ReactNode } from 'react'

import { usePage } from './page-context.ts'
import { RichText } from './text.tsx'
import { useOverflow } from './use-overflow.ts'

type Cell = TableBlock['rows'][number][number]

/** A table block. Its first row is the header, as Slack draws it. */
export function PlainTable({ block }: { readonly block: TableBlock }): ReactNode {
  const rows = block.rows.map((row) => row.map(drawCell))
  const columns = block.column_settings ?? []
  const classes = columns.map((column) =>
    // Slack takes null for a column without settings, which the types do not say.
    [column?.align ?? 'left', column?.is_wrapped ? 'wrapped' : ''].join(' ').trim(),
  )
  return <Grid label={usePage().words.table} rows={rows} columnClasses={classes} />
}

/** A data table: with a caption, sorted by a click on a column, in pages. */
export function DataTable({ block }: { readonly block: DataTableBlock }): ReactNode {
  const { words } = usePage()
  const [sort, setSort] = useState<Sort | undefined>()
  const [page, setPage] = useState(0)
  const [header = [], ...body] = block.rows
  const size = block.page_size ?? 5
  const sorted = sort === undefined ? body : sortRows(body, sort)
  const pages = Math.max(1, Math.ceil(body.length / size))
  const shown = sorted.slice(page * size, (page + 1) * size)
  return (
    <div className="data-table">
      <Grid
        label={block.caption}
        isCaptionShown
        rows={[header, ...shown].map((row) => row.map(drawCell))}
        rowHeader={block.row_header_column_index ?? 0}
        columnClasses={header.map((_, column) => (isNumeric(body, column) ? 'right' : 'left'))}
        sort={sort}
        onSort={(column) => {
          setSort({ column, isDescending: sort?.column === column && !sort.isDescending })
          setPage(0)
        }}
      />
      {pages > 1 && (
        <div className="pages" role="group" aria-label={words.pagesOf(block.caption)}>
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {words.previous}
          </button>
          <span role="status">{words.pageOf(page + 1, pages)}</span>
          <button type="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            {words.next}
          </button>
        </div>
      )}
    </div>
  )
}

type Sort = { readonly column: number; readonly isDescending: boolean }

/** Rows of anything; the first one is the header. It scrolls sideways where it is too wide. */
export function Grid({
  label,
  rows,
  columnClasses = [],
  isCaptionShown = false,
  rowHeader,
  sort,
  onSort,
}: {
  readonly label: string
  readonly rows: readonly (readonly ReactNode[])[]
  readonly columnClasses?: readonly string[] | undefined
  readonly isCaptionShown?: boolean
  readonly rowHeader?: number
  readonly sort?: Sort | undefined
  readonly onSort?: (column: number) => void
}): ReactNode {
  const { words } = usePage()
  const [header = [], ...body] = rows
  const region = useRef<HTMLDivElement>(null)
  const { left, right } = useOverflow(region)
  const isScrolled = left || right
  return (
    <div className="table-around" data-left={left} data-right={right}>
      <div
        className="table"
        ref={region}
        // No landmark: a channel full of tables would have dozens.
        role="group"
        aria-label={isScrolled ? words.scrollsSideways(label) : label}
        tabIndex={isScrolled ? 0 : undefined}
      >
        <table>
          {isCaptionShown && <caption>{label}</caption>}
          <thead>
            <tr>
              {header.map((cell, column) => (
                <th
                  key={column}
                  scope="col"
                  className={columnClasses[column]}
                  aria-sort={sort?.column === column ? directionOf(sort) : undefined}
                >
                  {onSort === undefined ? (
                    cell
                  ) : (
                    <button type="button" className="sort" onClick={() => onSort(column)}>
                      {cell}
                      <span aria-hidden="true">{arrowOf(sort, column)}</span>
                    </button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) =>
                  column === rowHeader ? (
                    <th key={column} scope="row" className={columnClasses[column]}>
                      {cell}
                    </th>
                  ) : (
                    <td key={column} className={columnClasses[column]}>
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isScrolled && (
        <p className="more-columns" aria-hidden="true">
          {left && '← '}
          {words.moreColumns}
          {right && ' →'}
        </p>
      )}
    </div>
  )
}

function drawCell(cell: Cell): ReactNode {
  if (cell.type === 'rich_text') return <RichText elements={cell.elements} />
  return cell.type === 'raw_number' ? (cell.text ?? cell.value) : cell.text
}

function sortRows(
  rows: DataTableBlock['rows'],
  { column, isDescending }: Sort,
): DataTableBlock['rows'] {
  const sign = isDescending ? -1 : 1
  const asNumbers = isNumeric(rows, column)
  return rows.toSorted((left, right) => {
    const [one, other] = [left[column], right[column]]
    if (asNumbers) return sign * (numberIn(one) - numberIn(other))
    return sign * wordsIn(one).localeCompare(wordsIn(other))
  })
}

/** Slack sorts by number only where every cell is a raw_number. */
function isNumeric(rows: DataTableBlock['rows'], column: number): boolean {
  return rows.every((row) => row[column]?.type === 'raw_number')
}

function numberIn(cell: Cell | undefined): number {
  return cell?.type === 'raw_number' ? cell.value : 0
}

function wordsIn(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  return cell.type === 'rich_text' ? JSON.stringify(cell.elements) : (cell.text ?? '')
}

function directionOf(sort: Sort): 'ascending' | 'descending' {
  return sort.isDescending ? 'descending' : 'ascending'
}

function arrowOf(sort: Sort | undefined, column: number): string {
  if (sort?.column !== column) return ' ↕'
  return sort.isDescending ? ' ↓' : ' ↑'
}
