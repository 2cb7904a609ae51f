import { html, type TemplateResult } from 'lit'
import route from 'lucide-static/icons/route.svg?raw'
import calendar from 'lucide-static/icons/calendar.svg?raw'
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw'
import calendarClock from 'lucide-static/icons/calendar-clock.svg?raw'
import calendarX from 'lucide-static/icons/calendar-x.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import armchair from 'lucide-static/icons/armchair.svg?raw'
import usersRound from 'lucide-static/icons/users-round.svg?raw'
import userRound from 'lucide-static/icons/user-round.svg?raw'
import userCheck from 'lucide-static/icons/user-check.svg?raw'
import userPlus from 'lucide-static/icons/user-plus.svg?raw'
import history from 'lucide-static/icons/history.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import circleAlert from 'lucide-static/icons/circle-alert.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import checkCheck from 'lucide-static/icons/check-check.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleX from 'lucide-static/icons/circle-x.svg?raw'
import circleDashed from 'lucide-static/icons/circle-dashed.svg?raw'
import loader from 'lucide-static/icons/loader.svg?raw'
import circleSlash from 'lucide-static/icons/circle-slash.svg?raw'
import ban from 'lucide-static/icons/ban.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw'
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw'
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw'
import arrowUpDown from 'lucide-static/icons/arrow-up-down.svg?raw'
import arrowLeftRight from 'lucide-static/icons/arrow-left-right.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import logOut from 'lucide-static/icons/log-out.svg?raw'
import logIn from 'lucide-static/icons/log-in.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import messageSquare from 'lucide-static/icons/message-square.svg?raw'
import messagesSquare from 'lucide-static/icons/messages-square.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import redo2 from 'lucide-static/icons/redo-2.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw'
import columns3 from 'lucide-static/icons/columns-3.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import lockOpen from 'lucide-static/icons/lock-open.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'
import wifi from 'lucide-static/icons/wifi.svg?raw'
import externalLink from 'lucide-static/icons/external-link.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import share2 from 'lucide-static/icons/share-2.svg?raw'
import listFilter from 'lucide-static/icons/list-filter.svg?raw'
import table from 'lucide-static/icons/table.svg?raw'
import chartGantt from 'lucide-static/icons/chart-gantt.svg?raw'
import flag from 'lucide-static/icons/flag.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import mapPin from 'lucide-static/icons/map-pin.svg?raw'
import layers from 'lucide-static/icons/layers.svg?raw'
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw'
import gripVertical from 'lucide-static/icons/grip-vertical.svg?raw'
import sparkles from 'lucide-static/icons/sparkles.svg?raw'
import fileSpreadsheet from 'lucide-static/icons/file-spreadsheet.svg?raw'
import circleQuestionMark from 'lucide-static/icons/circle-question-mark.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import pin from 'lucide-static/icons/pin.svg?raw'
import pinOff from 'lucide-static/icons/pin-off.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import mic from 'lucide-static/icons/mic.svg?raw'
import clipboardCheck from 'lucide-static/icons/clipboard-check.svg?raw'
import star from 'lucide-static/icons/star.svg?raw'
import coffee from 'lucide-static/icons/coffee.svg?raw'

/**
 * The icons in use, from Lucide (lucide-static, ISC licence: https://lucide.dev/license). A new one is a line above
 * and a line here; only those named are built in.
 */
const drawings = {
  route,
  calendar,
  'calendar-days': calendarDays,
  'calendar-clock': calendarClock,
  'calendar-x': calendarX,
  landmark,
  'building-2': building2,
  armchair,
  'users-round': usersRound,
  'user-round': userRound,
  'user-check': userCheck,
  'user-plus': userPlus,
  history,
  settings,
  'circle-alert': circleAlert,
  'triangle-alert': triangleAlert,
  info,
  check,
  'check-check': checkCheck,
  'circle-check': circleCheck,
  'circle-x': circleX,
  'circle-dashed': circleDashed,
  loader,
  'circle-slash': circleSlash,
  ban,
  x,
  'chevron-down': chevronDown,
  'chevron-right': chevronRight,
  'chevron-left': chevronLeft,
  'chevron-up': chevronUp,
  'arrow-up': arrowUp,
  'arrow-down': arrowDown,
  'arrow-up-down': arrowUpDown,
  'arrow-left-right': arrowLeftRight,
  search,
  'log-out': logOut,
  'log-in': logIn,
  'key-round': keyRound,
  'message-square': messageSquare,
  'messages-square': messagesSquare,
  plus,
  pencil,
  'trash-2': trash2,
  'redo-2': redo2,
  'undo-2': undo2,
  play,
  printer,
  download,
  upload,
  copy,
  link,
  menu,
  ellipsis,
  'columns-3': columns3,
  phone,
  eye,
  'eye-off': eyeOff,
  lock,
  'lock-open': lockOpen,
  'wifi-off': wifiOff,
  wifi,
  'external-link': externalLink,
  'file-text': fileText,
  'share-2': share2,
  'list-filter': listFilter,
  table,
  'chart-gantt': chartGantt,
  flag,
  clock,
  'map-pin': mapPin,
  layers,
  'rotate-ccw': rotateCcw,
  'grip-vertical': gripVertical,
  sparkles,
  'file-spreadsheet': fileSpreadsheet,
  'circle-question-mark': circleQuestionMark,
  list,
  pin: pin,
  'pin-off': pinOff,
  user: user,
  mic: mic,
  coffee: coffee,
  'clipboard-check': clipboardCheck,
  star,
}

export type IconName = keyof typeof drawings

/** What stands inside the `<svg>` of a file. */
export const shapeOf = (name: IconName): string => {
  const file = drawings[name]
  const start = file.indexOf('>', file.indexOf('<svg')) + 1
  return file.slice(start, file.lastIndexOf('</svg>')).trim().replaceAll(/>\s+</g, '><')
}

const templates = new Map<IconName, TemplateResult>()

/** A template of its own, without a hole: its drawing is read once, and copied wherever it stands. */
const templateOf = (name: IconName): TemplateResult => {
  const text = `<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapeOf(name)}</svg>`
  const template = html(Object.assign([text], { raw: [text] }))
  templates.set(name, template)
  return template
}

/** An icon of the size of the text beside it, silent to screen readers: the word stands beside it or in an aria-label. */
export const icon = (name: IconName): TemplateResult => templates.get(name) ?? templateOf(name)
