// What the server answers: docs/reference/page-data.md, contract version 1.

export type ActId = string
export type Version = 'recorded' | 'told'
export type Range = readonly [number, number]
export type Maybe = number | null
export type Ends = readonly [Maybe, Maybe] // null: beyond the act

export interface About {
  contract: number
  refight: string
  digest: string
  acts: ActId[]
  offline: boolean
  limits: { pairs: number; default_pairs: number; levers: number; queue: number }
  replays: string[]
  has: { causes: boolean; swap: boolean; whatif: boolean }
  closing: string
}

export interface Verdict { word: string; reason: string }
export interface VoiceCount { claims: number; sources: number; voices: number }
export interface Told { quantity: string; low: Maybe; high: Maybe; date: string | null; unit: string | null; reading: string }

export interface Sentence {
  id: string
  section: string
  unit: string
  paraphrase: string
  sha256: string
  length: number
  speaker: string
  how: string
  role: string
  record: string
  simulated: string
  reason: string
  label: string | null
  rows: number[]
  told: Told[]
  own_claims: string[]
  recorded: { relation: string; claim: string }[]
  voices: Record<string, VoiceCount>
  arithmetic: string[]
  tests: { id: string; title: string; verdict: string; shows: string }[]
  verdicts: { record: Verdict; arithmetic: Verdict; model: Verdict }
  refought: { act: ActId; outcome: string }[]
  levers: { act: ActId; lever: string }[]
  missing: { id: string; needed: string }[]
}

export interface Check { id: string; kind: string; line: string; verdict: string; note: string; basis: string[] }
export interface DateSpan {
  check: string
  days: number
  from: string
  to: string
  inclusive: boolean
  verdict: string
  line: string
  sentences: string[]
}

export interface Claim {
  claim: string
  about: string
  statement: string
  side: string
  first: string | null
  last: string | null
  low: Maybe
  high: Maybe
  unit: string | null
  locator: string
  note: string
  spot_check: boolean
  root: string
  source: string
  title: string
  author: string
  publisher: string
  year: number | null
  stance: string
  seen: string
}

export interface Row { number: number; element: string; layer: string[]; record: string; cause: string | null; line: string }

export interface Account {
  document: {
    title: string; author: string; outlet: string; republished_by: string; stance: string
    sources: string[]; damage: string[]; sha256_normalised: string
  }
  sections: { id: string; title: string; sentences: string[] }[]
  legend: { word: string; meaning: string }[]
  sentences: Sentence[]
  rows: Record<string, Row>
  checks: Record<string, Check>
  dateline: DateSpan[]
  claims: Record<string, Claim>
}

export interface Feature {
  properties: Record<string, unknown> & { id?: string; name?: string; name_fa?: string; kind?: string }
  geometry: { type: string; coordinates: never }
}
export interface Cells {
  count: number
  resolution: number
  origin: readonly [number, number]
  grain: number
  vertices: number[]
  rings: number[]
  neighbours: number[]
  centres: number[]
  terrain: number[]
  terrain_words: string[]
  works: number[]
  mines: number[]
  control: number[]
  names: string[]
}
export interface Unit {
  id: string; name: string; side: number; arm: string; echelon: string; component: string; group: string
  sidc: string; symbol: string; formation: string; arrival_step: number; cell: number
  men: Range; tanks: Range; carriers: Range; guns: Range; composition: Record<string, unknown>
}
export interface Crossing { id: string; name: string; kind: string; state: number; lon: number; lat: number; cells: number[] }
export interface RecordFigure { key: string; low: Maybe; best: Maybe; high: Maybe }
export interface ActOutcome {
  id: string; title: string; kind: string; unit: string; scored: boolean; input: boolean; decides: boolean
  set: string | null; record: RecordFigure | null
}
export interface Lever {
  id: string; title: string; factual: string; absent: string
  levels: Record<string, { words: string }>; sentences: string[]; claims: string[]
}
export interface RecordEvent {
  id: string; first: string; last: string; day: number; step: number; place: string
  lon: Maybe; lat: Maybe; what: string; confidence: string; claims: string[]; sources: string[]
}
export interface Mark { outcome: string; day: number; low: number; high: number; title: string; set: string | null }
export interface Plan {
  id: string; followed: boolean; side: string; title: string
  phases: { id: string; title: string; objective: string; not_before: string | null; planned_end: string | null; note: string }[]
}
export interface Act {
  act: ActId; title: string; version: string; start: string; days: number; steps: number; hours_per_step: number
  digest: string; sides: { id: string; name: string; people: string }[]; attacker: number
  window: readonly [number, number, number, number]; city: readonly [number, number, number, number]
  rule: string; planned_day: { day: number; low: number; high: number } | null
  cells: Cells; sets: Record<string, { words: string; cells: number[] }>
  layers: Record<string, { features: Feature[] }>
  crossings: Crossing[]; units: Unit[]; plans: Plan[]; levers: Lever[]; outcomes: ActOutcome[]
  events: RecordEvent[]; marks: Mark[]
}

export interface Phase { side: number; id: string; title: string; begin: number; end: number | null; state: string }
export interface Entry { step: number; kind: string; text: string; units: number[]; cells: number[] }
export interface ChronicleDay {
  day: number; date: string; entries: Entry[]; losses: Record<string, { men: number; tanks: number }>
}
export interface ReplayHead {
  act: ActId; which: string; replicate: number; seed: number; version: string; variant: string[]; steps: number
  postures: string[]; statuses: string[]; series: string[]; start: { men: number[]; tanks: number[] }
  outcomes: Record<string, Maybe>; decided_step: number | null
  phases: Phase[]; fights: [number, number, number, number, number][]; chronicle: ChronicleDay[]
}

export interface Share { share: number; low: number; high: number }
export interface Rival { claim: string; low: Maybe; high: Maybe; label: string; stance: string; used: boolean }
export interface EnsembleOutcome {
  id: string; title: string; kind: string; unit: string; scored: boolean; input: boolean
  refought: {
    count: number; median: Maybe; interval50: Ends | null; interval90: Ends | null; never: Maybe
    yes: Share | null; missing: number; monte_carlo_error: Maybe
  }
  record: RecordFigure | null; meets: boolean | null; scale: Range | null; counts: number[]; rivals: Rival[]
}
export interface SideLosses {
  by_cause: Record<string, Record<string, number>>
  total: Record<string, number>
  all: number
  range?: Record<string, Range>
  vehicles: Record<string, Record<string, number>>
}
export interface EnsembleHead {
  act: ActId; version: string; variant: string[]; refights: number; seed: number; manifest: string; command: string
  fan_measures: string[]; fan_quantiles: number[]
  decision: {
    outcome: string; happened: Share & { hits: number; count: number }
    by_record: (Share & { hits: number; count: number }) | null
    recorded_day: Maybe; fought_day: Maybe; planned: { day: number; low: number; high: number } | null; late: Maybe
  }
  outcomes: EnsembleOutcome[]
  scored: { meet: number; of: number }
  losses: Record<string, SideLosses>
  cause_words: Record<string, string>
  rests_on: { words: string; estimates: number; assumptions: number; claims: number; voices: number }
  replays: Record<string, number>
  replicates: [number, Maybe][]
}

export interface WhatifRequest { act: ActId; levers: Record<string, string>; pairs: number; seed: number; as: Version }
export interface ArmSummary { mean: Maybe; median: Maybe; interval90: Ends | null; never: Maybe; yes: Maybe; yes95: Ends | null }
export interface WhatifOutcome {
  id: string; title: string; kind: string; unit: string; scored: boolean; input: boolean; decision: boolean
  factual: ArmSummary; variant: ArmSummary; single: { low90: number; median: number; high90: number } | null
  difference: { value: number; low: number; high: number; level: number; of: string; pairs: number } | null
  clear: boolean | null; words: string
}
export interface WhatifResult {
  act: ActId; version: Version; variant: string[]; pairs: number; seed: number; link: string; command: string
  levers: { id: string; title: string; level: string; words: string; factual: string; factual_words: string }[]
  outcomes: WhatifOutcome[]; identical: boolean; words: string; model: string
}
export interface WhatifState {
  id: string; state: string; place: number; done: number; total: number; request: WhatifRequest
  result: WhatifResult | null; error: Problem | null
}
export interface Problem { expected: string; found: string; where: string; hint: string }

export interface ForceUnit {
  id: string; index: number; sidc: string; name: string; symbol: string; strength: Record<string, Range>
  component: string; start: string | null; arrival: string | null; composition: Record<string, unknown>
}
export interface Forces {
  act: ActId; title: string
  sides: {
    side: string; units: number; strength: Record<string, Range>; components: Record<string, Range>
    groups: { group: string; strength: Record<string, Range>; units: ForceUnit[] }[]
  }[]
  left_out: Record<string, unknown>
}
export interface Place {
  place: string; name: string; name_fa: string; aliases: string[]; kind: string; lon: number; lat: number
  accuracy_m: number; source: string; access: string; note: string; claims: string[]; formations: string[]
  events: { event: string; date: string; date_end: string; what: string; confidence: string }[]
}
export interface Source {
  source: string; title: string; author: string; publisher: string; year: number | null; url: string; kind: string
  stance: string; seen: string; reliability: string; note: string; root: string; claims: string[]; shares_root_with: string[]
}
export interface Sources {
  sources: Record<string, Source>
  claims: Record<string, Claim>
  roots: Record<string, string>
  stances: { stance: string; sources: number; voices: number; claims: number }[]
}
export interface Effect extends Interval { outcome: string; kind: string; unit: string; level: number }
export interface Cause {
  id: string; act: ActId; title: string; sentences: string[]; rows: number[]; levers: string[]
  record: Verdict; arithmetic: Verdict; model: Verdict
  absent: string | null; absent_words: string | null
  effect: Effect | null
  taken_away: (Effect & { title: string; word: string })[]
  text: string[]
  pairs: number
  made: string
}
export interface Interval { value: number; low: number; high: number }
export interface Causes {
  available: boolean; reason: string; causes: Cause[]
}
export interface ShareBar { cause: string; title: string; before: Interval | null; after: Interval | null }
export interface Shares {
  acts: { act: ActId; before: boolean; after: boolean; commands: string[]; made: string }[]
  shares: { act: ActId; outcome: string; title: string; kind: string; unit: string; bars: ShareBar[] }[]
}
export interface SwapOutcome extends Interval { id: string; title: string; kind: string; unit: string; low90: Maybe; high90: Maybe }
export interface Swap {
  available: boolean; reason: string; rows: string[]; columns: string[]
  cells: { row: number; column: number; title: string; outcomes: SwapOutcome[] }[]
  differences: { row: number; outcomes: (Interval & { id: string; kind: string; unit: string; level: number; word: string })[] }[]
  policies: Record<string, { factual: string; swapped: string; words: string }>[]
  pairs: number
  words: string
}
