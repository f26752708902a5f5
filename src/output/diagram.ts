import { safe } from './safe.ts'

export const diagramNames = ['dot', 'mermaid'] as const
export type DiagramName = (typeof diagramNames)[number]

/** What a diagram draws: boxes, arrows between them, and a path through them that stands out. */
export interface Diagram {
  readonly boxes: readonly { readonly id: number; readonly label: string; readonly isDone: boolean }[]
  /** `from` comes before `to`; one that is only part of another is drawn dashed. */
  readonly arrows: readonly { readonly from: number; readonly to: number; readonly isPart: boolean }[]
  /** Ids, first to last. */
  readonly path: readonly number[]
}

/** A diagram as text for Graphviz (graphviz.org/doc/info/lang.html) or Mermaid (mermaid.js.org/syntax/flowchart.html). */
export function draw(diagram: Diagram, name: DiagramName): string {
  return name === 'dot' ? dot(diagram) : mermaid(diagram)
}

/** True for an arrow along the path. */
function alongPath(path: readonly number[]): (arrow: { from: number; to: number }) => boolean {
  const next = new Map(path.slice(1).map((id, at) => [path[at]!, id]))
  return ({ from, to }) => next.get(from) === to
}

function dot({ boxes, arrows, path }: Diagram): string {
  const quoted = (text: string) => `"${safe(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const isOnPath = alongPath(path)
  const critical = new Set(path)
  const lines = [
    'digraph tasks {',
    '  rankdir=LR',
    '  node [shape=box, style=rounded]',
    ...boxes.map(({ id, label, isDone }) => {
      const look = [
        `label=${quoted(label)}`,
        ...(critical.has(id) ? ['color=red', 'penwidth=2'] : []),
        ...(isDone ? ['fontcolor=gray'] : []),
      ]
      return `  ${id} [${look.join(', ')}]`
    }),
    ...arrows.map((arrow) => {
      const look = arrow.isPart ? ' [style=dashed, arrowhead=none]' : isOnPath(arrow) ? ' [color=red, penwidth=2]' : ''
      return `  ${arrow.from} -> ${arrow.to}${look}`
    }),
    '}',
  ]
  return `${lines.join('\n')}\n`
}

function mermaid({ boxes, arrows, path }: Diagram): string {
  // Quotes hold any text; what could end them or be markup is written as an entity.
  const quoted = (text: string) => `"${safe(text).replaceAll(/["#<>&`\\]/g, (mark) => `#${mark.charCodeAt(0)};`)}"`
  const isOnPath = alongPath(path)
  const closed = boxes.filter(({ isDone }) => isDone).map(({ id }) => id)
  const lines = [
    'flowchart LR',
    ...boxes.map(({ id, label }) => `  t${id}[${quoted(label)}]`),
    ...arrows.map((arrow) => `  t${arrow.from} ${arrow.isPart ? '-.-' : isOnPath(arrow) ? '==>' : '-->'} t${arrow.to}`),
    ...(path.length === 0 ? [] : ['  classDef critical stroke:#c00,stroke-width:3px', classed(path, 'critical')]),
    ...(closed.length === 0 ? [] : ['  classDef done color:#888', classed(closed, 'done')]),
  ]
  return `${lines.join('\n')}\n`
}

function classed(ids: readonly number[], name: string): string {
  return `  class ${ids.map((id) => `t${id}`).join(',')} ${name}`
}
