export interface Watched {
  frames: number[]
  scripts: number[]
}

/** How long the scripts of each frame ran, and how far apart the frames were, in milliseconds. */
const watch: Watched = { frames: [], scripts: [] }
let isWatching = false
let spent = 0

const timed =
  <Args extends unknown[]>(job: (...args: Args) => void) =>
  (...args: Args): void => {
    const began = performance.now()
    job(...args)
    spent += performance.now() - began
  }

// Whatever runs for a frame comes through one of these two doors; they are set before anything asks for a frame.
const askFrame = globalThis.requestAnimationFrame.bind(globalThis)
globalThis.requestAnimationFrame = (callback) => askFrame(timed(callback))
const listen = EventTarget.prototype.addEventListener
const wrapped = new WeakMap<object, EventListener>()
EventTarget.prototype.addEventListener = function (name, listener, options) {
  if (!/^(?:mouse|pointer|key)/u.test(name) || !listener) return listen.call(this, name, listener, options)
  const known = wrapped.get(listener)
  const own =
    known ??
    timed((event: Event) => ('handleEvent' in listener ? listener.handleEvent(event) : listener.call(this, event)))
  wrapped.set(listener, own)
  listen.call(this, name, own, options)
}
const unlisten = EventTarget.prototype.removeEventListener
EventTarget.prototype.removeEventListener = function (name, listener, options) {
  unlisten.call(this, name, (listener && wrapped.get(listener)) ?? listener, options)
}

export const startWatching = (): void => {
  watch.frames = []
  watch.scripts = []
  isWatching = true
  let last = performance.now()
  const next = (now: number): void => {
    if (!isWatching) return
    watch.frames.push(now - last)
    watch.scripts.push(spent)
    last = now
    spent = 0
    askFrame(next)
  }
  spent = 0
  askFrame(next)
}

export const stopWatching = (): Watched => {
  isWatching = false
  return watch
}
