/* global document, window, location, localStorage, navigator, fetch, setInterval */
// What makes the page of a programme handy: now and next, search, stars. Plain script for old telephones; without it the
// page can be read all the same.
const root = document.documentElement
const code = root.getAttribute('data-code')
const find = (id) => document.getElementById(id)
const all = (selector) => Array.prototype.slice.call(document.querySelectorAll(selector))
root.className = 'scripted'

// A private window may keep nothing.
const keep = (name, value) => {
  try {
    localStorage.setItem('ct-' + name + '-' + code, JSON.stringify(value))
  } catch {
    return
  }
}
const kept = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem('ct-' + name + '-' + code)) || otherwise
  } catch {
    return otherwise
  }
}

// Letters without their marks, as the page's own texts are folded.
const fold = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .trim()

const items = all('li[data-find]')
let stars = kept('stars', [])

const filter = () => {
  const words = fold(find('find').value).split(/\s+/)
  const day = find('day') ? find('day').value : ''
  const room = find('room') ? find('room').value : ''
  const isStarredOnly = find('starred').checked
  let shown = 0
  all('.session').forEach((session) => {
    const isThere = !room || session.getAttribute('data-room') === room
    let own = 0
    Array.prototype.slice.call(session.querySelectorAll('li')).forEach((item) => {
      const text = item.getAttribute('data-find')
      const isWanted =
        isThere && words.every((word) => text.indexOf(word) >= 0) && (!isStarredOnly || stars.indexOf(item.id) >= 0)
      item.hidden = !isWanted
      if (isWanted) own += 1
    })
    session.hidden = own === 0
  })
  all('.day').forEach((section) => {
    const isThere = !day || section.getAttribute('data-day') === day
    const sessions = Array.prototype.slice.call(section.querySelectorAll('.session'))
    section.hidden = !isThere || sessions.every((session) => session.hidden)
    if (!section.hidden) shown += 1
  })
  find('nothing').hidden = shown > 0
}

const showStars = () => {
  items.forEach((item) => {
    const isStarred = stars.indexOf(item.id) >= 0
    const button = item.querySelector('.star')
    button.setAttribute('aria-pressed', String(isStarred))
  })
  const link = find('calendar')
  const plain = link.getAttribute('data-plain') || link.getAttribute('href')
  if (!link.getAttribute('data-plain')) {
    link.setAttribute('data-plain', plain)
    link.setAttribute('data-all', link.textContent)
  }
  const isSome = stars.length > 0
  link.setAttribute('href', isSome ? plain + '&items=' + stars.join(',') : plain)
  link.textContent = link.getAttribute(isSome ? 'data-starred' : 'data-all')
}

// The congress's own clock: its wall time as if it were UTC, apart from this device's by so many milliseconds.
let apart = kept('apart', -new Date().getTimezoneOffset() * 60000)
const wallNow = () => new Date(Date.now() + apart).toISOString().slice(0, 16)

const line = (word, item) => {
  const text = document.createElement('span')
  const name = document.createElement('strong')
  name.textContent = word + ': '
  text.appendChild(name)
  const when = item.querySelector('.time').textContent
  text.appendChild(document.createTextNode(when + ' ' + item.querySelector('b').textContent))
  return text
}

const showNow = () => {
  const now = wallNow()
  const dated = items.filter((item) => item.getAttribute('data-start'))
  const current = dated.filter((item) => item.getAttribute('data-start') <= now && now < item.getAttribute('data-end'))
  // Next is only what comes on the same day: what comes in weeks is a day like any other.
  const isSameDay = (item) => item.getAttribute('data-start').slice(0, 10) === now.slice(0, 10)
  const later = dated
    .filter((item) => item.getAttribute('data-start') > now && isSameDay(item))
    .sort((one, other) => (one.getAttribute('data-start') < other.getAttribute('data-start') ? -1 : 1))
  const next = later.filter((item) => item.getAttribute('data-start') === later[0].getAttribute('data-start'))
  items.forEach((item) => {
    item.className = current.indexOf(item) >= 0 ? 'now' : next.indexOf(item) >= 0 ? 'next' : ''
  })
  const place = find('now')
  const lines = current
    .map((item) => line(place.getAttribute('data-now'), item))
    .concat(next.map((item) => line(place.getAttribute('data-next'), item)))
  const told = lines.map((each) => each.textContent).join('\n')
  const isOver = dated.length > 0 && dated.every((item) => item.getAttribute('data-end') <= now)
  if (place.getAttribute('data-told') === told + String(isOver)) return
  place.setAttribute('data-told', told + String(isOver))
  place.textContent = isOver ? place.getAttribute('data-over') : ''
  lines.forEach((each) => place.appendChild(each))
}

const askTime = () =>
  fetch('/ct/' + code + '/time')
    .then((answer) => answer.json())
    .then((answer) => {
      apart = Date.parse(answer.now + 'Z') - Date.now()
      keep('apart', apart)
      showNow()
    })
    .catch(() => undefined)

if (find('tools')) {
  find('tools').addEventListener('submit', (event) => event.preventDefault())
  find('tools').addEventListener('input', filter)
  find('tools').addEventListener('change', filter)
  find('print').addEventListener('click', () => window.print())
  document.addEventListener('click', (event) => {
    const button = event.target
    if (!button.classList || !button.classList.contains('star')) return
    const id = button.parentNode.id
    stars = stars.indexOf(id) >= 0 ? stars.filter((each) => each !== id) : stars.concat(id)
    keep('stars', stars)
    showStars()
    filter()
  })
  // What is no longer in the programme is starred no more.
  stars = stars.filter((id) => find(id))
  showStars()
  showNow()
  askTime()
  setInterval(showNow, 20000)
  setInterval(askTime, 600000)
}

if (root.getAttribute('data-cached') === 'yes' && find('cached')) find('cached').hidden = false
if (code && find('offline')) {
  const note = find('offline')
  if (!window.isSecureContext || !('serviceWorker' in navigator)) note.textContent = note.getAttribute('data-insecure')
  else {
    const path = location.pathname.replace(/\/+$/, '')
    navigator.serviceWorker
      .register(path + '/worker.js', { scope: path })
      .then(() => (note.textContent = note.getAttribute('data-offline')))
      .catch(() => undefined)
  }
}
