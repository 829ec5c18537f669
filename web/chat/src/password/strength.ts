/** From 0, which is guessed at once, to 4. */
export type Strength = 0 | 1 | 2 | 3 | 4

type Estimate = (password: string, known: readonly string[]) => Strength

/** Words that everybody here would try. */
const ours = ['sparrow', '麻雀', 'maque']
/** The estimate's cost grows with the length, and the rest adds nothing. */
const LONGEST = 64

let loading: Promise<Estimate> | undefined

/** The estimate comes with dictionaries larger than the page: they are fetched when somebody chooses a password. */
export function loadStrength(): Promise<Estimate> {
  loading ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(([{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }]) => {
    const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
    return (password, known) => zxcvbn.check(password.slice(0, LONGEST), [...ours, ...known.filter(Boolean)]).score
  })
  return loading
}
